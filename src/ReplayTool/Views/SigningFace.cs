using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>What looks wrong with a plan, whose signatures it takes, and how to get them, in a terminal.</summary>
internal static class SigningFace
{
    /// <summary>What looks wrong once one sees the target.</summary>
    public static IEnumerable<IRenderable> Risks(Plan plan) => plan.Risks.SelectMany(risk => new IRenderable[]
    {
        Draw.Gap,
        new VisibleCell(Sentence.Of($"! {Visible.Of(risk.Code)} {Visible.Of(risk.Operation)}"), Styles.Alarm),
        Draw.Indented(new VisibleCell(risk.Text)),
    });

    /// <summary>What a plan takes that no typed code confirms.</summary>
    /// <param name="plan">The plan that was shown.</param>
    /// <param name="path">The changeset, as it was typed.</param>
    public static IRenderable Needed(Plan plan, string path) => new Stacked([
        new VisibleCell(Sentence.Of($"Nothing was written. The policy asks for signatures on this plan:"), Styles.Strong),
        .. plan.Needs.Select(need => Draw.Indented(new VisibleCell(Visible.Of($"{need}")))),
        Draw.Gap,
        new VisibleCell(Sentence.Of($"To have it signed, write its statement to a file, such as:")),
        new UnbrokenLine(Sentence.Of($"replay plan {Visible.Of(Typed(plan, path))} --statement statement.json"), Styles.Strong)]);

    /// <summary>That the statement was written, and the commands that follow.</summary>
    public static IRenderable Of(Report.Stated stated, string path)
    {
        var file = PlanFace.Quoted(stated.Path);
        return new Stacked([
            Draw.Gap,
            new VisibleCell(Sentence.Of($"The statement of this plan is in {Visible.Of(stated.Path)}, good until {Visible.Of(stated.Statement.NotAfter)}. Nothing else was written."), Styles.Good),
            .. stated.Plan.Needs.Select(need => Draw.Indented(new VisibleCell(Sentence.Of($"It takes {Visible.Of($"{need}")}.")))),
            Draw.Gap,
            new VisibleCell(Sentence.Of($"Whoever signs it reads it first, and runs, each with their own key (a second signature by the same name would replace the first: move it away, or sign a copy):")),
            new UnbrokenLine(Sentence.Of($"ssh-keygen -Y sign -f KEY -n dolibarr-changeset {Visible.Of(file)}"), Styles.Strong),
            new VisibleCell(Sentence.Of($"Then, to replay it on {Visible.Of(stated.Plan.Target.Instance)}, with --signature once for each:")),
            new UnbrokenLine(Sentence.Of($"replay --confirm {Visible.Of(Typed(stated.Plan, path))} --statement {Visible.Of(file)} --signature {Visible.Of(PlanFace.Quoted(stated.Path + ".sig"))}"), Styles.Strong)]);
    }

    private static string Typed(Plan plan, string path) => PlanFace.Quoted(path) + (plan.Selection.IsAll ? "" : $" --only {plan.Selection}");
}
