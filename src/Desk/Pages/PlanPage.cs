using System.Collections.Immutable;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>A plan: what would be done, what looks wrong, what is left out and why, and how it is confirmed.</summary>
internal sealed class PlanPage(Frame frame, DateOnly today)
{
    private Language Language => frame.Language;

    /// <param name="shown">The plan.</param>
    /// <param name="visitor">Who gets the forms.</param>
    public HtmlPage Of(ShownPlan shown, Visitor visitor)
    {
        var plan = shown.Plan;
        // What is the same for all of them is said once.
        var common = plan.Members is [var first, ..]
            ? first.Plan.AllNotes.Where(note => plan.Members.All(member => member.Plan.AllNotes.Contains(note))).ToImmutableArray() : [];
        var title = QueueWords.PlanFor(Instance(plan), plan.Members.Length, Language);
        return frame.Page(new Term(title.ToString(), title.ToString()), "plan", [
            Html.Of("h1", title),
            Table(plan, member => Html.Of("span", frame.Own(member.Standing.Word)).Class($"state {StyleOf(member)}")),
            .. common.Select(note => (Html)Html.Of("p", Visible.Of(note)).Class("warning")),
            .. plan.Members.SelectMany((member, i) => Notes(member, i + 1, common)),
            plan.Unreadable.IsEmpty ? Html.None : Html.Of("section", Frame.Problems(plan.Unreadable)).Class("alarm"),
            WhatNow(shown, visitor),
        ]);
    }

    /// <summary>The changesets of a plan, one in a row.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">What stands under the state of each.</param>
    public Html Table(BatchPlan plan, Func<BatchMember, Html> state) => HtmlParts.Table(
        QueueWords.PlanFor(Instance(plan), plan.Members.Length, Language), [
            frame.Column(DeskWords.Invoice), frame.Column(QueueWords.State), frame.Column(QueueWords.Due),
            frame.Column(QueueWords.Total) with { IsNumber = true }],
        plan.Members.Select((member, i) =>
        {
            var headline = HeadlineOf(member);
            return new HtmlRow(
                Html.All([
                    Html.Of("span", $"#{HtmlParts.Number(i + 1)} ").Class("id"),
                    Html.Of("a", QueuePage.LinkTextOf(headline)).LinkTo(Routes.Changeset(member.Loaded.Changeset.Id)),
                ]),
                [
                    state(member),
                    frame.Due(headline.Due, today),
                    headline.Total is { } total ? Written.Money(total, headline.Currency, Language) : Html.None,
                ]);
        }));

    public static VisibleText Instance(BatchPlan plan) => Visible.Of(plan.Members is [var first, ..] ? first.Plan.Target.Instance : "");

    public Headline HeadlineOf(BatchMember member) => Headline.Of(member.Loaded.Changeset, Language);

    private IEnumerable<Html> Notes(BatchMember member, int number, ImmutableArray<string> common)
    {
        var page = member.Plan.ReviewIn(Language);
        var warnings = member.Warnings(page)
            .Concat(member.Plan.AllNotes.Except(common, StringComparer.Ordinal).Select(note => Visible.Of(note))).ToList();
        if (warnings.Count == 0 && page.Final.IsEmpty && member.Problems.IsEmpty)
        {
            yield break;
        }
        var id = $"member-{HtmlParts.Number(number)}";
        yield return Html.Of("section", [
            Html.Of("h2", $"#{HtmlParts.Number(number)} ", HeadlineOf(member).Name).With("id", id),
            .. warnings.Select(text => (Html)Html.Of("p", text).Class("warning")),
            .. page.Final.Select(final => (Html)Html.Of("p", final.Text).Class("last-word")),
            member.Problems.IsEmpty ? Html.None : Html.All([
                Html.Of("p", Html.Of("strong", frame.Own(QueueWords.LeftOut))), Frame.Problems(member.Problems)]),
        ]).Class(member.Problems.IsEmpty ? "calm" : "alarm").With("aria-labelledby", id);
    }

    private Html WhatNow(ShownPlan shown, Visitor visitor)
    {
        var plan = shown.Plan;
        return Html.Of("section", [
            Html.Of("h2", frame.Own(DeskWords.WhatNow)).With("id", "what-now"),
            .. plan switch
            {
                { ExitCode: ExitCode.Waits } => ByCode(shown, visitor),
                _ when shown.ToSign is { } member => BySignature(shown, member, visitor),
                _ => [
                    Html.Of("p", frame.Own(plan.LeftOut.IsEmpty ? QueueWords.NothingToDo : QueueWords.NothingWritten)),
                    Html.Of("p", Html.Of("a", frame.Own(DeskWords.BackToQueue)).LinkTo(SitePath.Root))],
            },
        ]).Class("what-now").With("aria-labelledby", "what-now");
    }

    private IEnumerable<Html> ByCode(ShownPlan shown, Visitor visitor)
    {
        var plan = shown.Plan;
        return [
            Html.Of("p", plan.ToEnter(Language)).Class("sum"),
            Frame.Form(visitor, Routes.Runs(shown),
                Html.Of("p", frame.Own(DeskWords.CodeOfPlan), " ", Html.Of("strong", Visible.Of(plan.Code)).Class("code-of-plan")),
                frame.Field("code", DeskWords.TypeIt, input => input.With("required", "").With("spellcheck", "false")
                    .With("autocapitalize", "none").With("maxlength", "20")),
                frame.Button(DeskWords.Replay, "main")),
        ];
    }

    private IEnumerable<Html> BySignature(ShownPlan shown, BatchMember member, Visitor visitor)
    {
        yield return Html.Of("p", Html.Of("strong", frame.Own(DeskWords.TakesSignatures)));
        yield return Html.Of("ul", [.. member.Plan.Needs.Select(need => (Html)Html.Of("li", Visible.Of($"{need}")))]);
        if (shown.Statement is null)
        {
            yield return Frame.Form(visitor, Routes.Statement(shown), frame.Button(DeskWords.MakeStatement, "main"));
        }
        else
        {
            yield return Html.Of("p", Html.Of("a", frame.Own(DeskWords.DownloadStatement)).LinkTo(Routes.Statement(shown))
                .With("download", ""));
            yield return Html.Of("p", frame.Own(DeskWords.HowToSign), " ",
                Html.Of("code", "ssh-keygen -Y sign -f KEY -n dolibarr-changeset statement.json"));
        }
        yield return Frame.Form(visitor, Routes.Signatures(shown),
            frame.Field("statement", DeskWords.StatementFile, input => input.With("type", "file")),
            frame.Field("signature", DeskWords.SignatureFiles, input =>
                input.With("type", "file").With("multiple", "").With("required", "")),
            frame.Button(DeskWords.ReplaySigned)).With("enctype", "multipart/form-data");
    }

    private static string StyleOf(BatchMember member) => member.Standing switch
    {
        MemberStanding.ToDo => "strong",
        MemberStanding.Nothing => "quiet",
        _ => "no",
    };
}
