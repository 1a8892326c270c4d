using System.Collections.Immutable;
using DolibarrAgent.Resources;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Review;

/// <summary>What to look at before anything else: warnings, the worst first, then what cannot be undone.</summary>
internal static class HtmlWarnings
{
    public static Html Of(ReviewPage page, Anchors anchors) => Html.All([Warnings(page, anchors), Final(page, anchors)]);

    private static Html Warnings(ReviewPage page, Anchors anchors)
    {
        var (warnings, headings) = (WarningInWords.Of(page), page.Words.Headings);
        return warnings.IsEmpty
            ? Section("warnings", headings.LookFirst, Html.Of("p", headings.NothingToLookAt)).Class("calm")
            : Html.All([
                Of(Severity.Stop, "stop", CardWords.Stop),
                Of(Severity.Check, "check", CardWords.Check),
                Of(Severity.Note, "note", CardWords.Note),
            ]);

        Html Of(Severity severity, string id, Term heading)
        {
            var some = warnings.Where(warning => RiskCodes.SeverityOf(warning.Code.ToString()) == severity).ToImmutableArray();
            return some.IsEmpty ? Html.None : Section(id, Words.Counted(heading.In(page.Language), some.Length),
                Html.Of("ol", [.. some.Select(warning => Warning(warning, anchors))])).Class(StyleOf(severity));
        }
    }

    private static string StyleOf(Severity severity) => severity switch
    {
        Severity.Stop => "alarm",
        Severity.Check => "final",
        _ => "calm",
    };

    /// <summary>What it means to a person comes first, the code for programs beside it.</summary>
    private static Html Warning(WarningInWords warning, Anchors anchors) => Html.Of("li", [
        Html.Of(
            "p",
            warning.Meaning is { } meaning ? Html.All([Html.Of("strong", meaning), " ", Html.Of("span", warning.Code).Class("id")]) : Html.Of("strong", warning.Code),
            warning.On.IsEmpty ? VisibleText.None : Html.All([" → ", anchors.ToAny(warning.On)])).Class("code"),
        .. warning.Texts.Select(text => (Html)Html.Of("p", text)),
    ]);

    private static Html Final(ReviewPage page, Anchors anchors)
    {
        var headings = page.Words.Headings;
        return page.Final.IsEmpty
            ? Section("final", headings.CannotBeUndone, Html.Of("p", headings.NothingFinal)).Class("calm")
            : Section("final", Words.Counted(headings.CannotBeUndone, page.Final.Length), Html.Of("ul", [.. page.Final.Select(final => (Html)Html.Of("li", anchors.ToAny(final.Operation), " ", final.Text))])).Class("final");
    }

    private static Html.Element Section(string id, Html heading, Html content) =>
        Html.Of("section", Html.Of("h2", heading).With("id", $"{id}-h"), content).With("aria-labelledby", $"{id}-h");
}
