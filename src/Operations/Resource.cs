using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>A kind of Dolibarr object, with its fields, how it is found again, and what can be done to it.</summary>
public abstract class Resource
{
    /// <summary>Its name in a changeset: <c>thirdparty</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What a person calls it: <c>third party</c>.</summary>
    public abstract string Title { get; }

    public abstract FieldRuleSet Fields { get; }

    /// <summary>The business keys by which a reference may name it.</summary>
    public abstract FieldRuleSet Keys { get; }

    public abstract ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>Whether an operation on it is recorded alone, in a changeset of its own, so that nobody approves it in passing.</summary>
    public virtual bool IsKeptApart => false;

    /// <summary>Why a revert leaves what was done to it to a person; null where it takes it back.</summary>
    internal virtual string? TakenBackByHand => null;

    /// <summary>Why what was done to an object in this state can no longer be taken back; null where it can.</summary>
    /// <param name="place">The operations that did it.</param>
    internal virtual Problem? Final(string place, Fields held, Site site) => null;

    /// <summary>What no two objects of this kind share, for a person, as far as a creation says it; none where nothing is known.</summary>
    internal virtual IEnumerable<string> IdentitiesOf(Operation.Create create) => [];

    /// <summary>The page of one object, below the instance's root.</summary>
    public abstract string PageOf(long id);

    /// <summary>The reference that names an object of this target on every target.</summary>
    internal abstract Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel);

    /// <summary>The object to which every key points, or why there is not exactly one.</summary>
    internal abstract Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel);
}

/// <summary>All resources. A new one is one line here.</summary>
public static class Resources
{
    public static ImmutableArray<Resource> All { get; } = [ThirdPartyResource.Instance, SupplierInvoiceResource.Instance, BankAccountResource.Instance];

    public static Resource? Named(string name) => All.FirstOrDefault(r => r.Name == name);

    /// <summary>What knows how to do this operation, or null where nothing does.</summary>
    public static OperationKind? KindOf(Operation operation) =>
        Named(operation.Resource)?.Kinds.FirstOrDefault(kind => kind.Do == operation.Do);

    /// <summary>Everything that is wrong with the form of a changeset's operations: unknown kinds, fields, values.</summary>
    public static IEnumerable<Problem> Check(Changeset changeset) => changeset.Operations.SelectMany(operation => KindOf(operation) is { } kind
        ? kind.Check(operation, changeset)
        : [new Problem("unknown-operation", operation.Id, $"Nothing here can {operation.Do} a '{operation.Resource}'.", "Use the version of this program that recorded it.")])
        .Concat(Together(changeset)).Concat(CreatedTwice.In(changeset));

    /// <summary>
    /// The same for a changeset that is only to be taken back. The forms of legal ids have grown stricter: an older one may
    /// hold an id that nobody would record today, and is still what the recorder wrote.
    /// </summary>
    public static IEnumerable<Problem> CheckStructure(Changeset changeset) => Check(changeset).Where(problem => problem.Code != LegalIdForm.Code);

    /// <summary>What stands together with something that is kept apart.</summary>
    public static IEnumerable<Problem> Together(Changeset changeset) => changeset.Operations.Length < 2 ? [] : changeset.Operations
        .Where(operation => Named(operation.Resource) is { IsKeptApart: true }).Take(1)
        .Select(operation => new Problem(
            "not-alone", operation.Id, $"To {operation.Do} a {Named(operation.Resource)!.Title} stands together with other operations: nobody is to say yes to it in passing.", $"Record what concerns a {Named(operation.Resource)!.Title} in a changeset of its own, one operation each."));
}
