using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Review;

/// <summary>
/// All that a person must see of a changeset to say yes or no to it: made from the changeset and from what was found by
/// looking again, for every face to draw. It holds no raw text: whatever came from outside has passed <see cref="Visible"/>.
/// </summary>
public sealed record ReviewPage
{
    public required VisibleText Title { get; init; }

    public required VisibleText Id { get; init; }

    /// <summary>Whose recording it is; null where nobody looked for a signature.</summary>
    public RecorderSignature? Recorder { get; init; }

    /// <summary>When, where and by what it was recorded, as names and values.</summary>
    public required ImmutableArray<ReviewFact> Recorded { get; init; }

    /// <summary>What looks wrong, the worst first (<see cref="RiskCodes.WorstFirst"/>): found here from facts, and noted while recording.</summary>
    public required ImmutableArray<ReviewWarning> Warnings { get; init; }

    /// <summary>What was read again, and what was not checked here; null where nothing was.</summary>
    public VisibleText? ReadAgain { get; init; }

    /// <summary>What nobody can take back once it is done; a risk class by itself (<see cref="RiskCodes.CannotBeUndone"/>).</summary>
    public required ImmutableArray<ReviewFinality> Final { get; init; }

    /// <summary>The invoices that it enters, in order.</summary>
    public required ImmutableArray<InvoiceCard> Invoices { get; init; }

    /// <summary>
    /// The day on which somebody looks at it, to say what is overdue; null where that must not matter: what is signed says the
    /// same every day.
    /// </summary>
    public DateOnly? Today { get; init; }

    /// <summary>Every operation, in order.</summary>
    public required ImmutableArray<ReviewOperation> Operations { get; init; }

    /// <summary>Every piece of evidence, with all that it says.</summary>
    public required ImmutableArray<ReviewEvidence> Evidence { get; init; }

    /// <summary>The pages of documents that something was read from, as they look; none where nobody drew them.</summary>
    public PagePictures Pictures { get; init; } = PagePictures.None;

    /// <summary>The pages that <see cref="Pictures"/> could show, in the order in which they are needed.</summary>
    public IEnumerable<PageOfFile> PagesReadFrom => Operations.SelectMany(operation => operation.Comparisons)
        .Select(comparison => comparison.Part).OfType<PagePart>().Select(part => new PageOfFile(part.File, part.Page.Number)).Distinct();

    /// <summary>The language of every word of ours in it.</summary>
    public required Language Language { get; init; }

    /// <summary>Every word of ours that a face needs besides: heads of sections, columns and lists.</summary>
    public Words Words => Words.In(Language);

    /// <summary>Whose recording it is, in words, for the first lines of every face; null where nobody looked for a signature.</summary>
    public VisibleText? RecordedBy => Recorder switch
    {
        null => null,
        RecorderSignature.Known known => Words.Say.RecordedBy(Visible.Of(known.Name)),
        RecorderSignature.Unknown unknown => Words.Say.SignedByUnknown(Visible.Of(unknown.Key)),
        RecorderSignature.Refused => Words.Say.SignatureRefused,
        _ => Words.Say.NotSigned,
    };

    /// <summary>Whether a recorder is known to have written it, or nobody looked.</summary>
    internal bool IsRecorderKnown => Recorder is null or RecorderSignature.Known;

    /// <summary>The page of a changeset that nobody has checked again.</summary>
    public static ReviewPage Of(Changeset changeset, Language language = Language.English) => PageMaking.Of(changeset, language, Checks.None);

    /// <summary>The page of a changeset, with what was found by looking again before all else.</summary>
    public static ReviewPage Checked(Changeset changeset, Language language, Checks checks) => PageMaking.Of(changeset, language, checks);
}

/// <summary>A name and a value.</summary>
public sealed record ReviewFact(VisibleText Name, VisibleText Value);

/// <summary>Something to look at before saying yes.</summary>
/// <param name="Code">Stable, for programs: <c>totals-differ</c>.</param>
/// <param name="On">The operation or the evidence concerned; nothing for the whole.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Source">Who saw it.</param>
public sealed record ReviewWarning(VisibleText Code, VisibleText On, VisibleText Text, WarningSource Source)
{
    /// <summary>What a warning of this code is about, in the page's language: for a recorder's, whose own words are in another perhaps. Null where the text says it.</summary>
    public VisibleText? Meaning { get; init; }
}

/// <summary>Who saw what a warning tells.</summary>
public enum WarningSource
{
    /// <summary>This review, from the facts of the changeset.</summary>
    Review,

    /// <summary>Whoever checked it again: the evidence or the sandbox says otherwise than the changeset.</summary>
    Check,

    /// <summary>The recorder, while the agent worked: it is in the changeset.</summary>
    Recorder,
}

/// <summary>What cannot be undone, and why.</summary>
public sealed record ReviewFinality(VisibleText Operation, VisibleText Text);
