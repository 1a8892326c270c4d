using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Makes the page of a changeset.</summary>
internal static class PageMaking
{
    /// <summary>Codes in which one of these stands come first, in this order; all others stand between the last two.</summary>
    private static readonly ImmutableArray<string> Loud =
        ["iban", "bank", "hidden-text", "invisible", "mixed-scripts", "totals-differ", "totals", "already", "duplicate", "document-differs", "identity", "legal-id"];

    public static ReviewPage Of(Changeset changeset, Language language)
    {
        var wording = new Wording(changeset);
        var comparison = new DocumentComparison(changeset, wording);
        var operations = changeset.Operations.Select(operation => OperationOf(operation, changeset, (wording, comparison))).ToImmutableArray();
        return new ReviewPage
        {
            Language = language,
            Title = Visible.Of(changeset.Title),
            Id = Visible.Of(changeset.Id),
            Recorded = RecordedOf(changeset),
            Warnings = WarningsOf(changeset, new Findings(changeset, wording), operations),
            Final = [.. changeset.Operations.SelectMany(operation => Finality(operation, wording).Select(text => new ReviewFinality(Visible.Of(operation.Id), text)))],
            Operations = operations,
            Evidence = [.. changeset.Evidence.Select(evidence => EvidenceShown.Of(evidence, wording))],
        };
    }

    private static ReviewOperation OperationOf(Operation operation, Changeset changeset, (Wording Wording, DocumentComparison Comparison) by)
    {
        var attached = operation is Operation.Attach attach ? changeset.EvidenceNamed(attach.File) : null;
        var fields = new FieldsShown(operation, by.Wording, attached);
        return new ReviewOperation
        {
            Id = Visible.Of(operation.Id),
            Heading = Wording.Heading(operation),
            Subject = by.Wording.Subject(operation),
            TakesAway = operation.TakesAway,
            Keys = operation is Operation.Create create ? [.. create.Keys.Select(Labels.Field)] : [],
            Fields = fields.Single,
            Rows = fields.Rows,
            File = attached is null ? null : Visible.Of(attached.Id),
            Comparisons = by.Comparison.Of(operation),
            From = [.. operation.From.Select(Visible.Of)],
            Note = operation.Note is { } note ? Wording.Text(note) : null,
        };
    }

    private static IEnumerable<VisibleText> Finality(Operation operation, Wording wording) => operation switch
    {
        Operation.Validate => [Sentence.Of($"It makes {wording.Subject(operation)} final and draws the next number of the books, which nobody can give back.")],
        Operation.Delete => [Sentence.Of($"It deletes {Labels.Resource(operation.Resource)} {wording.Subject(operation)} with all that hangs on it, such as files. To have it again it must be entered again.")],
        Operation.Detach => [Sentence.Of($"It takes the file {Wording.Text(operation.Held.TextOf("name") ?? "")} off. The changeset does not keep its bytes.")],
        _ => [],
    };

    private static ImmutableArray<ReviewWarning> WarningsOf(Changeset changeset, Findings findings, ImmutableArray<ReviewOperation> shown) =>
    [
        .. HostileText.In(changeset)
            .Concat(changeset.Operations.Zip(shown).SelectMany(pair => findings.About(pair.First, pair.Second)))
            .Concat(changeset.Warnings.Select(w => new ReviewWarning(Wording.Text(w.Code), Visible.Of(w.On ?? ""), Wording.Text(w.Text), WarningSource.Recorder)))
            .OrderBy(Rank),
    ];

    private static int Rank(ReviewWarning warning)
    {
        var code = warning.Code.ToString();
        var loud = Loud.TakeWhile(part => !code.Contains(part, StringComparison.Ordinal)).Count();
        return code == "new-supplier" ? Loud.Length + 1 : loud;
    }

    private static ImmutableArray<ReviewFact> RecordedOf(Changeset changeset)
    {
        var recorded = changeset.Recorded;
        var facts = ImmutableArray.CreateBuilder<ReviewFact>();
        Add("Recorded", Time(recorded.At));
        Add("Finished", recorded.Finished is { } finished ? Time(finished) : Visible.Word("not finished"));
        if (recorded.Discarded is { } discarded)
        {
            Add("Discarded", Time(discarded));
        }
        Add("On", Sentence.Of($"{Wording.Text(recorded.On.Instance)} {Visible.Word("at")} {Wording.Text(recorded.On.Identity)} {Visible.Word("Dolibarr")} {Wording.Text(recorded.On.Dolibarr)}"));
        Add("By", recorded.Model is { } model ? Sentence.Of($"{Wording.Text(recorded.By)} {Visible.Word("model")} {Wording.Text(model)}") : Wording.Text(recorded.By));
        return facts.ToImmutable();

        void Add(string name, VisibleText value) => facts.Add(new ReviewFact(Labels.Own(name), value));
    }

    private static VisibleText Time(DateTimeOffset at) => Visible.Of(at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
}
