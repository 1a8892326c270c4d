namespace DolibarrAgent.ReplayTool.Tests;

public sealed class PlainTests : ProgramTest
{
    [Fact]
    public async Task What_goes_into_a_pipe_has_nothing_that_a_terminal_obeys()
    {
        var changeset = await Two.RecordMainJobAsync();
        var planned = await ReplayAsync(changeset);
        var replayed = await ReplayAsync("--confirm", changeset, "--code", await CodeAsync(changeset));

        foreach (var text in new[] { planned.Output, planned.Errors, replayed.Output, replayed.Errors })
        {
            text.Where(c => char.IsControl(c) && c != '\n').Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_terminal_gets_colours() =>
        (await Ran.TypingAsync(Person, "", await Two.RecordMainJobAsync())).Output.Should().MatchRegex("\u001b\\[[0-9;]*m");

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task A_terminal_that_wants_no_colours_gets_none(string variable, string value) =>
        (await Ran.TypingAsync(new Dictionary<string, string?>(Person) { [variable] = value }, "", await Two.RecordMainJobAsync())).Output.Should().NotMatchRegex("\u001b\\[[0-9;]*m").And.Contain("Plan for erp");

    [Fact]
    public async Task What_an_email_put_into_the_title_steers_no_terminal()
    {
        using var recorder = await Two.RecorderAsync();
        recorder.Entitle("\u001b]0;owned\u0007\u001b[2J[red]\u202e");
        var pdf = recorder.AddFile("pdf", TwoInstances.Pdf, (id, digest) => new Changesets.Evidence.File { Id = id, Name = "a\u001b[31m.pdf", Sha256 = digest, Size = TwoInstances.Pdf.Length });
        TwoInstances.Done(await recorder.DoAsync(TwoInstances.MainJob(pdf.Id).First(), Cancel));
        var changeset = ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;

        (await ReplayAsync(changeset)).Output.Should().NotContain("\u001b").And.NotContain("\u202e").And.Contain("⟨U+001B⟩[2J[red]⟨U+202E⟩");
        (await ReplayAsync(changeset, "--json")).Output.Should().NotContain("\u001b").And.NotContain("\u202e");
        (await ReplayAsync("history", changeset)).Output.Should().NotContain("\u001b").And.NotContain("\u202e");
    }
}
