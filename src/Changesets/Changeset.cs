using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Changesets;

/// <summary>
/// What an agent did on the sandbox: operations in order, with their evidence. A fact that is replayed on prod once a
/// person has confirmed it. Pure data; <see cref="ChangesetFile"/> is its only written form.
/// </summary>
public sealed record Changeset
{
    /// <summary>The form that it is written in: its own for good, whatever is written now.</summary>
    public ChangesetFormat Format { get; init; } = ChangesetFormat.Current;

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Recorded Recorded { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    public ImmutableArray<Operation> Operations { get; init; } = [];

    /// <summary>What a person should look at first, found by checks on facts, never by the agent's words.</summary>
    public ImmutableArray<Warning> Warnings { get; init; } = [];

    public ChangesetState State => Recorded switch
    {
        { Discarded: not null } => ChangesetState.Discarded,
        { Finished: not null } => ChangesetState.Finished,
        _ => ChangesetState.Open,
    };

    public Operation? OperationNamed(string id) => NumberOf(id) is var number && number >= 1 && number <= Operations.Length && Operations[number - 1].Id == id ? Operations[number - 1] : null;

    /// <summary>The evidence by this id; null if there is none.</summary>
    public Evidence? EvidenceNamed(string id) => EvidenceIndex.Find(Evidence, id);

    /// <summary>The place of an operation in its changeset, from 1, which its id says: <c>op7</c>. 0 where it is not such an id.</summary>
    public static int NumberOf(string id) =>
        id.StartsWith("op", StringComparison.Ordinal) && int.TryParse(id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The mark that the object made by an operation carries on every target, in <c>ref_ext</c>.</summary>
    public string MarkerOf(Operation operation) => $"{Id}/{operation.Id}";
}

/// <summary>Open while it is being recorded; only a finished one is replayed; a discarded one never is.</summary>
public enum ChangesetState
{
    Open,
    Finished,
    Discarded,
}

/// <summary>When, by what and where a changeset was recorded. Times are UTC, to the second.</summary>
public sealed record Recorded
{
    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? Finished { get; init; }

    public DateTimeOffset? Discarded { get; init; }

    /// <summary>Why it was discarded, in the words of the person who did it; null where nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>The program and its version.</summary>
    public required string By { get; init; }

    /// <summary>The language model that chose the operations; null where none did.</summary>
    public string? Model { get; init; }

    /// <summary>The person who had it recorded, as the host of the agent was told, never the model: who may not sign it, where a policy says so. Null where nobody was named.</summary>
    public string? Author { get; init; }

    public required RecordedOn On { get; init; }
}

/// <summary>The sandbox that a changeset was recorded on.</summary>
/// <param name="Instance">Its name: <c>erp-sandbox</c>.</param>
/// <param name="Dolibarr">The version that it said it was.</param>
/// <param name="Identity">Its origin, as far as it is known: <c>https://erp-sandbox.arcodange.lab</c>.</param>
public sealed record RecordedOn(string Instance, string Dolibarr, string Identity);

/// <summary>Something that a person should look at before saying yes.</summary>
/// <param name="Code">Stable, in kebab-case: <c>iban-not-on-file</c>.</param>
/// <param name="On">The operation concerned, or null for the whole.</param>
/// <param name="Text">What was seen, with its values.</param>
public sealed record Warning(string Code, string? On, string Text);
