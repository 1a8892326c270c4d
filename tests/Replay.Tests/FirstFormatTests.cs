using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A changeset that was recorded in the first format goes its way as any other.</summary>
public class FirstFormatTests : SigningTest
{
    [Fact]
    public async Task It_is_replayed_once_verified_and_taken_back()
    {
        var path = await InFirstFormatAsync(await Two.RecordMainJobAsync(validated: false));

        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);

        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
        await using var session = Session(Purpose.Look);
        (await session.VerifyAsync(await LoadAsync(path), Cancel)).ExitCode.Should().Be(ExitCode.Done);
        var revert = (await session.RevertAsync(await LoadAsync(path), Cancel)).Should().BeOfType<RevertResult.Made>().Subject;
        revert.Revert.Changeset.Format.Should().Be(ChangesetFormat.Current);
        revert.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task It_is_confirmed_by_signature()
    {
        var path = await InFirstFormatAsync(await RecordedAsync(OneForAll, Alice));
        var statement = await StatementAsync(path);

        (await ConfirmSignedAsync(path, statement, await Gate.SignAsync(Alice, statement))).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task Written_again_in_the_format_of_today_it_is_another_changeset()
    {
        var path = await InFirstFormatAsync(await Two.RecordMainJobAsync(validated: false));
        await ReplayAsync(path);
        await File.WriteAllBytesAsync(path, ChangesetFile.Write((await LoadAsync(path)).Changeset with { Format = ChangesetFormat.Current }), Cancel);

        (await PlanAsync(path)).Problems.Should().ContainSingle().Which.Code.Text.Should().Be("other-than-confirmed");
    }

    /// <summary>As it would have been written then.</summary>
    private static async Task<string> InFirstFormatAsync(string path)
    {
        await File.WriteAllBytesAsync(path, ChangesetFile.Write((await LoadAsync(path)).Changeset with { Format = ChangesetFormat.First }), Cancel);
        return path;
    }
}
