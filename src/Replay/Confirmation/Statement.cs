using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// What a person signs: one plan, in words that they can read and in digests that leave nothing open. Format
/// <c>dolibarr-statement/2</c>; its only written form is that of <see cref="StatementFile"/>. All values from outside have
/// passed <see cref="Visible"/>.
/// </summary>
public sealed record Statement
{
    public const string CurrentFormat = FormatName + "2";

    internal const string FormatName = "dolibarr-statement/";

    [JsonPropertyOrder(0)]
    public required string Format { get; init; }

    /// <summary>What a signature under it means.</summary>
    [JsonPropertyOrder(1)]
    public required string Says { get; init; }

    [JsonPropertyOrder(2)]
    public required string Title { get; init; }

    /// <summary>Whose recording it is, or that nobody signed it.</summary>
    [JsonPropertyOrder(3)]
    public required string Recorder { get; init; }

    /// <summary>What is done, a line for each operation: the object, whose it is and every value, see <see cref="StatedOperation"/>.</summary>
    [JsonPropertyOrder(4)]
    public required ImmutableArray<string> Does { get; init; }

    /// <summary>What may look wrong, a line for each: code, operation, words.</summary>
    [JsonPropertyOrder(5)]
    public required ImmutableArray<string> Risks { get; init; }

    [JsonPropertyOrder(6)]
    public required ImmutableArray<string> CannotBeUndone { get; init; }

    /// <summary><c>all</c>, or the ids of the operations with those that they need: <c>op1,op2</c>.</summary>
    [JsonPropertyOrder(7)]
    public required string Selection { get; init; }

    /// <summary>The changeset's id.</summary>
    [JsonPropertyOrder(8)]
    public required string Changeset { get; init; }

    [JsonPropertyOrder(9)]
    public required string ChangesetSha256 { get; init; }

    /// <summary><c>en</c> or <c>fr</c>.</summary>
    [JsonPropertyOrder(10)]
    public required string ReviewLanguage { get; init; }

    /// <summary>Each face of the review with the SHA-256 of its bytes: <c>text 9f…</c>.</summary>
    [JsonPropertyOrder(11)]
    public required ImmutableArray<string> ReviewFaces { get; init; }

    /// <summary>The instance that is written to: <c>erp</c>.</summary>
    [JsonPropertyOrder(12)]
    public required string Target { get; init; }

    [JsonPropertyOrder(13)]
    public required string TargetOrigin { get; init; }

    [JsonPropertyOrder(14)]
    public required string TargetDolibarr { get; init; }

    /// <summary>SHA-256 of what was written down when the target was enrolled; empty where it was not.</summary>
    [JsonPropertyOrder(15)]
    public required string TargetEnrolled { get; init; }

    /// <summary>What people call the plan: the first characters of its digest.</summary>
    [JsonPropertyOrder(16)]
    public required string Plan { get; init; }

    /// <summary>The whole digest of the plan, which covers all that was observed.</summary>
    [JsonPropertyOrder(17)]
    public required string PlanSha256 { get; init; }

    /// <summary>SHA-256 of the policy's file, or <c>built-in</c>.</summary>
    [JsonPropertyOrder(18)]
    public required string Policy { get; init; }

    /// <summary>UTC, to the second: from then on it no longer counts.</summary>
    [JsonPropertyOrder(19)]
    public required string NotAfter { get; init; }

    /// <summary>The statement of a plan that may be confirmed.</summary>
    /// <param name="language">Of the words in it, and of the review that it is signed with.</param>
    public static Statement Of(Plan plan, Language language, DateTimeOffset notAfter)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var changeset = plan.Loaded.Changeset;
        var page = ReviewPage.Of(changeset, language) with { Recorder = plan.Recorder };
        var risks = PlanRisks.Of(plan, language);
        var instance = Visible.Of(plan.Target.Instance);
        return new Statement
        {
            Format = CurrentFormat,
            Says = Sentence.Of($"{(language == Language.French ? SaysInFrench : SaysInEnglish)} {instance}").ToString(),
            Title = page.Title.ToString(),
            Recorder = page.RecordedBy!.ToString(),
            Does = [.. StatedOperation.Of(changeset, plan.Selected, language).Select(line => line.ToString())],
            Risks = [.. risks.Warnings.Select(Line).Distinct(StringComparer.Ordinal)],
            CannotBeUndone = [.. risks.Final.Select(risk => Visible.Of(risk.Operation).And(risk.Text).ToString())],
            Selection = plan.Selection.IsAll ? "all" : string.Join(',', plan.Selected.Select(operation => operation.Id)),
            Changeset = changeset.Id,
            ChangesetSha256 = plan.Loaded.Digest.Hex,
            ReviewLanguage = Languages.TagOf(language),
            ReviewFaces = RenderedReview.FacesOf(plan, language),
            Target = plan.Target.Instance,
            TargetOrigin = plan.Target.Origin,
            TargetDolibarr = Visible.Of(plan.Target.Dolibarr).ToString(),
            TargetEnrolled = plan.Target.Enrolled,
            Plan = plan.Name,
            PlanSha256 = plan.Digest.Hex,
            Policy = plan.Policy.Sha256,
            NotAfter = Moments.Text(notAfter),
        };
    }

    private static VisibleText SaysInEnglish { get; } = Draw.Own("By signing this you approve replaying exactly what is written here, once, on");

    private static VisibleText SaysInFrench { get; } = Draw.Own("Qui signe ceci accepte que ce qui est écrit ici soit rejoué, une seule fois, et rien d'autre, sur");

    private static string Line(PlannedRisk risk) => Sentence.Of($"{Visible.Of(risk.Code).And(Visible.Of(risk.Operation))}: {risk.Text}").ToString();
}
