using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>The whole road: made, rehearsed, planned, confirmed; and prod is as it was before.</summary>
public class RevertingTests : RevertTest
{
    [Fact]
    public async Task A_job_that_was_not_validated_is_taken_back_and_prod_is_as_before()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        made.Left.Should().BeEmpty();
        made.Revert.Changeset.Operations.Select(o => $"{o.Do} {o.Resource}").Should().Equal("delete supplierInvoice", "delete thirdparty");

        (await RehearseAsync(made.Path)).ExitCode.Should().Be(ExitCode.Done);
        (await ReplayAsync(made.Path)).ExitCode.Should().Be(ExitCode.Done);

        (await ProdAsync("supplierinvoices")).Should().Be("[]");
        (await ProdAsync("thirdparties")).Should().Contain("404");
        (await ProdAsync("documents?modulepart=supplier_invoice&id=5000")).Should().Contain("404");
    }

    [Fact]
    public async Task It_is_a_finished_changeset_that_says_who_asked_for_what_and_names_nothing_by_an_id()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);

        var made = await MadeAsync(path);

        var (changeset, original) = (made.Revert.Changeset, await LoadAsync(path));
        changeset.State.Should().Be(ChangesetState.Finished);
        changeset.Title.Should().Be($"Revert of {original.Changeset.Title}");
        changeset.Recorded.By.Should().StartWith("dolibarr-replay ");
        var instruction = changeset.Evidence.Should().ContainSingle().Which.Should().BeOfType<Evidence.Instruction>().Subject;
        instruction.Text.Should().ContainAll(original.Changeset.Id, original.Digest.Hex, "erp");
        instruction.By.Should().StartWith(Environment.UserName);
        changeset.Operations.Should().OnlyContain(o => o.DoneTo is Reference.Found && o.From.Contains("instruction"));
        made.Path.Should().StartWith(Two.Folder);
        (await File.ReadAllTextAsync(made.Path, Cancel)).Should().NotContain("5000").And.NotContain("PROV");
    }

    [Fact]
    public async Task Making_it_writes_to_no_Dolibarr_and_needs_no_key_that_writes()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var before = (TwoInstances.Writes(Prod).Count(), TwoInstances.Writes(Two.Sandbox).Count());
        await using var session = ((SessionResult.Open)ReplaySession.Open(Two.Variables(), Purpose.Look, new SessionOptions(new Silent(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TimeProvider.System, Patience))).Session;

        (await session.RevertAsync(await LoadAsync(path), Cancel)).Should().BeOfType<RevertResult.Made>();

        (TwoInstances.Writes(Prod).Count(), TwoInstances.Writes(Two.Sandbox).Count()).Should().Be(before);
    }

    [Fact]
    public async Task It_is_not_replayed_before_it_was_rehearsed()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);

        var plan = await PlanAsync(made.Path);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Should().Contain(p => p.Code.Text == "gone-from-sandbox" && p.Remedy.Contains("replay rehearse", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_confirmation_writes_nothing()
    {
        var path = await RevertedAsync();
        var writes = TwoInstances.Writes(Prod).Count();

        (await ConfirmAsync(path, "any")).Should().BeOfType<ConfirmedReplay.NothingToDo>();

        TwoInstances.Writes(Prod).Count().Should().Be(writes);
    }

    [Fact]
    public async Task What_it_took_away_and_somebody_entered_again_is_not_taken_away_again()
    {
        var path = await RevertedAsync();
        await OnProdAsync(HttpMethod.Post, "thirdparties", """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","idprof1":"303265045"}""");

        var plan = await PlanAsync(path);

        plan.HasNothingToDo.Should().BeTrue();
        plan.Notes.Should().Contain(n => n.StartsWith("op2 was applied before", StringComparison.Ordinal) && n.Contains("has the marker ''", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_may_not_delete_is_refused_by_the_rights_name()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_WRITE_KEY"] = "prod-reader-key" };
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, new SessionOptions(new Silent(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TimeProvider.System, Patience))).Session;

        var plan = await session.PlanAsync(made.Revert, Cancel);

        plan.Problems.Select(p => p.Message).Should().Contain(m => m.Contains("societe.supprimer", StringComparison.Ordinal)).And.Contain(m => m.Contains("fournisseur.facture.supprimer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_fields_that_it_changed_are_set_back_to_what_they_were()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, Update(Known, Fields.None.With("phone", "0909090909").With("town", "Paris")), Update(Known, Fields.None.With("email", "a@martin.example")));
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        made.Revert.Changeset.Operations.Should().ContainSingle("one object, one update").Which.Asked.TextOf("phone").Should().Be("0101010101");

        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path)).ExitCode.Should().Be(ExitCode.Done);

        (await ProdAsync("thirdparties/5000")).Should().Contain("\"phone\":\"0101010101\"").And.Contain("\"town\":\"Lyon\"").And.NotContain("a@martin.example");
    }

    [Fact]
    public async Task A_key_that_it_changed_is_set_back_too()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, Update(Known, Fields.None.With("name", "Martin & fils").With("vatNumber", "FR83404833048")));
        await ReplayAsync(path);
        var made = await MadeAsync(path);

        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path)).ExitCode.Should().Be(ExitCode.Done);

        (await ProdAsync("thirdparties/5000")).Should().Contain("Imprimerie Martin").And.Contain("FR22424761419");
        (await PlanAsync(made.Path)).HasNothingToDo.Should().BeTrue();
    }

    [Fact]
    public async Task A_file_on_an_invoice_that_was_there_before_is_taken_off_and_the_invoice_stays()
    {
        var (first, second) = await InvoiceAndLaterFileAsync();
        var made = await MadeAsync(second);
        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Detach>();

        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path)).ExitCode.Should().Be(ExitCode.Done);

        (await ProdAsync("documents?modulepart=supplier_invoice&id=5000")).Should().Contain("F-2026-1.pdf").And.NotContain("second.pdf");
        (await PlanAsync(first)).HasNothingToDo.Should().BeTrue();
    }

    [Fact]
    public async Task Without_the_ledger_what_it_made_is_known_by_its_marker()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        foreach (var file in Directory.GetFiles(Two.Folder, "ledger.db*"))
        {
            File.Delete(file);
        }

        (await MadeAsync(path)).Revert.Changeset.Operations.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("applied", true)]
    [InlineData("already-applied", false)]
    public void The_ledger_tells_what_a_changeset_wrote_from_what_was_so_already(string outcome, bool wrote)
    {
        var entry = LedgerEntry.After(LedgerEntry.Start, 1, TimeProvider.System.GetUtcNow(), new NewEntry("01KAQ7Z3V9X4T7QM", "erp", "op1", EntryKind.Outcome, $$"""{"outcome":"{{outcome}}","id":7,"messages":[]}"""));

        var known = Past.Read([entry], "erp").Of("op1");

        (known.Applied, known.Wrote).Should().Be((true, wrote));
    }

    [Fact]
    public async Task Of_a_changeset_that_was_never_replayed_there_is_nothing_to_take_back()
    {
        var nothing = (await RevertAsync(await Two.RecordMainJobAsync())).Should().BeOfType<RevertResult.Nothing>().Subject;

        nothing.ExitCode.Should().Be(ExitCode.Done);
        nothing.Left.Should().BeEmpty();
        Directory.GetDirectories(Two.Folder).Should().ContainSingle("no changeset was made");
    }

    [Fact]
    public async Task A_changeset_that_is_not_the_one_that_was_replayed_is_refused()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Cancel)).Replace("35.20 EUR", "35.21 EUR", StringComparison.Ordinal), Cancel);

        (await RevertAsync(path)).Should().BeOfType<RevertResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "other-than-confirmed");
    }

    private async Task<string> RevertedAsync()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        await ReplayAsync(made.Path);
        return made.Path;
    }

    private async Task<(string First, string Second)> InvoiceAndLaterFileAsync()
    {
        var first = await Two.RecordMainJobAsync();
        await ReplayAsync(first);
        using var recorder = await Two.RecorderAsync();
        var file = recorder.AddFile("pdf", "page two"u8.ToArray(), (id, digest) => new Evidence.File { Id = id, Name = "second.pdf", Sha256 = digest, Size = 8 });
        var invoice = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"))));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Attach { Id = "", Resource = "supplierInvoice", To = invoice, File = file.Id }, Cancel));
        var second = ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
        await ReplayAsync(second);
        return (first, second);
    }
}
