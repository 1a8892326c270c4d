using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>Several plans with one code in a terminal, and what came of them.</summary>
internal sealed class BatchFace(Language language, DateOnly today)
{
    private readonly QueueFace queue = new(language, today);

    /// <summary>A line for each changeset, what looks wrong with each, what is left out and why, and what it comes to.</summary>
    public IRenderable Of(BatchPlan plan)
    {
        var table = queue.Columns(QueueWords.State);
        var blocks = new List<IRenderable>();
        if (plan.Members.IsEmpty)
        {
            return new Stacked(new VisibleCell(Own(QueueWords.NothingWaits)), ProblemsFace.Of(plan.Unreadable));
        }
        foreach (var (member, i) in plan.Members.Select((member, i) => (member, i)))
        {
            table.AddRow(queue.Cells(i + 1, StandingOf(member), HeadlineOf(member)));
            blocks.AddRange(Notes(member, i + 1));
        }
        return new Stacked([
            Draw.Section(QueueWords.PlanFor(Visible.Of(plan.Members[0].Plan.Target.Instance), plan.Members.Length, language)),
            table,
            .. blocks.Count == 0 ? [] : blocks.Prepend(Draw.Gap),
            .. plan.Unreadable.IsEmpty ? [] : new[] { Draw.Gap, ProblemsFace.Of(plan.Unreadable) },
            Draw.Gap,
            new VisibleCell(plan.ToEnter(language), Styles.Strong),
        ]);
    }

    /// <summary>What a person does now.</summary>
    /// <param name="plan">The plan that was shown.</param>
    /// <param name="typed">The changesets as a shell takes them.</param>
    public IRenderable Next(BatchPlan plan, string typed)
    {
        if (plan.ExitCode != ExitCode.Waits)
        {
            return new VisibleCell(plan.LeftOut.IsEmpty ? Own(QueueWords.NothingToDo) : Own(QueueWords.NothingWritten), plan.LeftOut.IsEmpty
                ? Styles.Good : Styles.Bad);
        }
        return new Stacked(
            new VisibleCell(QueueWords.ReviewOne(Visible.Of(PlanFace.Quoted(plan.Members[0].Loaded.Folder)), language), Styles.Quiet),
            new VisibleCell(QueueWords.RunThis(Visible.Of(plan.Members[0].Plan.Target.Instance), Visible.Of(plan.Code), language)),
            new UnbrokenLine(Sentence.Of($"replay --confirm {Visible.Of(typed)}"), Styles.Strong));
    }

    /// <summary>What became of each, and why where it did not come to its end.</summary>
    public IRenderable Of(BatchReplay result)
    {
        var (table, blocks, done) = (queue.Columns(QueueWords.State), new List<IRenderable>(), 0);
        var instance = Visible.Of(result.Plan.Members[0].Plan.Target.Instance);
        foreach (var (member, i) in result.Plan.Members.Select((member, i) => (member, i)))
        {
            var ended = result.Ended.FirstOrDefault(one => one.Member.Loaded.Changeset.Id == member.Loaded.Changeset.Id);
            var isDone = member.Standing == MemberStanding.Nothing || ended is { ExitCode: ExitCode.Done };
            done += isDone ? 1 : 0;
            table.AddRow(queue.Cells(i + 1, CameOf(member, ended), HeadlineOf(member)));
            var problems = ended?.Problems ?? member.Problems;
            if (!problems.IsEmpty)
            {
                blocks.AddRange([Draw.Gap, new VisibleCell(Sentence.Of($"#{Number(i + 1)} {Visible.Of(member.Loaded.Folder)}"), Styles.Bad),
                    ProblemsFace.Of(problems)]);
            }
        }
        return new Stacked([
            Draw.Section(instance), table, .. blocks, Draw.Gap,
            new VisibleCell(QueueWords.Came(done, result.Plan.Members.Length, instance, language), done == result.Plan.Members.Length
                ? Styles.Good : Styles.Bad),
        ]);
    }

    private IEnumerable<IRenderable> Notes(BatchMember member, int number)
    {
        var page = member.Plan.ReviewIn(language);
        var lines = member.Warnings(page)
            .Concat(member.Plan.AllNotes.Select(Visible.Of))
            .Concat(page.Final.Select(final => final.Text)).ToList();
        if (lines.Count == 0 && member.Problems.IsEmpty)
        {
            yield break;
        }
        yield return new VisibleCell(Sentence.Of($"#{Number(number)} {HeadlineOf(member).Name}"), Styles.Strong);
        foreach (var line in lines)
        {
            yield return Draw.Indented(new VisibleCell(line, Styles.Alarm));
        }
        if (!member.Problems.IsEmpty)
        {
            yield return Draw.Indented(new VisibleCell(QueueWords.LeftOutBecause(Visible.Of(member.Loaded.Folder), language), Styles.Bad));
            yield return Draw.Indented(ProblemsFace.Of(member.Problems));
        }
    }

    private VisibleCell StandingOf(BatchMember member) => new(Own(member.Standing.Word), member.Standing switch
    {
        MemberStanding.ToDo => Styles.Strong,
        MemberStanding.Nothing => Styles.Quiet,
        _ => Styles.Bad,
    });

    private VisibleCell CameOf(BatchMember member, EndedMember? ended) => ended switch
    {
        null => StandingOf(member),
        { ExitCode: ExitCode.Done } => new VisibleCell(Own(QueueWords.Replayed), Styles.Good),
        { ExitCode: ExitCode.Conflict } => new VisibleCell(Own(QueueWords.Conflict), Styles.Bad),
        _ => new VisibleCell(Own(QueueWords.Begun), Styles.Bad),
    };

    private Headline HeadlineOf(BatchMember member) => Headline.Of(member.Loaded.Changeset, language);

    private VisibleText Own(Term term) => Words.Own(term.In(language));

    private static VisibleText Number(int number) => Words.Own(number.ToString(CultureInfo.InvariantCulture));
}
