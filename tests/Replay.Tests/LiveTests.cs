using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Recording;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>
/// The main job on two real Dolibarr, where there are any: DOLIBARR_LIVE_PROD_URL, DOLIBARR_LIVE_PROD_KEY (may write),
/// DOLIBARR_LIVE_SANDBOX_URL, DOLIBARR_LIVE_SANDBOX_KEY (may write). Every run enters a supplier and an invoice of its own there.
/// </summary>
public sealed class LiveTests : IDisposable
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.4 live\n%%EOF\n");

    private readonly string folder = Directory.CreateTempSubdirectory("changesets-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task On_real_instances_the_main_job_is_recorded_replayed_once_and_verified()
    {
        var variables = Variables();
        var path = await RecordAsync(variables);
        var loaded = ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, Cancel)).Loaded;
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, ReplayTest.Patience))).Session;
        var plan = await session.PlanAsync(loaded, Cancel);
        plan.Problems.Should().BeEmpty();

        var replayed = (await session.ConfirmAsync(loaded, plan.Code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;

        replayed.Operations.SelectMany(o => o.Problems).Should().BeEmpty();
        replayed.Operations.Should().OnlyContain(o => o.Outcome == Outcomes.Applied);
        replayed.Differences.Should().BeEmpty();
        (await session.ConfirmAsync(loaded, plan.Code, Cancel)).Should().BeOfType<ConfirmedReplay.NothingToDo>();
        (await session.VerifyAsync(loaded, Cancel)).ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task On_real_instances_a_job_that_was_not_validated_is_taken_back_and_nothing_is_left()
    {
        var variables = Variables();
        var path = await RecordAsync(variables, validated: false);
        await ConfirmAsync(variables, path);
        var made = (await LookAsync(variables, async session => await session.RevertAsync(await LoadAsync(path), Cancel))).Should().BeOfType<RevertResult.Made>().Subject;
        made.Left.Should().BeEmpty();
        made.Revert.Changeset.Operations.Select(o => $"{o.Do} {o.Resource}").Should().Equal("delete supplierInvoice", "delete thirdparty");

        await using (var rehearsal = Open(variables, Purpose.Rehearse))
        {
            (await rehearsal.RehearseAsync(made.Revert, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        }
        (await ConfirmAsync(variables, made.Path)).ExitCode.Should().Be(ExitCode.Done);

        (await LookAsync(variables, session => session.PlanAsync(made.Revert, Cancel))).HasNothingToDo.Should().BeTrue();
        (await LookAsync(variables, async session => await session.RevertAsync(await LoadAsync(path), Cancel))).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task On_real_instances_a_later_file_is_taken_off_and_a_later_change_set_back_while_the_validated_invoice_stays()
    {
        var variables = Variables();
        var first = await RecordAsync(variables);
        await ConfirmAsync(variables, first);
        (await LookAsync(variables, async session => await session.RevertAsync(await LoadAsync(first), Cancel))).Should().BeOfType<RevertResult.Nothing>()
            .Which.Left.Select(p => p.Code.Text).Should().BeEquivalentTo("validated", "in-use");
        var second = await RecordLaterAsync(variables, (await LoadAsync(first)).Changeset);
        await ConfirmAsync(variables, second);

        var made = (await LookAsync(variables, async session => await session.RevertAsync(await LoadAsync(second), Cancel))).Should().BeOfType<RevertResult.Made>().Subject;
        made.Revert.Changeset.Operations.Select(o => o.Do).Should().Equal("update", "detach");
        await using (var rehearsal = Open(variables, Purpose.Rehearse))
        {
            (await rehearsal.RehearseAsync(made.Revert, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        }
        (await ConfirmAsync(variables, made.Path)).ExitCode.Should().Be(ExitCode.Done);

        (await LookAsync(variables, async session => await session.VerifyAsync(await LoadAsync(first), Cancel))).ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task On_real_instances_bank_details_are_entered_and_then_changed_each_by_a_changeset_of_its_own_that_two_have_signed()
    {
        var variables = Variables();
        GateOfTest.NeedsSshKeygen();
        using var gate = new GateOfTest();
        GateOfTest.Write(gate.PolicyFile, """{ "format": "dolibarr-policy/1", "allow": { "bankAccount": ["create", "update"] }, "enrolment": "optional", "authorMaySign": true }""");
        await gate.AllowAsync("alice@example.org");
        await gate.AllowAsync("bob@example.org");
        var first = await RecordAsync(variables, validated: false);
        await ConfirmAsync(variables, first);
        var made = (await LoadAsync(first)).Changeset.Operations[0].After;
        var party = new Reference.Found(Fields.None.With("vatNumber", made.TextOf("vatNumber")).With("name", made.TextOf("name")));
        var account = new Operation.Create { Id = "", Resource = "bankAccount", Keys = ["iban"], Set = Fields.None.With("thirdparty", party).With("iban", "FR76 3000 6000 0112 3456 7890 189").With("bic", "AGRIFRPP").With("bank", "Crédit & co").With("label", "main") };
        var entered = await RecordAsync(variables, account);
        (await SignAndConfirmAsync(variables, gate, entered)).ExitCode.Should().Be(ExitCode.Done);
        var on = new Reference.Found(Fields.None.With("thirdparty", party).With("iban", "FR7630006000011234567890189"));
        var changed = await RecordAsync(variables, new Operation.Update { Id = "", Resource = "bankAccount", On = on, Before = Fields.None, Set = Fields.None.With("iban", "DE89370400440532013000") });

        (await SignAndConfirmAsync(variables, gate, changed)).ExitCode.Should().Be(ExitCode.Done);

        (await LookAsync(variables, async session => await session.VerifyAsync(await LoadAsync(changed), Cancel))).ExitCode.Should().Be(ExitCode.Done);
        (await LookAsync(variables, async session => await session.PlanAsync(await LoadAsync(changed), Cancel))).HasNothingToDo.Should().BeTrue();
    }

    /// <summary>The whole, which is what a server enters with the module Multicurrency and without it.</summary>
    [Fact]
    public async Task On_real_instances_an_invoice_is_paid_from_an_account_that_both_have_once_two_have_signed()
    {
        var variables = Variables();
        var account = Environment.GetEnvironmentVariable("DOLIBARR_LIVE_ACCOUNT");
        Assert.SkipWhen(string.IsNullOrEmpty(account),
            "No account to pay from: set DOLIBARR_LIVE_ACCOUNT to the ref of one that both instances have.");
        GateOfTest.NeedsSshKeygen();
        using var gate = new GateOfTest();
        GateOfTest.Write(gate.PolicyFile, """{ "format": "dolibarr-policy/1", "allow": { "payment": ["create"] }, "enrolment": "optional", "authorMaySign": true }""");
        await gate.AllowAsync("alice@example.org");
        await gate.AllowAsync("bob@example.org");
        var entered = await RecordAsync(variables);
        await ConfirmAsync(variables, entered);
        var made = (await LoadAsync(entered)).Changeset.Operations;
        var party = new Reference.Found(Fields.None
            .With("vatNumber", made[0].After.TextOf("vatNumber")).With("name", made[0].After.TextOf("name")));
        var invoice = new Reference.Found(Fields.None
            .With("supplierReference", made[1].After.TextOf("supplierReference")).With("supplier", party));
        var path = await RecordAsync(variables, new Operation.Create
        {
            Id = "",
            Resource = "payment",
            Keys = ["invoice", "date", "amount"],
            Set = Fields.None.With("invoice", invoice).With("date", "2026-11-25").With("amount", "35.20")
                .With("paymentMeans", "VIR").With("account", account).With("transaction", "a&b é'9"),
        });

        (await SignAndConfirmAsync(variables, gate, path)).ExitCode.Should().Be(ExitCode.Done);

        (await LookAsync(variables, async session =>
            await session.VerifyAsync(await LoadAsync(path), Cancel))).ExitCode.Should().Be(ExitCode.Done);
        (await LookAsync(variables, async session =>
            await session.PlanAsync(await LoadAsync(path), Cancel))).HasNothingToDo.Should().BeTrue();
        (await LookAsync(variables, async session => await session.RevertAsync(await LoadAsync(path), Cancel)))
            .Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().ContainSingle(left => left.Code.Text == "by-hand");
    }

    [Fact]
    public async Task On_a_real_sandbox_a_bank_account_with_a_label_that_is_taken_is_refused_and_leaves_no_empty_row()
    {
        var variables = Variables();
        var party = new Reference.Found(Fields.None.With("vatNumber", (await LoadAsync(await RecordAsync(variables, validated: false))).Changeset.Operations[0].After.TextOf("vatNumber")));
        Operation.Create Account(string iban) => new() { Id = "", Resource = "bankAccount", Keys = ["iban"], Set = Fields.None.With("thirdparty", party).With("iban", iban).With("label", "Main") };
        await RecordAsync(variables, Account("FR7630006000011234567890189"));

        using (var recorder = await RecorderAsync(variables))
        {
            (await recorder.DoAsync(Account("DE89370400440532013000"), Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "label-taken");
        }

        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables.Where(v => v.Key != "DOLIBARR_PROD_WRITE_KEY").ToDictionary(StringComparer.Ordinal), SettingsNeeds.Agent)).Value;
        using var read = DolibarrReader.Open(Connection.To(settings.Sandbox!));
        var found = ((Answer<System.Collections.Immutable.ImmutableArray<ThirdParty>>.Ok)await read.ThirdParties.FindAsync(ThirdPartyFields.VatNumber, [party.Keys.TextOf("vatNumber")!], Cancel)).Value.Single();
        ((Answer<System.Collections.Immutable.ImmutableArray<BankAccount>>.Ok)await read.BankAccounts.ListAsync(found.Id, Cancel)).Value.Should().ContainSingle();
    }

    [Fact]
    public async Task On_real_instances_nothing_is_written_beside_what_was_replayed_with_another_ledger()
    {
        var variables = Variables();
        var path = await RecordAsync(variables);
        var loaded = await LoadAsync(path);
        await using (var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, ReplayTest.Patience) { Selection = Selection.Only(["op1", "op2"]) })).Session)
        {
            await session.ConfirmAsync(loaded, (await session.PlanAsync(loaded, Cancel)).Code, Cancel);
        }
        var another = new Dictionary<string, string?>(variables, StringComparer.Ordinal) { ["DOLIBARR_LEDGER"] = Path.Combine(folder, "another.db") };

        (await LookAsync(another, session => session.PlanAsync(loaded, Cancel))).Problems.Should().Contain(p => p.Code.Text == "other-ledger" && p.Place == "op2");
    }

    public static TheoryData<string> Resources => [.. ResourceSample.Names];

    /// <summary>All fields of its sample, letter for letter; then it is taken back with its third party.</summary>
    [Theory, MemberData(nameof(Resources))]
    public async Task On_real_instances_each_resource_by_its_description_is_entered_changed_and_taken_back(string resource)
    {
        var variables = Variables();
        variables["DOLIBARR_CHANGESETS"] = folder;
        var sample = ResourceSample.Of(resource);
        string[] stays = sample.Description.Stays is { } why ? [$"op2 {why}"] : [];
        if (sample.There is { } there)
        {
            await EnterAsync(variables, sample.Description.Api!.Route, there);
        }
        // What stays on the server is another each time, before it is changed and after.
        Fields Anew(Fields fields) => sample.Description.Unique
            .Where(key => fields.Has(key) && sample.Description.Stays is not null
                && sample.Description.Fields[key]!.Type is FieldType.Code or FieldType.Line)
            .Aggregate(fields, (all, key) => all.With(key, $"LIVE-{Guid.NewGuid():N}"));
        var supplier = Fields.None.With("name", $"Live {Guid.NewGuid():N}").With("supplier", true);
        var party = new Operation.Create { Id = "", Resource = "thirdparty", Set = supplier, Keys = ["name"] };
        string path;
        using (var recorder = await RecorderAsync(variables))
        {
            foreach (var operation in new Operation[]
            {
                party,
                sample.Create(Anew(sample.Created(new Reference.Created("op1")))),
                sample.Update(new Reference.Created("op2")) with { Set = Anew(sample.Changed) },
            })
            {
                TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
            }
            path = ((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
        }

        var replayed = await ConfirmAsync(variables, path);

        replayed.Operations.SelectMany(o => o.Problems).Should().BeEmpty();
        replayed.Differences.Should().BeEmpty();
        (await LookAsync(variables, async session =>
            await session.PlanAsync(await LoadAsync(path), Cancel))).HasNothingToDo.Should().BeTrue();
        var made = (await LookAsync(variables, async session => await session.RevertAsync(await LoadAsync(path), Cancel))).Should().BeOfType<RevertResult.Made>().Subject;
        made.Left.Select(left => $"{left.Place} {left.Message}").Should().Equal(stays);
        await using (var rehearsal = Open(variables, Purpose.Rehearse))
        {
            (await rehearsal.RehearseAsync(made.Revert, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        }
        (await ConfirmAsync(variables, made.Path)).ExitCode.Should().Be(ExitCode.Done);
        (await LookAsync(variables, async session => await session.RevertAsync(await LoadAsync(path), Cancel)))
            .Should().BeOfType<RevertResult.Nothing>().Which.Left.Select(left => $"{left.Place} {left.Message}").Should().Equal(stays);
    }

    /// <summary>With the module Multicurrency and without it: each counts another member of what is sent.</summary>
    [Fact]
    public async Task On_real_instances_a_suppliers_price_of_a_product_is_entered_changed_and_taken_back()
    {
        var variables = Variables();
        var product = Fields.None.With("ref", $"LIVE-{Guid.NewGuid():N}").With("label", "Hosting").With("kind", "service")
            .With("price", "19.99");
        var price = Fields.None.With("product", new Reference.Created("op2")).With("supplier", new Reference.Created("op1"))
            .With("supplierReference", $"F/{Guid.NewGuid():N} é & 'b'").With("quantity", "3").With("unitPrice", "12.34567")
            .With("vatRate", "5.5").With("discount", "2.5");
        string path;
        using (var recorder = await RecorderAsync(variables))
        {
            foreach (var operation in new Operation[]
            {
                new Operation.Create
                {
                    Id = "", Resource = "thirdparty", Keys = ["name"],
                    Set = Fields.None.With("name", $"Live {Guid.NewGuid():N}").With("supplier", true),
                },
                new Operation.Create { Id = "", Resource = "product", Keys = ["ref"], Set = product },
                new Operation.Create { Id = "", Resource = "supplierPrice", Keys = SupplierPriceFields.Resource.Unique, Set = price },
                new Operation.Update
                {
                    Id = "", Resource = "supplierPrice", On = new Reference.Created("op3"), Before = Fields.None,
                    Set = Fields.None.With("unitPrice", "13").With("discount", "0"),
                },
            })
            {
                TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
            }
            path = ((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
        }

        var replayed = await ConfirmAsync(variables, path);

        replayed.Operations.SelectMany(o => o.Problems).Should().BeEmpty();
        replayed.Differences.Should().BeEmpty();
        var loaded = await LoadAsync(path);
        (await LookAsync(variables, session => session.VerifyAsync(loaded, Cancel))).ExitCode.Should().Be(ExitCode.Done);
        (await LookAsync(variables, session => session.PlanAsync(loaded, Cancel))).HasNothingToDo.Should().BeTrue();
        var made = (await LookAsync(variables, session => session.RevertAsync(loaded, Cancel)))
            .Should().BeOfType<RevertResult.Made>().Subject;
        made.Left.Select(left => left.Place).Should().Equal("op2");
        made.Revert.Changeset.Operations.Select(o => $"{o.Do} {o.Resource}").Should().Equal("delete supplierPrice", "delete thirdparty");
        await using (var rehearsal = Open(variables, Purpose.Rehearse))
        {
            (await rehearsal.RehearseAsync(made.Revert, Cancel)).Should().BeOfType<ConfirmedReplay.Done>()
                .Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        }
        (await ConfirmAsync(variables, made.Path)).ExitCode.Should().Be(ExitCode.Done);
        (await LookAsync(variables, session => session.PlanAsync(made.Revert, Cancel))).HasNothingToDo.Should().BeTrue();
    }

    /// <summary>On both servers, as a person enters it; where it is from an earlier run, it is refused and stays.</summary>
    private static async Task EnterAsync(Dictionary<string, string?> variables, string route, string json)
    {
        foreach (var instance in new[] { "SANDBOX", "PROD" })
        {
            using var person = new HttpClient();
            person.DefaultRequestHeaders.Add("DOLAPIKEY", variables[$"DOLIBARR_{instance}_API_KEY"]);
            using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            var api = new Uri($"{variables[$"DOLIBARR_{instance}_URL"]!.TrimEnd('/')}/api/index.php/{route}");
            using var answer = await person.PostAsync(api, body, Cancel);
        }
    }

    private static ReplaySession Open(Dictionary<string, string?> variables, Purpose purpose) =>
        ((SessionResult.Open)ReplaySession.Open(variables, purpose, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, ReplayTest.Patience))).Session;

    private static async Task<LoadedChangeset> LoadAsync(string path) => ((LoadResult.Good)await LoadedChangeset.LoadAsync(path, Cancel)).Loaded;

    private static async Task<T> LookAsync<T>(Dictionary<string, string?> variables, Func<ReplaySession, Task<T>> look)
    {
        await using var session = Open(variables, Purpose.Look);
        return await look(session);
    }

    private static async Task<Replayed> ConfirmAsync(Dictionary<string, string?> variables, string path)
    {
        var loaded = await LoadAsync(path);
        await using var session = Open(variables, Purpose.Confirm);
        var plan = await session.PlanAsync(loaded, Cancel);
        plan.Problems.Should().BeEmpty();
        return (await session.ConfirmAsync(loaded, plan.Code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }

    private static async Task<Replayed> SignAndConfirmAsync(Dictionary<string, string?> variables, GateOfTest gate, string path)
    {
        var judged = new Dictionary<string, string?>(variables, StringComparer.Ordinal) { ["DOLIBARR_GATE"] = gate.Folder };
        var loaded = await LoadAsync(path);
        var statement = Path.Combine(gate.Statements, $"{loaded.Changeset.Id}.json");
        (await LookAsync(judged, session => session.StateAsync(loaded, new StatementWish(statement, Language.English, null), Cancel))).Plan.Problems.Should().BeEmpty();
        await using var session = Open(judged, Purpose.Confirm);
        return (await session.ConfirmAsync(loaded, new SignedFiles(statement, [await gate.SignAsync("alice@example.org", statement), await gate.SignAsync("bob@example.org", statement)]), Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }

    private static async Task<string> RecordAsync(Dictionary<string, string?> variables, Operation operation)
    {
        using var recorder = await RecorderAsync(variables);
        TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        return ((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    /// <summary>Another changeset on what the first one made: a file on the invoice, and the supplier's town.</summary>
    private static async Task<string> RecordLaterAsync(Dictionary<string, string?> variables, Changeset first)
    {
        using var recorder = await RecorderAsync(variables);
        var party = new Reference.Found(Fields.None.With("vatNumber", first.Operations[0].After.TextOf("vatNumber")));
        var invoice = new Reference.Found(Fields.None.With("supplierReference", first.Operations[1].After.TextOf("supplierReference")).With("supplier", party));
        var file = recorder.AddFile("pdf", "page two"u8.ToArray(), (id, digest) => new Evidence.File { Id = id, Name = "page (2) & more.pdf", Sha256 = digest, Size = 8 });
        TwoInstances.Done(await recorder.DoAsync(new Operation.Attach { Id = "", Resource = "supplierInvoice", To = invoice, File = file.Id }, Cancel));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "thirdparty", On = party, Before = Fields.None, Set = Fields.None.With("town", "Lyon") }, Cancel));
        return ((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    private static async Task<Recorder> RecorderAsync(Dictionary<string, string?> variables)
    {
        var forAgent = variables.Where(v => v.Key != "DOLIBARR_PROD_WRITE_KEY").ToDictionary(StringComparer.Ordinal);
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(forAgent, SettingsNeeds.Agent)).Value;
        return ((OpenResult.Open)await Recorder.OpenAsync(settings, new RecorderOptions("test 1.0", null, NullLogger.Instance, ReplayTest.Patience), Cancel)).Recorder;
    }

    private static Dictionary<string, string?> Variables()
    {
        string Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : Skipped(name);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOLIBARR_TARGET"] = "sandbox",
            ["DOLIBARR_PROD_URL"] = Of("DOLIBARR_LIVE_PROD_URL"),
            ["DOLIBARR_PROD_API_KEY"] = Of("DOLIBARR_LIVE_PROD_KEY"),
            ["DOLIBARR_PROD_WRITE_KEY"] = Of("DOLIBARR_LIVE_PROD_KEY"),
            ["DOLIBARR_SANDBOX_URL"] = Of("DOLIBARR_LIVE_SANDBOX_URL"),
            ["DOLIBARR_SANDBOX_API_KEY"] = Of("DOLIBARR_LIVE_SANDBOX_KEY"),
        };
    }

    private static string Skipped(string name)
    {
        Assert.Skip($"{name} is not set: there is no real Dolibarr to test against.");
        return "";
    }

    private async Task<string> RecordAsync(Dictionary<string, string?> variables, bool validated = true)
    {
        variables["DOLIBARR_CHANGESETS"] = folder;
        using var recorder = await RecorderAsync(variables);
        var unique = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var pdf = recorder.AddFile("pdf", Pdf, (id, digest) => new Evidence.File { Id = id, Name = "été & co.pdf", Sha256 = digest, Size = Pdf.Length });
        foreach (var operation in TwoInstances.MainJob(pdf.Id).Where(o => validated || o is not Operation.Validate))
        {
            var own = operation switch
            {
                Operation.Create { Resource: "thirdparty" } party => party with { Set = TwoInstances.Supplier.With("vatNumber", "FR" + unique[^11..]).With("siren", unique[^9..]).With("country", "FR") },
                Operation.Create invoice => invoice with { Set = invoice.Set.With("supplierReference", "F-" + unique).With("notePrivate", "R&D <= \"é\" 日本\nsecond line") },
                _ => operation,
            };
            TwoInstances.Done(await recorder.DoAsync(own, Cancel));
        }
        TwoInstances.Done(await recorder.DoAsync(
            new Operation.Update { Id = "", Resource = "thirdparty", On = new Reference.Created("op1"), Before = Fields.None, Set = Fields.None.With("phone", "+33 1 02 03 04 05").With("town", "L'Haÿ-les-Roses") }, Cancel));
        return ((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }
}
