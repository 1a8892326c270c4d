using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DolibarrAgent.Review.Tests;

/// <summary>A value in which every member that can be set says something, however many members it is given.</summary>
internal static class Filled
{
    public static T Of<T>() => (T)Of(typeof(T))!;

    private static object? Of(Type type) => Nullable.GetUnderlyingType(type) is { } known ? Of(known)
        : type == typeof(string) ? "FR7630006000011234567890189"
        : type == typeof(decimal) ? 1.00m
        : type == typeof(DateOnly) ? new DateOnly(2026, 11, 20)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? OneOf(type.GetGenericArguments()[0])
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsAbstract ? null
        : Record(type);

    private static object OneOf(Type item) => typeof(Filled).GetMethod(nameof(Array), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, null)!;

    private static ImmutableArray<T> Array<T>() => [Of<T>()];

    private static object Record(Type type)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(f => f.FieldType != type && f.Name.StartsWith('<')))
        {
            field.SetValue(record, Of(field.FieldType));
        }
        return record;
    }
}
