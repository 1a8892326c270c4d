using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Whether the operations of a changeset have the form that this program can do.</summary>
public static class ChangesetForm
{
    /// <summary>Everything that is wrong with it: unknown kinds, fields, values.</summary>
    public static IEnumerable<Problem> Check(Changeset changeset)
    {
        ArgumentNullException.ThrowIfNull(changeset);
        return changeset.Operations.SelectMany(operation => OperationKind.Of(operation) is { } kind
            ? kind.Check(operation, changeset)
            : [new Problem(Codes.UnknownOperation, operation.Id, $"Nothing here can {operation.Do} a '{operation.Resource}'.", "Use the version of this program that recorded it.")])
            .Concat(Together(changeset)).Concat(CreatedTwice.In(changeset));
    }

    /// <summary>
    /// The same for a changeset that is only to be taken back. The forms of legal ids have grown stricter: an older one may
    /// hold an id that nobody would record today, and is still what the recorder wrote.
    /// </summary>
    public static IEnumerable<Problem> CheckStructure(Changeset changeset) => Check(changeset).Where(problem => problem.Code != Codes.WrongLegalId);

    /// <summary>What stands together with something that is kept apart.</summary>
    public static IEnumerable<Problem> Together(Changeset changeset)
    {
        ArgumentNullException.ThrowIfNull(changeset);
        return changeset.Operations.Length < 2 ? [] : changeset.Operations
            .Select(operation => (Operation: operation, Resource: Catalogue.Named(operation.Resource)))
            .Where(one => one.Resource?.KeptApart switch
            {
                Apart.FromAll => true,
                Apart.FromOthers => changeset.Operations.Any(other => other.Resource != one.Resource.Name),
                _ => false,
            }).Take(1)
            .Select(one => new Problem(
                Codes.NotAlone, one.Operation.Id, $"To {one.Operation.Do} a {one.Resource!.Title.English} stands together with other operations: nobody is to say yes to it in passing.",
                one.Resource.KeptApart == Apart.FromAll
                    ? $"Record what concerns a {one.Resource.Title.English} in a changeset of its own, one operation each."
                    : $"Record {one.Resource.Title.English}s in a changeset of their own."));
    }
}
