using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Desk;

/// <remarks>What the forms do, each once, and the page that they lead to.</remarks>
internal sealed partial class DeskSite
{
    /// <summary>Plans what was selected, or all that waits.</summary>
    public Task PlanItAsync(HttpContext context, Visitor visitor) => OnceAsync(context, visitor, async form =>
    {
        ImmutableArray<string> ids = [.. form["id"].OfType<string>()];
        if (form["what"] == "all")
        {
            ids = await work.QueueAsync(work.Stopping) is QueueResult.Good { Queue: var queue } ? QueuePage.ToDo(queue) : [];
        }
        if (ids.IsEmpty)
        {
            return work.Notices.Keep(new Notice(DeskWords.NothingSelected, SitePath.Root));
        }
        return await work.PlanAsync(ids, work.Stopping) switch
        {
            Worked<ShownPlan>.Done { Value: var shown } => Routes.Plan(shown),
            var refused => CouldNot(((Worked<ShownPlan>.Refused)refused).Problems, SitePath.Root),
        };
    });

    /// <summary>Begins the replay with the code that was typed. Whether it is the right one is decided where it is replayed.</summary>
    public Task ReplayAsync(HttpContext context, Visitor visitor) => OnceAsync(context, visitor, form => Task.FromResult(
        work.Plans.Named(Value(context, "plan")) is { } shown
            ? Routes.Run(work.Replay(shown, form["code"].ToString().Trim()))
            : work.Notices.Keep(new Notice(DeskWords.NotThere, SitePath.Root))));

    /// <summary>Makes the statement of a plan.</summary>
    public Task StateAsync(HttpContext context, Visitor visitor) => OnceAsync(context, visitor, async _ =>
    {
        if (work.Plans.Named(Value(context, "plan")) is not { ToSign: not null } shown)
        {
            return work.Notices.Keep(new Notice(DeskWords.NotThere, SitePath.Root));
        }
        switch (await work.StateAsync(shown, work.Stopping))
        {
            case Worked<string>.Done { Value: var path }:
                work.Plans.Stated(shown, path);
                return Routes.Plan(shown);
            case var refused:
                return CouldNot(((Worked<string>.Refused)refused).Problems, Routes.Plan(shown));
        }
    });

    /// <summary>Begins the replay with the signatures that were brought.</summary>
    public Task SignedAsync(HttpContext context, Visitor visitor) => OnceAsync(context, visitor, async form =>
    {
        if (work.Plans.Named(Value(context, "plan")) is not { ToSign: not null } shown)
        {
            return work.Notices.Keep(new Notice(DeskWords.NotThere, SitePath.Root));
        }
        var folder = work.Files.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        var signatures = ImmutableArray.CreateBuilder<string>();
        var statement = shown.Statement;
        foreach (var file in form.Files.Where(file => file.Length > 0))
        {
            // Under names of ours: what a browser calls a file is nobody's business here.
            var isStatement = file.Name == "statement";
            var path = Path.Combine(folder, isStatement ? "statement.json" : $"{signatures.Count}.sig");
            await using (var kept = new FileStream(path, FileMode.CreateNew))
            {
                await file.CopyToAsync(kept, work.Stopping);
            }
            if (isStatement)
            {
                statement = path;
            }
            else
            {
                signatures.Add(path);
            }
        }
        return signatures.Count == 0 || statement is null
            ? CouldNot([new Problem(Codes.NoStatement, "statement", "A statement and at least one signature are needed.")],
                Routes.Plan(shown))
            : Routes.Run(work.Replay(shown, new SignedFiles(statement, signatures.ToImmutable())));
    });

    /// <summary>Rejects a changeset, or takes that back.</summary>
    public Task RejectAsync(HttpContext context, Visitor visitor) => WithChangesetAsync(context, (queued, loaded) =>
        OnceAsync(context, visitor, async form =>
        {
            var here = Routes.Changeset(queued.Changeset.Id);
            var reason = form["reason"].ToString().Trim();
            return reason.Length == 0
                ? work.Notices.Keep(new Notice(DeskWords.NoReason, here))
                : await work.RejectAsync(new RejectOrder(loaded, reason, form["undo"] == "1"), work.Stopping) switch
                {
                    Worked<RejectOrder>.Refused { Problems: var problems } => CouldNot(problems, here),
                    _ => here,
                };
        }));

    /// <summary>Makes the changeset that takes one back, and tells what it leaves.</summary>
    public Task RevertAsync(HttpContext context, Visitor visitor) => WithChangesetAsync(context, (queued, loaded) =>
        OnceAsync(context, visitor, async _ =>
        {
            var here = Routes.Changeset(queued.Changeset.Id);
            return await work.RevertAsync(loaded, work.Stopping) switch
            {
                Worked<RevertResult>.Refused { Problems: var problems } => CouldNot(problems, here),
                Worked<RevertResult>.Done { Value: RevertResult.Made made } => work.Notices.Keep(
                    new Notice(DeskWords.Reverted, Routes.Changeset(made.Revert.Changeset.Id))
                    {
                        Problems = made.Left,
                        Lines = [.. made.Notes.Select(note => Visible.Of(note))],
                    }),
                Worked<RevertResult>.Done { Value: RevertResult.Nothing nothing } => work.Notices.Keep(
                    new Notice(DeskWords.NothingToRevert, here)
                    {
                        Problems = nothing.Left,
                        Lines = [.. nothing.Notes.Select(note => Visible.Of(note))]
                    }),
                _ => throw new InvalidOperationException("A revert was made, has nothing to take back, or is refused."),
            };
        }));

    /// <summary>
    /// Does what a form asks for, where it is one of ours and was not sent before, and leads to the page of what came of it.
    /// </summary>
    private async Task OnceAsync(HttpContext context, Visitor visitor, Func<IFormCollection, Task<SitePath>> act)
    {
        if (!context.Request.HasFormContentType)
        {
            await NotOursAsync(context, StatusCodes.Status415UnsupportedMediaType);
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (visitor.Once(Frame.WordOf(form), context.Request.Path, () => SafelyAsync(form, act)) is not { } led)
        {
            await ShowAsync(context, frame.Bare(DeskWords.CouldNot, DeskWords.OldForm), StatusCodes.Status403Forbidden);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{await led}";
    }

    private async Task<SitePath> SafelyAsync(IFormCollection form, Func<IFormCollection, Task<SitePath>> act)
    {
        try
        {
            // The lock that lets a form through once is left first.
            await Task.Yield();
            return await act(form);
        }
        catch (LedgerException e)
        {
            return CouldNot([e.Problem], SitePath.Root);
        }
        // The last boundary: a person gets a sentence, whatever happened, and only the log the stack trace.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            options.Session.Log.LogError(e, "A form of the desk failed");
            return CouldNot([Unfinished.Defect("replay desk", e, "Look where things stand in the queue. Report the defect with the log.")],
                SitePath.Root);
        }
    }

    private SitePath CouldNot(ImmutableArray<Problem> problems, SitePath next) =>
        work.Notices.Keep(new Notice(DeskWords.CouldNot, next) { Problems = problems });
}
