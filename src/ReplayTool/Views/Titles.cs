using System.Collections.Frozen;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>What each operation of a changeset is, in the words of its review.</summary>
internal sealed class Titles(Changeset changeset)
{
    private readonly FrozenDictionary<string, VisibleText> titles = ReviewPage.Of(changeset).Operations
        .Zip(changeset.Operations)
        .ToFrozenDictionary(pair => pair.Second.Id, pair => pair.First.Heading.And(pair.First.Subject), StringComparer.Ordinal);

    public VisibleText Of(Operation operation) => titles.TryGetValue(operation.Id, out var title) ? title : Visible.Of(operation.Do);
}
