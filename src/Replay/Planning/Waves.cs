using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>
/// Operations in waves: all of one wave can be looked at and done together, for what they follow is in waves before.
/// Validations keep their recorded order across waves too, for they draw numbers.
/// </summary>
internal static class Waves
{
    public static IEnumerable<ImmutableArray<Operation>> Of(IEnumerable<Operation> operations, Dependencies dependencies) =>
        Numbered(operations, dependencies).GroupBy(one => one.Number).OrderBy(wave => wave.Key).Select(wave => wave.Select(one => one.Operation).ToImmutableArray());

    /// <summary>Each operation with the number of its wave, in the order given.</summary>
    public static IEnumerable<InWave> Numbered(IEnumerable<Operation> operations, Dependencies dependencies)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var lastValidation = 0;
        foreach (var operation in operations)
        {
            var number = dependencies.Follows(operation.Id).Where(numbers.ContainsKey).Select(id => numbers[id] + 1).DefaultIfEmpty(0).Max();
            if (operation is Operation.Validate)
            {
                lastValidation = number = Math.Max(number, lastValidation);
            }
            numbers[operation.Id] = number;
            yield return new InWave(operation, number);
        }
    }
}

/// <param name="Number">From 0.</param>
internal sealed record InWave(Operation Operation, int Number);
