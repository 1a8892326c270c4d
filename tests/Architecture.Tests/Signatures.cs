using Mono.Cecil;

namespace DolibarrAgent.Architecture.Tests;

/// <summary>The types that the members of a built assembly are declared with.</summary>
internal static class Signatures
{
    /// <summary>The members that a person wrote with a tuple in their type, as <c>Namespace.Type::Member</c>.</summary>
    public static IReadOnlyList<string> OfTuples(string assembly)
    {
        using var built = AssemblyDefinition.ReadAssembly(assembly);
        return [.. built.MainModule.GetTypes().Where(type => !IsMade(type)).SelectMany(OfTuples).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OfTuples(TypeDefinition type) =>
    [
        .. type.Methods.Where(method => !IsMade(method) && method.Parameters.Select(one => one.ParameterType).Append(method.ReturnType).Any(HoldsTuple))
            .Select(method => $"{type.FullName}::{method.Name}"),
        .. type.Fields.Where(field => !IsMade(field) && HoldsTuple(field.FieldType)).Select(field => $"{type.FullName}::{field.Name}"),
        .. type.Properties.Where(property => HoldsTuple(property.PropertyType)).Select(property => $"{type.FullName}::{property.Name}"),
    ];

    private static bool HoldsTuple(TypeReference type) => type switch
    {
        GenericInstanceType of => IsTuple(of.ElementType) || of.GenericArguments.Any(HoldsTuple),
        TypeSpecification of => HoldsTuple(of.ElementType),
        _ => IsTuple(type),
    };

    private static bool IsTuple(TypeReference type) => type.FullName.StartsWith("System.ValueTuple", StringComparison.Ordinal);

    /// <summary>Closures, local functions and what the compiler or a generator makes of records and attributes: nobody reads it as a signature.</summary>
    private static bool IsMade(IMemberDefinition member) => member.Name.Contains('<', StringComparison.Ordinal)
        || member.CustomAttributes.Any(one => one.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || (member.DeclaringType is { } outer && IsMade(outer));
}
