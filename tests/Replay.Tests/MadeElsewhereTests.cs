using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A changeset that relies on what another one makes, and comes before it.</summary>
public sealed class MadeElsewhereTests : ReplayTest
{
    private static readonly Reference.Found Dupont = new(Fields.None.With("vatNumber", "FR40303265045").With("siren", "303265045").With("name", "Hébergeur Dupont SARL"));

    [Fact]
    public async Task The_changeset_that_makes_the_supplier_is_named_and_is_to_be_replayed_first()
    {
        var (maker, path) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));

        (await ToldAsync(path, maker, "has not been replayed on erp", $"replay --confirm {maker}")).Remedy.Should().NotContain("record");
    }

    [Fact]
    public async Task So_it_is_when_it_is_confirmed()
    {
        var (maker, path) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));

        Told((await ConfirmAsync(path, "00000000")).Should().BeOfType<ConfirmedReplay.Stopped>().Subject.Plan, maker, "has not been replayed on erp");
    }

    [Fact]
    public async Task And_the_one_that_makes_the_invoice_that_a_credit_note_corrects()
    {
        await EnterDupontOnProdAsync();
        var maker = await RecordAsync(Supplier("op"), Invoice("F-2026-1", new Reference.Created("op1")));
        var corrected = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", Dupont));
        var path = await RecordAsync((Operation.Create)Invoice("A-1") with { Set = TwoInstances.Invoice(Dupont).With("supplierReference", "A-1").With("type", "creditNote").With("creditedInvoice", corrected).With("lines", [TwoInstances.Line("VPS & co", "2", "-10.50")]) });

        await ToldAsync(path, maker, "That supplier has no invoice 'F-2026-1'", "has not been replayed on erp");
    }

    [Fact]
    public async Task And_the_one_that_makes_a_bank_account()
    {
        await RecordAsync(Supplier("op"));
        await EnterDupontOnProdAsync();
        var maker = await RecordAsync(new Operation.Create { Id = "", Resource = "bankAccount", Keys = ["iban"], Set = Fields.None.With("thirdparty", new Reference.Found(Fields.None.With("siren", "303265045"))).With("iban", "FR76 3000 6000 0112 3456 7890 189") });
        var path = await RecordAsync(new Operation.Update { Id = "", Resource = "bankAccount", On = new Reference.Found(Fields.None.With("thirdparty", Dupont).With("iban", "FR7630006000011234567890189")), Before = Fields.None, Set = Fields.None.With("bank", "CA") });

        await ToldAsync(path, maker, "no bank account with the IBAN 'FR7630006000011234567890189'", "has not been replayed on erp");
    }

    [Fact]
    public async Task And_the_one_that_gives_a_supplier_the_number_by_which_it_is_named()
    {
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            using var person = instance.ClientOf("agent");
            using var body = new StringContent("""{"name":"Imprimerie Martin","fournisseur":1,"code_fournisseur":"auto"}""", System.Text.Encoding.UTF8, "application/json");
            (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        }
        var byName = new Reference.Found(Fields.None.With("name", "Imprimerie Martin"));
        var maker = await RecordAsync(new Operation.Update { Id = "", Resource = "thirdparty", On = byName, Before = Fields.None, Set = Fields.None.With("vatNumber", "FR22424761419") });
        var path = await RecordAsync(Invoice("F-2026-2", new Reference.Found(Fields.None.With("vatNumber", "FR22424761419").With("name", "Imprimerie Martin"))));

        await ToldAsync(path, maker, "gets these keys by", "has not been replayed on erp");
    }

    [Fact]
    public async Task Once_that_one_was_replayed_nothing_is_in_the_way()
    {
        var (maker, path) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));
        await ReplayAsync(maker, Selection.All);

        (await PlanAsync(path)).Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_it_was_replayed_and_somebody_deleted_what_it_made_that_is_said_and_no_replay_is_asked_for()
    {
        var (maker, path) = (await RecordAsync(Supplier("op")), await RecordAsync(Invoice("F-2026-2")));
        await ReplayAsync(maker, Selection.All);
        using (var person = Prod.ClientOf("admin"))
        using (var request = new HttpRequestMessage(HttpMethod.Delete, new Uri("thirdparties/5000", UriKind.Relative)) { Content = new StringContent("{}") })
        {
            (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
        }

        (await ToldAsync(path, maker, "was replayed on erp", "deleted or renamed there since")).Remedy.Should().NotContain("replay --confirm");
    }

    [Fact]
    public async Task The_configured_folder_is_looked_in_too_where_the_changeset_lies_elsewhere()
    {
        var (maker, path) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));
        var elsewhere = Path.Combine(Directory.CreateTempSubdirectory("elsewhere-").FullName, "it");
        Directory.Move(Path.GetDirectoryName(path)!, elsewhere);

        await ToldAsync(Path.Combine(elsewhere, "changeset.json"), maker, "has not been replayed on erp");
        Directory.Delete(Path.GetDirectoryName(elsewhere)!, recursive: true);
    }

    [Fact]
    public async Task Beside_it_is_looked_in_where_another_folder_is_configured()
    {
        var (maker, path) = (await Two.RecordMainJobAsync(), await RecordAsync(Invoice("F-2026-2")));
        Two.More["DOLIBARR_CHANGESETS"] = Path.Combine(Two.Folder, "none");
        Two.More["DOLIBARR_LEDGER"] = Path.Combine(Two.Folder, "ledger.db");

        await ToldAsync(path, maker, "has not been replayed on erp");
    }

    [Theory]
    [InlineData(false, "still open")]
    [InlineData(true, "was discarded")]
    public async Task A_maker_that_does_not_wait_to_be_replayed_is_named_with_its_state(bool discarded, string state)
    {
        string maker;
        string path;
        using (var recorder = await Two.RecorderAsync())
        {
            TwoInstances.Done(await recorder.DoAsync(Supplier("op"), Cancel));
            (maker, path) = (recorder.Path!, await RecordAsync(Invoice("F-2026-2")));
            if (discarded)
            {
                await recorder.DiscardAsync(Cancel);
            }
        }

        await ToldAsync(path, maker, state);
    }

    [Fact]
    public async Task Of_a_supplier_that_no_changeset_makes_it_is_said_what_may_have_become_of_it()
    {
        using (var person = Two.Sandbox.ClientOf("agent"))
        using (var body = new StringContent("""{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","idprof1":"303265045"}""", System.Text.Encoding.UTF8, "application/json"))
        {
            (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        }

        var problem = (await PlanAsync(await RecordAsync(Invoice("F-2026-2")))).Problems.Should().ContainSingle().Subject;

        problem.Code.Text.Should().Be("none-found");
        problem.Remedy.Should().ContainAll("replay that one on erp first", "deleted or renamed on erp", "correct erp");
    }

    [Fact]
    public async Task A_changeset_that_makes_another_supplier_of_the_same_name_is_not_named()
    {
        await RecordAsync((Operation.Create)Supplier("op") with { Set = TwoInstances.Supplier.With("vatNumber", "FR22424761419").With("siren", "424761419"), Keys = ["vatNumber"] });
        using (var person = Two.Sandbox.ClientOf("agent"))
        using (var body = new StringContent("""{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","idprof1":"303265045"}""", System.Text.Encoding.UTF8, "application/json"))
        {
            (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        }

        (await PlanAsync(await RecordAsync(Invoice("F-2026-2")))).Problems.Should().ContainSingle().Which.Code.Text.Should().Be("none-found");
    }

    [Fact]
    public async Task On_a_sandbox_that_was_reset_the_maker_is_to_be_rehearsed_first()
    {
        var (maker, path) = (await RecordAsync(Supplier("op")), await RecordAsync(Invoice("F-2026-2")));
        using (var person = Two.Sandbox.ClientOf("admin"))
        {
            foreach (var made in new[] { "supplierinvoices/1", "thirdparties/1" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(made, UriKind.Relative)) { Content = new StringContent("{}") };
                (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
            }
        }

        await using var session = Session(Purpose.Rehearse);
        Told((await session.RehearseAsync(await LoadAsync(path), Cancel)).Should().BeOfType<ConfirmedReplay.Stopped>().Subject.Plan, maker, "is not on erp-sandbox", $"replay rehearse {maker}");
    }

    private static Operation Supplier(string id) => new Operation.Create { Id = id, Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber", "siren"] };

    private static Operation Invoice(string number, Reference? supplier = null) => new Operation.Create
    {
        Id = "",
        Resource = "supplierInvoice",
        Set = TwoInstances.Invoice(supplier ?? Dupont).With("supplierReference", number),
        Keys = ["supplierReference", "supplier"],
    };

    private Task EnterDupontOnProdAsync() =>
        EnterOnProdAsync("thirdparties", """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","idprof1":"303265045"}""");

    private async Task<string> RecordAsync(params Operation[] operations)
    {
        using var recorder = await Two.RecorderAsync();
        foreach (var operation in operations)
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }
        return await FinishAsync(recorder);
    }

    private async Task<Problem> ToldAsync(string path, string maker, params string[] words) => Told(await PlanAsync(path), maker, words);

    private static Problem Told(Plan plan, string maker, params string[] words)
    {
        var told = plan.Problems.Should().ContainSingle(p => p.Message.Contains(maker, StringComparison.Ordinal)).Subject;
        $"{told.Message} {told.Remedy}".Should().ContainAll(words);
        return told;
    }
}
