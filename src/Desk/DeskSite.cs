using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using Microsoft.AspNetCore.Http;

namespace DolibarrAgent.Desk;

/// <summary>What each address answers. Pages are asked for; what does something is sent by a form of one of them.</summary>
internal sealed partial class DeskSite(DeskOptions options, DeskWork work, Entrance entrance)
{
    private readonly Frame frame = new(options.Language);

    private ChangesetPages Changesets => new(frame);

    private PlanPage Plans => new(frame, Today);

    private RunPage Runs => new(frame, Plans);

    private DateOnly Today => DateOnly.FromDateTime(options.Session.Clock.GetLocalNow().Date);

    /// <summary>Lets a browser in that brings a link, and hands it the cookie that is its own from then on.</summary>
    public async Task EnterAsync(HttpContext context)
    {
        if (entrance.Enter(context.Request.Query["link"].ToString()) is not { } key)
        {
            await ShowAsync(context, frame.Bare(DeskWords.NotLetIn, DeskWords.LinkUsed), StatusCodes.Status403Forbidden);
            return;
        }
        context.Response.Cookies.Append(CookieOf(context), key,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{SitePath.Root}";
    }

    /// <summary>The browser of a request; null where it was not let in.</summary>
    public Visitor? VisitorOf(HttpContext context) => entrance.VisitorOf(context.Request.Cookies[CookieOf(context)]);

    public Task NotLetInAsync(HttpContext context) =>
        ShowAsync(context, frame.Bare(DeskWords.NotLetIn, DeskWords.TakeLink), StatusCodes.Status403Forbidden);

    public Task NotOursAsync(HttpContext context, int status) =>
        ShowAsync(context, frame.Bare(DeskWords.OtherSite, DeskWords.Untouched), status);

    public Task FailedAsync(HttpContext context, Problem problem) => ShowAsync(
        context, frame.Page(DeskWords.Failed, "notice", Html.Of("h1", frame.Own(DeskWords.Failed)), Frame.Problems([problem])),
        StatusCodes.Status500InternalServerError);

    public Task NotThereAsync(HttpContext context) => ShowAsync(
        context, frame.Page(DeskWords.NotThere, "notice",
            Html.Of("h1", frame.Own(DeskWords.NotThere)), Html.Of("p", frame.Own(DeskWords.GoneSince)),
            Html.Of("p", Html.Of("a", frame.Own(DeskWords.BackToQueue)).LinkTo(SitePath.Root))), StatusCodes.Status404NotFound);

    public static async Task ScriptAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        await context.Response.WriteAsync(DeskScript.Source, context.RequestAborted);
    }

    public async Task QueueAsync(HttpContext context, Visitor visitor)
    {
        var query = context.Request.Query;
        var asked = new QueueAsked(
            query["all"] == "1", query["q"].ToString().Trim(),
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1);
        switch (await work.QueueAsync(context.RequestAborted))
        {
            case QueueResult.Good { Queue: var queue }:
                await ShowAsync(context, new QueuePage(frame, Today).Of(queue, asked, visitor));
                break;
            case QueueResult.Refused { Problems: var problems }:
                await ShowAsync(context, frame.Page(DeskWords.CouldNot, "notice", Frame.Problems(problems)));
                break;
        }
    }

    public Task ChangesetAsync(HttpContext context, Visitor visitor) => WithChangesetAsync(context, async (queued, loaded) =>
    {
        var page = await options.Reviews.OfAsync(loaded, options.Language, context.RequestAborted);
        page = await options.Reviews.WithPicturesAsync(page, loaded, context.RequestAborted) with { Today = Today };
        await ShowAsync(context, Changesets.Review(page, loaded, queued, visitor));
    });

    public Task HistoryAsync(HttpContext context, Visitor visitor) => WithChangesetAsync(context, async (queued, _) =>
    {
        switch (await work.HistoryAsync(queued.Changeset.Id, context.RequestAborted))
        {
            case HistoryResult.Good { History: var history }:
                await ShowAsync(context, Changesets.History(queued, history));
                break;
            case HistoryResult.Refused { Problems: var problems }:
                await ShowAsync(context, frame.Page(DeskWords.CouldNot, "notice", Frame.Problems(problems)));
                break;
        }
    });

    /// <summary>A document as a file to keep: never something that a browser opens by itself.</summary>
    public Task EvidenceAsync(HttpContext context, Visitor visitor) => WithChangesetAsync(context, async (_, loaded) =>
    {
        var evidence = loaded.Changeset.Evidence;
        if (!int.TryParse(Value(context, "index"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= evidence.Length || evidence[index].Blob is null)
        {
            await NotThereAsync(context);
            return;
        }
        await DownloadAsync(context, ChangesetPages.FileNameOf(evidence[index]), loaded.BytesOf(evidence[index]));
    });

    public Task PlanAsync(HttpContext context, Visitor visitor) => work.Plans.Named(Value(context, "plan")) is { } shown
        ? ShowAsync(context, Plans.Of(shown, visitor))
        : NotThereAsync(context);

    public async Task StatementAsync(HttpContext context, Visitor visitor)
    {
        if (work.Plans.Named(Value(context, "plan")) is { Statement: { } path })
        {
            await DownloadAsync(context, "statement.json", await File.ReadAllBytesAsync(path, context.RequestAborted));
            return;
        }
        await NotThereAsync(context);
    }

    public Task RunAsync(HttpContext context, Visitor visitor) => work.Runs.Named(Value(context, "run")) is { } run
        ? ShowAsync(context, Runs.Of(run, visitor))
        : NotThereAsync(context);

    /// <summary>What happens in a replay, as server-sent events, until it has ended.</summary>
    public async Task EventsAsync(HttpContext context, Visitor visitor)
    {
        if (work.Runs.Named(Value(context, "run")) is not { } run)
        {
            await NotThereAsync(context);
            return;
        }
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        int.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, work.Stopping);
        while (true)
        {
            await run.AfterAsync(seen, ends.Token);
            // What has ended first: nothing is added behind it.
            var (isOver, events) = (run.Result is not null, run.Events);
            foreach (var happened in events.Skip(seen))
            {
                await context.Response.WriteAsync($"data: {OneLine(Runs.LineOf(happened, run.Shown))}\n\n", ends.Token);
            }
            seen = events.Count;
            if (isOver)
            {
                await context.Response.WriteAsync("event: ended\ndata:\n\n", ends.Token);
                return;
            }
            await context.Response.Body.FlushAsync(ends.Token);
        }
    }

    public Task NoticeAsync(HttpContext context, Visitor visitor) => work.Notices.Named(Value(context, "notice")) is { } notice
        ? ShowAsync(context, frame.Page(notice.Title, "notice", [
            Html.Of("h1", frame.Own(notice.Title)),
            .. notice.Lines.Select(line => (Html)Html.Of("p", line)),
            notice.Problems.IsEmpty ? Html.None : Html.Of("section", Frame.Problems(notice.Problems)).Class("alarm"),
            Html.Of("p", Html.Of("a", frame.Own(DeskWords.GoOn)).LinkTo(notice.Next)),
        ]))
        : NotThereAsync(context);

    private async Task WithChangesetAsync(HttpContext context, Func<QueuedChangeset, LoadedChangeset, Task> act)
    {
        if (await work.FindAsync(Value(context, "id"), context.RequestAborted) is not { } queued)
        {
            await NotThereAsync(context);
            return;
        }
        switch (await DeskWork.LoadAsync(queued, context.RequestAborted))
        {
            case LoadResult.Good { Loaded: var loaded }:
                await act(queued, loaded);
                break;
            case LoadResult.Bad { Problems: var problems }:
                await ShowAsync(context, frame.Page(DeskWords.CouldNot, "notice", Frame.Problems(problems)));
                break;
        }
    }

    private static async Task ShowAsync(HttpContext context, HtmlPage page, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = SafeHeaders.PolicyOf(page);
        await context.Response.WriteAsync(page.ToString(), Encoding.UTF8, context.RequestAborted);
    }

    private static async Task DownloadAsync(HttpContext context, string name, ReadOnlyMemory<byte> bytes)
    {
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        // What is not seen in a name would hide its ending.
        disposition.SetHttpFileName(string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')));
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>A browser sends the cookies of all ports of a host alike: each desk has one of its own.</summary>
    private static string CookieOf(HttpContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"desk-{context.Request.Host.Port}");

    private static string OneLine(VisibleText text) => text.ToString().ReplaceLineEndings(" ");

    private static string Value(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";
}
