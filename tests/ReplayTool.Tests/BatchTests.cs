using System.Text.Json;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>A folder of changesets, or several, by one command with one code.</summary>
public sealed class BatchTests : ProgramTest
{
    [Fact]
    public async Task A_folder_is_planned_in_one_table_with_one_code()
    {
        await TwoWaitAsync();

        var ran = await ReplayAsync(Folder);

        ran.ExitCode.Should().Be(2, ran.Errors);
        ran.Output.Should().Contain("Plan for erp: 2 changesets").And.Contain("F-2026-1").And.Contain("F-2026-2").And.Contain("to replay")
            .And.Contain("2 invoices to enter, €70.40 incl. VAT").And.Contain($"replay --confirm {Folder}");
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task Its_code_replays_all_of_them_and_a_second_time_nothing_is_left()
    {
        await TwoWaitAsync();

        var ran = await ReplayAsync("--confirm", Folder, "--code", await BatchCodeAsync(Folder));
        var again = await ReplayAsync("--confirm", Folder);

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("2 of 2 changesets are wholly on erp");
        ran.Errors.Should().Contain("1/2 ").And.Contain("2/2 ");
        again.ExitCode.Should().Be(0);
        again.Output.Should().Contain("Nothing waits here.");
    }

    [Fact]
    public async Task Several_paths_are_sorted_as_they_need_each_other()
    {
        var (maker, needs) = await TwoWaitAsync();

        var ran = await ReplayAsync("--confirm", needs, maker, "--code", await BatchCodeAsync(needs, maker), "--json");

        ran.ExitCode.Should().Be(0, ran.Output);
        Members(ran).Select(member => member.GetProperty("exit").GetInt32()).Should().Equal(0, 0);
        Members(ran).SelectMany(member => member.GetProperty("operations").EnumerateArray())
            .Select(one => one.GetProperty("outcome").GetString())
            .Should().HaveCount(5).And.OnlyContain(outcome => outcome == "applied");
    }

    [Fact]
    public async Task One_in_whose_way_something_is_is_left_out_with_the_reason_and_the_others_are_replayed()
    {
        await TwoWaitAsync();
        await EnterMartinAsync();
        await Two.RecordAsync(Martin);

        var planned = await ReplayAsync(Folder);
        var ran = await ReplayAsync("--confirm", Folder, "--code", await BatchCodeAsync(Folder));

        planned.ExitCode.Should().Be(2);
        planned.Output.Should().Contain("left out").And.Contain("already-there");
        ran.ExitCode.Should().Be(3);
        ran.Output.Should().Contain("2 of 3 changesets are wholly on erp").And.Contain("already-there");
    }

    [Fact]
    public async Task What_was_rejected_is_not_in_the_batch_of_its_folder_and_named_by_itself_it_says_why()
    {
        var (_, needs) = await TwoWaitAsync();
        await ReplayAsync("reject", needs, "--reason", "not ours");

        Members(await ReplayAsync(Folder, "--json")).Should().ContainSingle();
        Members(await ReplayAsync(Folder, needs, "--json")).Select(member => member.GetProperty("standing").GetString()).Should()
            .Equal("to-replay", "left-out");
    }

    [Fact]
    public async Task A_changeset_that_was_changed_between_the_plan_and_the_code_voids_it()
    {
        var (maker, _) = await TwoWaitAsync();
        var code = await BatchCodeAsync(Folder);
        var text = await File.ReadAllTextAsync(maker, Cancel);
        await File.WriteAllTextAsync(maker,
            text.Replace("Hébergeur Dupont SARL, 35.20", "Hébergeur Dupont SARL, 35.21", StringComparison.Ordinal), Cancel);

        var ran = await ReplayAsync("--confirm", Folder, "--code", code, "--json");

        ran.ExitCode.Should().Be(4);
        CodesOf(ran).Should().Equal("wrong-code");
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task Without_a_terminal_and_without_a_code_nothing_is_taken_for_a_yes()
    {
        await TwoWaitAsync();

        var ran = await ReplayAsync("--confirm", Folder);

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("no-code");
        Writes.Should().Be(0);
    }

    [Theory]
    [InlineData("--only", "op1")]
    [InlineData("--signature", "a.sig")]
    public async Task What_goes_with_one_changeset_alone_is_refused_for_several(params string[] option)
    {
        var (maker, needs) = await TwoWaitAsync();

        var ran = await ReplayAsync(["--confirm", maker, needs, .. option]);

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain($"{option[0]} goes with one changeset.");
    }

    [Fact]
    public async Task One_that_cannot_be_read_does_not_hide_in_a_folder_and_named_by_itself_stops_all()
    {
        var (maker, needs) = await TwoWaitAsync();
        await File.AppendAllTextAsync(needs, " ", Cancel);

        var (folder, named) = (await ReplayAsync(Folder, "--json"), await ReplayAsync(maker, needs, "--json"));

        folder.Json.GetProperty("batch").GetProperty("unreadable").GetArrayLength().Should().Be(1);
        Members(folder).Should().ContainSingle();
        named.ExitCode.Should().NotBe(2);
        named.Json.TryGetProperty("batch", out _).Should().BeFalse();
    }

    [Fact]
    public async Task It_speaks_the_readers_language()
    {
        await TwoWaitAsync();

        (await ReplayAsync(Folder, "--language", "fr")).Output.Should().Contain("Plan pour erp : 2 changesets").And.Contain("à rejouer")
            .And.Contain("2 factures à saisir, 70,40\u00a0€ TTC");
    }

    private static Changesets.Operation Martin => TwoInstances.Another("Imprimerie Martin");

    private string Folder => Two.Variables()["DOLIBARR_CHANGESETS"]!;

    private async Task<(string Maker, string Needs)> TwoWaitAsync() =>
        (await Two.RecordMainJobAsync(), await Two.RecordAsync(TwoInstances.InvoiceOfDupont("F-2026-2")));

    private async Task EnterMartinAsync()
    {
        using var person = Prod.ClientOf("agent");
        using var body = new StringContent(
            """{"name":"Imprimerie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419"}""",
                System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }

    private async Task<string> BatchCodeAsync(params string[] paths) =>
        (await ReplayAsync([.. paths, "--json"])).Json.GetProperty("batch").GetProperty("code").GetString()!;

    private static IEnumerable<JsonElement> Members(Ran ran) => ran.Json.GetProperty("batch").GetProperty("changesets").EnumerateArray();
}
