using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Review;

/// <summary>Makes the page of a changeset.</summary>
internal static class PageMaking
{
    public static ReviewPage Of(Changeset changeset, Language language, Checks checks)
    {
        var wording = new Wording(changeset, Words.In(language));
        var comparison = new DocumentComparison(changeset, wording, checks);
        var operations = changeset.Operations.Select(operation => OperationOf(operation, changeset, new Making(wording, comparison))).ToImmutableArray();
        return new ReviewPage
        {
            Language = language,
            Title = wording.Shown(changeset.Title),
            Id = Visible.Of(changeset.Id),
            Recorded = RecordedOf(changeset, wording.Words),
            ReadAgain = checks.Read is { } read ? wording.Words.Say.ReadAgain(read.Count) : null,
            Warnings = [.. checks.Findings.Select(finding => FoundAgain(finding, changeset, language)),
                .. WarningsOf(changeset, wording, operations.Select(operation => operation.Comparisons))],
            Final = [.. changeset.Operations.SelectMany(operation => Finality(operation, wording).Select(text => new ReviewFinality(Visible.Of(operation.Id), text)))],
            Invoices = InvoiceCard.AllOf(changeset, wording),
            Operations = operations,
            Evidence = [.. changeset.Evidence.Select(new EvidenceShown(wording).Of)],
        };
    }

    /// <summary>Before all else, whatever it is about: the rest of the page is what the changeset says.</summary>
    private static ReviewWarning FoundAgain(Risks.Finding finding, Changeset changeset, Language language) =>
        new(Visible.Of(finding.Code), Visible.Of(finding.On), FindingWords.In(language, finding, changeset.OperationNamed(finding.On)?.Resource), WarningSource.Check);

    private static ReviewOperation OperationOf(Operation operation, Changeset changeset, Making by)
    {
        var attached = operation is Operation.Attach attach ? changeset.EvidenceNamed(attach.File) : null;
        var fields = new FieldsShown(operation, by.Wording, attached);
        return new ReviewOperation
        {
            Id = Visible.Of(operation.Id),
            Heading = by.Wording.Heading(operation),
            Subject = by.Wording.Subject(operation),
            TakesAway = operation.TakesAway,
            Keys = operation is Operation.Create create ? [.. UniqueKeys.Of(create).Select(key => by.Wording.Labels.Field(create.Resource, key))] : [],
            Fields = fields.Single,
            Rows = fields.Rows,
            File = attached is null ? null : Visible.Of(attached.Id),
            Comparisons = by.Comparison.Of(operation),
            From = [.. operation.From.Select(by.Wording.Shown)],
            Note = operation.Note is { } note ? by.Wording.Text(note) : null,
        };
    }

    private static IEnumerable<VisibleText> Finality(Operation operation, Wording wording) => operation switch
    {
        Operation.Validate => [wording.Words.Say.Validates(wording.Subject(operation))],
        Operation.Delete => [wording.Words.Say.Deletes(wording.Labels.Resource(operation.Resource), wording.Subject(operation))],
        Operation.Detach => [wording.Words.Say.Detaches(wording.Text(operation.Held.TextOf("name") ?? ""))],
        _ => [],
    };

    /// <summary>The warnings of the page of a changeset that nobody has checked again, without the rest of the page.</summary>
    public static ImmutableArray<ReviewWarning> WarningsOf(Changeset changeset, Language language)
    {
        var wording = new Wording(changeset, Words.In(language));
        return WarningsOf(changeset, wording, changeset.Operations.Select(new DocumentComparison(changeset, wording, Checks.None).Of));
    }

    private static ImmutableArray<ReviewWarning> WarningsOf(
        Changeset changeset, Wording wording, IEnumerable<ImmutableArray<Comparison>> comparisons)
    {
        var findings = new Findings(changeset, wording);
        var found = new HostileText(wording.Words).In(changeset)
            .Concat(changeset.Operations.Zip(comparisons).SelectMany(pair => findings.About(pair.First, pair.Second)))
            .ToList();
        var said = found.Select(warning => new SaidWarning(warning.Code, warning.On)).ToHashSet();
        return [.. found.Concat(changeset.Warnings.Select(warning => Noted(warning, wording, said))).OrderBy(warning => RiskCodes.RankOf(warning.Code.ToString()))];
    }

    /// <summary>A recorder's warning keeps its words, whatever language they are in; where no finding says it, its code tells in ours what it is about.</summary>
    private static ReviewWarning Noted(Warning warning, Wording wording, HashSet<SaidWarning> said)
    {
        var noted = new ReviewWarning(wording.Text(warning.Code), wording.Shown(warning.On ?? ""), wording.Text(warning.Text), WarningSource.Recorder);
        return said.Contains(new SaidWarning(noted.Code, noted.On)) || wording.Words.Meaning(warning.Code) is not { } meaning ? noted : noted with { Meaning = Words.Own(meaning) };
    }

    private static ImmutableArray<ReviewFact> RecordedOf(Changeset changeset, Words words)
    {
        var (recorded, headings) = (changeset.Recorded, words.Headings);
        var facts = ImmutableArray.CreateBuilder<ReviewFact>();
        Add(headings.Recorded, Time(recorded.At));
        Add(headings.Finished, recorded.Finished is { } finished ? Time(finished) : Visible.Word(headings.NotFinished));
        if (recorded.Discarded is { } discarded)
        {
            Add(headings.Discarded, recorded.Reason is { } reason ? Sentence.Of($"{Time(discarded)}: {words.Text(reason)}")
                : Time(discarded));
        }
        Add(headings.On, Sentence.Of($"{words.Text(recorded.On.Instance)} {Visible.Word(headings.At)} {words.Text(recorded.On.Identity)} {Visible.Word("Dolibarr")} {words.Text(recorded.On.Dolibarr)}"));
        Add(headings.By, recorded.Model is { } model ? Sentence.Of($"{words.Text(recorded.By)} {Visible.Word(headings.Model)} {words.Text(model)}") : words.Text(recorded.By));
        if (recorded.Author is { } author)
        {
            Add(headings.For, words.Text(author));
        }
        return facts.ToImmutable();

        void Add(string name, VisibleText value) => facts.Add(new ReviewFact(Words.Own(name), value));
    }

    private static VisibleText Time(DateTimeOffset at) => Visible.Of(Moments.Shown(at));

    private sealed record Making(Wording Wording, DocumentComparison Comparison);

    private sealed record SaidWarning(VisibleText Code, VisibleText On);
}
