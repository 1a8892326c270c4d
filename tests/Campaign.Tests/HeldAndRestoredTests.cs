using System.Globalization;
using DolibarrAgent.Replay;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>Requests that a server holds for minutes, and a prod that was restored from an older backup.</summary>
public class HeldAndRestoredTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whichever_write_is_held_beyond_every_wait_everything_is_there_once()
    {
        await using var stage = await Stage.OpenAsync(Job.RecordAsync, Cancel);
        var (clean, writes, _) = await CleanAsync(stage);
        var wrong = new List<string>();
        for (var write = 1; write <= writes; write++)
        {
            stage.Begin();
            stage.Prod.Faults = FaultPlan.At(CountedRequests.Writes, write, new Fault.CloseThenEffect(new LateEffect.WhenReleased()));
            await stage.ReplayAsync(new Death(0), Cancel);
            stage.Prod.Faults = FaultPlan.None;
            // Minutes later the lock is gone, and the server carries it out.
            stage.Prod.ReleaseLate();
            await stage.ReplayAsync(new Death(0), Cancel);
            var last = await stage.ReplayAsync(new Death(0), Cancel);
            if (last is not Came.Through { Replay: ConfirmedReplay.NothingToDo })
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"write {write}: {last}"));
            }
            if (await stage.PictureAsync(Cancel) is var picture && picture != clean)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"write {write}: prod holds{Environment.NewLine}{picture}in place of{Environment.NewLine}{clean}"));
            }
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task A_prod_that_was_restored_is_a_conflict_until_a_person_says_so_and_then_everything_is_there_once()
    {
        await using var stage = await Stage.OpenAsync(Job.RecordAsync, Cancel);
        var (clean, writes, steps) = await CleanAsync(stage);
        var wrong = new List<string>();
        for (var dies = 1; dies <= steps; dies += 3)
        {
            stage.Begin();
            await stage.ReplayAsync(new Death(0), Cancel);
            stage.RestoreProd();
            var effects = stage.Prod.Effects.Count;
            if (await stage.ReplayAsync(new Death(0), Cancel) is not Came.Through { Replay: ConfirmedReplay.Stopped { Plan.ExitCode: ExitCode.Conflict } } || stage.Prod.Effects.Count != effects)
            {
                wrong.Add("it was not a conflict, or something was written");
            }
            await stage.ReplayAsync(new Death(dies), isAfterRestore: true, Cancel);
            await stage.ReplayAsync(new Death(0), isAfterRestore: true, Cancel);
            var last = await stage.ReplayAsync(new Death(0), Cancel);
            if (last is not Came.Through { Replay: ConfirmedReplay.NothingToDo } || stage.Prod.Effects.Count != effects + writes || await stage.PictureAsync(Cancel) != clean)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"dies at {dies}: {last}, {stage.Prod.Effects.Count - effects} writes in place of {writes}"));
            }
        }
        wrong.Should().BeEmpty();
    }

    private static async Task<(string Picture, int Writes, int Steps)> CleanAsync(Stage stage)
    {
        stage.Begin();
        var life = new Death(0);
        await stage.ReplayAsync(life, Cancel);
        return (await stage.PictureAsync(Cancel), stage.Prod.Effects.Count, life.Steps.Count);
    }
}
