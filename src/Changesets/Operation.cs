using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>One thing done to one object. Immutable; the union is closed: create, update, attach, validate, and delete and detach, which take back.</summary>
public abstract record Operation
{
    private Operation() { }

    /// <summary><c>op1</c>, <c>op2</c>, … in the order in which they were done.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of object: <c>thirdparty</c>, <c>supplierInvoice</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>What the object held in the fields that matter once this was done on the sandbox.</summary>
    public Fields After { get; init; } = Fields.None;

    /// <summary>The ids of the evidence that this rests on.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>The agent's own words. Never a fact, and never needed to understand the operation.</summary>
    public string? Note { get; init; }

    /// <summary>The word in the file: <c>create</c>, <c>update</c>, <c>attach</c>, <c>validate</c>, <c>delete</c>, <c>detach</c>.</summary>
    public abstract string Do { get; }

    /// <summary>The object that this is done to; null where it is made by this.</summary>
    public abstract Reference? DoneTo { get; }

    /// <summary>What is asked for; none where an operation has no fields.</summary>
    public virtual Fields Asked => Fields.None;

    /// <summary>What the object held before, in the fields that this touches or relies on; none where it makes the object.</summary>
    public virtual Fields Held => Fields.None;

    /// <summary>Whether what <see cref="Held"/> names is gone afterwards.</summary>
    public bool TakesAway => this is Delete or Detach;

    public sealed record Create : Operation
    {
        public required Fields Set { get; init; }

        /// <summary>The fields in <see cref="Set"/> by which no such object may exist yet.</summary>
        public ImmutableArray<string> Keys { get; init; } = [];

        public override string Do => "create";

        public override Reference? DoneTo => null;

        public override Fields Asked => Set;
    }

    public sealed record Update : Operation
    {
        public required Reference On { get; init; }

        /// <summary>What the object held in the fields of <see cref="Set"/> before.</summary>
        public required Fields Before { get; init; }

        public required Fields Set { get; init; }

        public override string Do => "update";

        public override Reference? DoneTo => On;

        public override Fields Asked => Set;

        public override Fields Held => Before;
    }

    public sealed record Attach : Operation
    {
        public required Reference To { get; init; }

        /// <summary>The id of the evidence whose bytes are attached.</summary>
        public required string File { get; init; }

        public override string Do => "attach";

        public override Reference? DoneTo => To;
    }

    public sealed record Validate : Operation
    {
        public required Reference On { get; init; }

        /// <summary>What the object held in the fields that the validation makes final.</summary>
        public Fields Before { get; init; } = Fields.None;

        public override string Do => "validate";

        public override Reference? DoneTo => On;

        public override Fields Held => Before;
    }

    /// <summary>Takes an object away that a changeset made, and that is still exactly as <see cref="Before"/> says.</summary>
    public sealed record Delete : Operation
    {
        public required Reference On { get; init; }

        /// <summary>All that it must still hold, with the <c>marker</c> of the operation that made it.</summary>
        public required Fields Before { get; init; }

        public override string Do => "delete";

        public override Reference? DoneTo => On;

        public override Fields Held => Before;
    }

    /// <summary>Takes a file off an object that stays.</summary>
    public sealed record Detach : Operation
    {
        public required Reference On { get; init; }

        /// <summary>The file: its <c>name</c>, <c>size</c> and <c>sha256</c>.</summary>
        public required Fields Before { get; init; }

        public override string Do => "detach";

        public override Reference? DoneTo => On;

        public override Fields Held => Before;
    }

    /// <summary>Every reference that this holds: to the object itself and in the fields that it sets.</summary>
    public IEnumerable<Reference> References()
    {
        if (DoneTo is { } on)
        {
            foreach (var reference in Within(on))
            {
                yield return reference;
            }
        }
        foreach (var field in Asked)
        {
            if (field.Value is FieldValue.To to)
            {
                foreach (var reference in Within(to.Reference))
                {
                    yield return reference;
                }
            }
        }
    }

    /// <summary>The operations that must be done before this one, by id.</summary>
    public IEnumerable<string> Needs() => References().OfType<Reference.Created>().Select(r => r.Operation).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Reference> Within(Reference reference)
    {
        yield return reference;
        if (reference is Reference.Found found)
        {
            foreach (var key in found.Keys)
            {
                if (key.Value is FieldValue.To to)
                {
                    foreach (var inner in Within(to.Reference))
                    {
                        yield return inner;
                    }
                }
            }
        }
    }
}
