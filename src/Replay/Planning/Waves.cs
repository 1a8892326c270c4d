using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>
/// Operations in waves: all of one wave can be looked at and done together, for what they follow is in waves before.
/// Validations keep their recorded order across waves too, for they draw numbers.
/// </summary>
internal static class Waves
{
    public static IEnumerable<ImmutableArray<Operation>> Of(IEnumerable<Operation> operations, Dependencies dependencies)
    {
        var waves = new SortedDictionary<int, ImmutableArray<Operation>.Builder>();
        var waveOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var lastValidation = 0;
        foreach (var operation in operations)
        {
            var wave = dependencies.Follows(operation.Id).Select(earlier => waveOf.GetValueOrDefault(earlier, -1) + 1).DefaultIfEmpty(0).Max();
            if (operation is Operation.Validate)
            {
                lastValidation = wave = Math.Max(wave, lastValidation);
            }
            waveOf[operation.Id] = wave;
            if (!waves.TryGetValue(wave, out var members))
            {
                waves.Add(wave, members = ImmutableArray.CreateBuilder<Operation>());
            }
            members.Add(operation);
        }
        return waves.Values.Select(members => members.ToImmutable());
    }
}
