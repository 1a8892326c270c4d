using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>
/// Operations in waves: all of one wave can be looked at and done together, for what they follow is in waves before.
/// Validations keep their recorded order across waves too, for they draw numbers.
/// </summary>
internal static class Waves
{
    public static IEnumerable<ImmutableArray<Operation>> Of(IEnumerable<Operation> operations, Dependencies dependencies) => InParts(operations, dependencies, int.MaxValue);

    /// <summary>
    /// The same in parts, with at most so many of one wave in each. What comes next is done along with what is still
    /// left of the wave before, as soon as all that it follows is done: validations, which go one at a time, leave room
    /// for other things beside them.
    /// </summary>
    public static IEnumerable<ImmutableArray<Operation>> InParts(IEnumerable<Operation> operations, Dependencies dependencies, int most)
    {
        var parts = new SortedDictionary<int, ImmutableArray<Operation>.Builder>();
        var placed = new Dictionary<string, (int Wave, int Part)>(StringComparer.Ordinal);
        var filled = new Dictionary<int, (int Part, int Number)>();
        var lastValidation = (Wave: 0, Part: 0);
        foreach (var operation in operations)
        {
            var earlier = dependencies.Follows(operation.Id).Where(placed.ContainsKey).Select(id => placed[id]).ToList();
            var wave = earlier.Select(one => one.Wave + 1).DefaultIfEmpty(0).Max();
            var part = earlier.Select(one => one.Part + 1).DefaultIfEmpty(0).Max();
            if (operation is Operation.Validate)
            {
                (wave, part) = (Math.Max(wave, lastValidation.Wave), Math.Max(part, lastValidation.Part));
            }
            var last = filled.GetValueOrDefault(wave);
            part = Math.Max(part, last.Number < most ? last.Part : last.Part + 1);
            filled[wave] = (part, part == last.Part ? last.Number + 1 : 1);
            placed[operation.Id] = (wave, part);
            if (operation is Operation.Validate)
            {
                lastValidation = (wave, part);
            }
            if (!parts.TryGetValue(part, out var members))
            {
                parts.Add(part, members = ImmutableArray.CreateBuilder<Operation>());
            }
            members.Add(operation);
        }
        return parts.Values.Select(members => members.ToImmutable());
    }
}
