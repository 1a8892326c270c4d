using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>What instances are, in a terminal: as they were found, with what was enrolled before where that was another.</summary>
internal static class EnrollFace
{
    public static IRenderable Of(EnrollResult result) => new Stacked([.. result.Instances.SelectMany(Of), Draw.Gap, .. Advice(result), Closing(result)]);

    private static IEnumerable<IRenderable> Advice(EnrollResult result) =>
        result is EnrollResult.Done { Advice: { } advice } ? [new VisibleCell(Visible.Of(advice), Styles.Alarm)] : [];

    private static IEnumerable<IRenderable> Of(EnrolledInstance instance)
    {
        yield return Draw.Section(Visible.Of(instance.Instance));
        yield return Draw.Facts([.. instance.Facts.Select(fact => new ReviewFact(Visible.Of(fact.What), Value(fact)))]);
        foreach (var note in instance.Notes)
        {
            yield return new VisibleCell(Sentence.Of($"Not to be seen with this key: {Visible.Of(note)}"), Styles.Quiet);
        }
        yield return new VisibleCell(Words(instance.State), instance.State == EnrolledState.Refused ? Styles.Bad : Styles.Good);
    }

    private static VisibleText Value(IdentityFact fact) =>
        fact.Before is { } before ? Sentence.Of($"{Visible.Of(fact.Value)} (enrolled before: {Visible.Of(before)})") : Visible.Of(fact.Value);

    private static VisibleText Words(string state) => Draw.Own(state switch
    {
        EnrolledState.Enrolled => "Enrolled.",
        EnrolledState.Again => "Enrolled again, over what was there before.",
        EnrolledState.AsEnrolled => "It is what was enrolled before. Nothing was written.",
        _ => "Refused.",
    });

    private static VisibleCell Closing(EnrollResult result) => result is EnrollResult.Done done
        ? new VisibleCell(Sentence.Of($"What was found is in {Visible.Of(done.File)}. Look whether these are the instances that you mean: from now on no other is taken for them."), Styles.Strong)
        : new VisibleCell(Draw.Own("Nothing was written."), Styles.Bad);
}
