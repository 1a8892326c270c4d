using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>One changeset: its review with what can be done now, and its history.</summary>
internal sealed class ChangesetPages(Frame frame)
{
    /// <param name="page">Its review.</param>
    /// <param name="loaded">Where its documents come from.</param>
    /// <param name="queued">Where it stands.</param>
    /// <param name="visitor">Who gets the forms.</param>
    public HtmlPage Review(ReviewPage page, LoadedChangeset loaded, QueuedChangeset queued, Visitor visitor) =>
        frame.Around(HtmlReview.PageOf(page, loaded), Html.Of("footer", [
            Html.Of("h2", frame.Own(DeskWords.WhatNow)).With("id", "what-now"),
            Html.Of("p", Html.Of("span", frame.Own(queued.State.Word)).Class("state"), " ",
                Html.Of("a", frame.Own(DeskWords.History)).LinkTo(Routes.History(queued.Changeset.Id))),
            Standing(queued),
            .. Actions(queued, visitor),
            Documents(loaded),
        ]).With("aria-labelledby", "what-now"));

    /// <param name="queued">The changeset.</param>
    /// <param name="history">What the ledger tells of it.</param>
    public HtmlPage History(QueuedChangeset queued, History history)
    {
        var title = Words.In(frame.Language).Shown(queued.Changeset.Title);
        return frame.Page(DeskWords.History, "history",
            Html.Of("h1", frame.Own(DeskWords.History)),
            Html.Of("p", Html.Of("a", title).LinkTo(Routes.Changeset(queued.Changeset.Id))),
            history.Fault is { } fault ? Html.Of("p", Visible.Of(fault.ToString())).Class("alarm") : Html.None,
            history.Entries.IsEmpty
                ? Html.Of("p", frame.Own(DeskWords.NoHistory))
                : HtmlParts.Table(frame.Own(DeskWords.History), [
                    HtmlParts.Column("#"), frame.Column(DeskWords.When), frame.Column(DeskWords.Operation), frame.Column(DeskWords.What)],
                    history.Entries.Select(entry => new HtmlRow(entry.Number.ToString(CultureInfo.InvariantCulture), [
                        Visible.Of(Moments.ShownUnderUtc(entry.At)), Visible.Of(entry.Content.Operation),
                            HistoryWords.Of(entry.Content)]))));
    }

    private Html Standing(QueuedChangeset queued) => queued switch
    {
        { State: QueueState.Rejected, Past.Rejection: { } no } =>
            Html.Of("p", QueueWords.RejectedBy(Visible.Of(no.By), Visible.Of(no.Reason), frame.Language)),
        { State: QueueState.Discarded, Changeset.Recorded.Reason: { } reason } =>
            Html.Of("p", QueueWords.DiscardedBecause(Visible.Of(reason), frame.Language)),
        { State: QueueState.Begun or QueueState.Conflict } =>
            Html.Of("p", QueueWords.AppliedOf(queued.Applied, queued.Changeset.Operations.Length, frame.Language)),
        _ => Html.None,
    };

    private IEnumerable<Html> Actions(QueuedChangeset queued, Visitor visitor)
    {
        var id = queued.Changeset.Id;
        if (queued.IsToDo)
        {
            yield return Frame.Form(visitor, Routes.Plans,
                Html.Of("p", frame.Own(DeskWords.LookBeforePlanning)),
                Html.Of("input").With("type", "hidden").With("name", "id").With("value", id),
                frame.Button(DeskWords.PlanThis, "main"));
        }
        if (queued.IsToDo || queued.State == QueueState.Open)
        {
            yield return Frame.Form(visitor, Routes.Rejection(id), Reason(DeskWords.Why), frame.Button(DeskWords.Reject));
        }
        if (queued.State == QueueState.Rejected)
        {
            yield return Frame.Form(visitor, Routes.Rejection(id), Reason(DeskWords.WhyAgain),
                Html.Of("input").With("type", "hidden").With("name", "undo").With("value", "1"),
                frame.Button(DeskWords.TakeRejectionBack));
        }
        if (queued.Applied > 0)
        {
            yield return Frame.Form(visitor, Routes.Revert(id), Html.Of("p", frame.Own(DeskWords.RevertMeans)),
                frame.Button(DeskWords.Revert));
        }
    }

    private Html Reason(Term words) => frame.Field("reason", words, input => input.With("required", "").With("maxlength", "500"));

    private Html Documents(LoadedChangeset loaded)
    {
        var documents = loaded.Changeset.Evidence.Select((evidence, i) => new { Evidence = evidence, Index = i })
            .Where(one => one.Evidence.Blob is not null).ToList();
        return documents.Count == 0 ? Html.None : Html.All([
            Html.Of("h3", frame.Own(DeskWords.Documents)),
            Html.Of("ul", [.. documents.Select(one => (Html)Html.Of("li", Html.Of("a", Visible.Of(FileNameOf(one.Evidence)))
                .LinkTo(Routes.Evidence(loaded.Changeset.Id, one.Index)).With("download", "")))]),
        ]);
    }

    /// <summary>Under which a document is downloaded.</summary>
    public static string FileNameOf(Evidence evidence) =>
        evidence is Evidence.File file ? file.Name : evidence.Id + ".eml";
}
