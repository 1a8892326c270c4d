using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>The same invoice once more: on the sandbox, or in a changeset that the sandbox has forgotten.</summary>
public sealed class KnownInvoiceTests : IAsyncLifetime
{
    private static readonly SampleInvoice Invoice = SampleCatalogue.Hosting;

    private TwoInstances two = null!;
    private SimulatedDolibarr empty = null!;

    public async ValueTask InitializeAsync()
    {
        two = await TwoInstances.StartAsync();
        empty = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [SimulatedKey.Read("agent=sandbox-agent-key", out _)!] }, Skills.Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await two.DisposeAsync();
        await empty.DisposeAsync();
    }

    [Fact]
    public async Task A_changeset_that_waits_is_known_though_the_sandbox_was_reset()
    {
        var entered = await Skills.EnterAsync(two, Invoice);

        var problem = await RefusedAfterResetAsync("resend.pdf", SamplePdf.Of(Invoice));

        problem.Code.Text.Should().Be("duplicate");
        problem.Message.Should().Contain(entered.Path).And.Contain("finished").And.Contain("Votre facture F-2026-1");
        problem.Remedy.Should().Contain("agent discard");
        TwoInstances.Writes(empty).Should().BeEmpty();
    }

    [Theory]
    [InlineData("F 2026 1")]
    [InlineData("F\u00a02026\u202f1")]
    [InlineData("F2026 1\u200b")]
    public async Task However_its_number_is_spaced(string number)
    {
        await Skills.EnterAsync(two, Invoice with { Number = "F 2026 1" });

        (await RefusedAfterResetAsync("x.xml", SampleXml.Of(Invoice with { Number = number }))).Code.Text.Should().Be("duplicate");
    }

    [Fact]
    public async Task A_number_with_other_hyphens_is_the_same_on_the_sandbox_too()
    {
        await Skills.EnterAsync(two, Invoice);

        (await RefusedAsync(two.Sandbox, "x.xml", SampleXml.Of(Invoice with { Number = "F\u20112026\u20131" }))).Code.Text.Should().Be("duplicate");
    }

    [Fact]
    public async Task A_discarded_changeset_does_not_count()
    {
        var entered = await Skills.EnterAsync(two, Invoice);
        await RewriteAsync(entered.Path, c => c with { Recorded = c.Recorded with { Discarded = c.Recorded.Finished } });

        (await OnAsync(empty, "x.eml", Skills.Mail(Invoice))).Should().BeOfType<IngestResult.Entered>();
    }

    [Fact]
    public async Task A_supplier_that_a_discarded_changeset_left_on_the_sandbox_is_not_built_on()
    {
        var entered = await Skills.EnterAsync(two, Invoice);
        await RewriteAsync(entered.Path, c => c with { Recorded = c.Recorded with { Discarded = c.Recorded.Finished } });

        var problem = await RefusedAsync(two.Sandbox, "x.eml", Skills.Mail(SampleCatalogue.Mixed));

        (problem.Code.Text, problem.Place).Should().Be(("left-behind", "supplier"));
        problem.Remedy.Should().Contain($"agent discard {entered.Path}");
    }

    [Fact]
    public async Task Nor_is_it_built_on_for_an_invoice_that_a_model_read()
    {
        var entered = await Skills.EnterAsync(two, Invoice);
        await RewriteAsync(entered.Path, c => c with { Recorded = c.Recorded with { Discarded = c.Recorded.Finished } });
        using var skill = Skills.On(two);

        var refused = await Skills.Plugin(skill).CallAsync("create_supplier_invoice",
            ("supplier", "1"), ("reference", "F-9"), ("date", "2026-11-20"), ("currency", "EUR"), ("net", "10.00"), ("vat", "2.00"), ("gross", "12.00"),
            ("lines", """[{"description":"VPS","quantity":"1","unit_price":"10.00","vat_rate":"20","kind":"service"}]"""));

        Skills.CodeOf(refused).Should().Be("left-behind");
    }

    [Fact]
    public async Task An_invoice_that_a_discarded_changeset_left_on_the_sandbox_is_not_taken_for_entered()
    {
        await Skills.SupplierByHandAsync(two);
        var entered = await Skills.EnterAsync(two, Invoice);
        await RewriteAsync(entered.Path, c => c with { Recorded = c.Recorded with { Discarded = c.Recorded.Finished } });

        var problem = await RefusedAsync(two.Sandbox, "x.eml", Skills.Mail(Invoice));

        (problem.Code.Text, problem.Place).Should().Be(("left-behind", "invoice"));
        problem.Remedy.Should().Contain($"agent discard {entered.Path}");
    }

    [Fact]
    public async Task A_changeset_that_an_agent_left_open_is_named_with_what_to_do()
    {
        var entered = await Skills.EnterAsync(two, Invoice);
        await RewriteAsync(entered.Path, c => c with { Recorded = c.Recorded with { Finished = null } });

        var problem = await RefusedAfterResetAsync("x.eml", Skills.Mail(Invoice));

        problem.Code.Text.Should().Be("changeset-open");
        problem.Message.Should().Contain(entered.Path).And.Contain("4 operations");
        problem.Remedy.Should().Contain($"agent discard {entered.Path}");
    }

    [Fact]
    public async Task One_that_was_left_open_before_it_came_to_the_invoice_is_known_by_its_mail()
    {
        var entered = await Skills.EnterAsync(two, Invoice);
        await RewriteAsync(entered.Path, c => c with { Recorded = c.Recorded with { Finished = null }, Operations = c.Operations[..1], Warnings = [] });

        (await RefusedAfterResetAsync("x.eml", Skills.Mail(Invoice))).Code.Text.Should().Be("changeset-open");
    }

    [Fact]
    public async Task Another_invoice_in_a_mail_with_the_same_Message_ID_is_entered()
    {
        var mail = System.Text.Encoding.ASCII.GetString(Skills.Mail(Invoice));
        var id = mail.Split("Message-ID: ", 2)[1].Split("\r\n", 2)[0];
        await Skills.EnterAsync(two, Invoice);
        var other = System.Text.Encoding.ASCII.GetString(Skills.Mail(SampleCatalogue.Mixed));
        other = other.Replace(other.Split("Message-ID: ", 2)[1].Split("\r\n", 2)[0], id, StringComparison.Ordinal);

        (await OnAsync(two.Sandbox, "x.eml", System.Text.Encoding.ASCII.GetBytes(other))).Should().BeOfType<IngestResult.Entered>();
    }

    public static TheoryData<string> Unlike => ["gross", "date", "type", "account"];

    [Theory]
    [MemberData(nameof(Unlike))]
    public async Task An_unlike_document_under_the_same_number_is_for_a_person(string what)
    {
        await Skills.EnterAsync(two, Invoice);
        var other = what switch
        {
            "gross" => Invoice with { Lines = [new("VPS", 2, 99m, 20)] },
            "date" => Invoice with { IssueDate = Invoice.IssueDate.AddDays(-1) },
            "type" => Invoice with { TypeCode = "381" },
            _ => Invoice with { Iban = "FR1420041010050500013M02606" },
        };

        var problem = await RefusedAfterResetAsync("x.xml", SampleXml.Of(other));

        problem.Code.Text.Should().Be("same-number-differs");
        problem.Message.Should().Contain(what);
    }

    [Fact]
    public async Task One_that_was_entered_by_hand_with_another_amount_is_for_a_person()
    {
        var supplier = await Skills.SupplierByHandAsync(two);
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F-2026-1","date":"2026-11-20","lines":[{"desc":"x","qty":1,"subprice":10,"tva_tx":20,"product_type":1}]}""");

        var problem = await RefusedAsync(two.Sandbox, "x.xml", SampleXml.Of(Invoice));

        problem.Code.Text.Should().Be("same-number-differs");
        problem.Message.Should().Contain("12.00").And.Contain("35.20").And.Contain("card.php?facid=");
    }

    [Fact]
    public async Task The_same_money_of_the_same_day_in_a_waiting_changeset_is_a_warning()
    {
        var entered = await Skills.EnterAsync(two, Invoice);

        var again = Skills.Entered(await OnAsync(empty, "x.xml", SampleXml.Of(Invoice with { Number = "F-2026-1bis" })));

        again.Changeset.Warnings.Should().ContainSingle(w => w.Code == "possible-duplicate").Which.Text.Should().Contain("'F-2026-1'").And.Contain(entered.Path);
    }

    [Fact]
    public async Task Of_many_with_the_same_money_of_the_same_day_a_few_are_named_and_the_others_counted()
    {
        var last = await Skills.EnterAsync(two, Invoice);
        foreach (var number in Enumerable.Range(2, 6))
        {
            last = await Skills.EnterAsync(two, Invoice with { Number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"F-2026-{number}") });
        }

        var alike = last.Changeset.Warnings.Where(w => w.Code == "possible-duplicate").Select(w => w.Text).ToList();

        alike.Should().HaveCount(6).And.ContainSingle(text => text.Contains("has 1 more of the same day and amount"));
    }

    [Fact]
    public async Task The_same_number_of_another_supplier_is_another_invoice()
    {
        await Skills.EnterAsync(two, Invoice);
        var seller = Invoice.Seller with { Name = "Martin SA", Siren = "552081317", VatId = "FR27552081317", Siret = null };

        (await OnAsync(two.Sandbox, "x.xml", SampleXml.Of(Invoice with { Seller = seller }))).Should().BeOfType<IngestResult.Entered>();
    }

    [Fact]
    public async Task What_a_later_changeset_takes_back_does_not_count()
    {
        var entered = await Skills.EnterAsync(two, Invoice);
        var delete = new Operation.Delete
        {
            Id = "op1",
            Resource = "supplierInvoice",
            On = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1")),
            Before = Fields.None.With("marker", entered.Changeset.MarkerOf(entered.Changeset.Operations[1])),
        };
        var revert = entered.Changeset with { Id = "01REVERT00000000", Operations = [delete], Warnings = [], Evidence = [] };
        var folder = Directory.CreateDirectory(Path.Combine(two.Folder, "revert")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "changeset.json"), ChangesetFile.Write(revert), Skills.Cancel);

        (await OnAsync(empty, "x.xml", SampleXml.Of(Invoice))).Should().BeOfType<IngestResult.Entered>();
    }

    [Fact]
    public async Task A_model_that_enters_it_by_its_handle_is_refused_too()
    {
        await Skills.EnterAsync(two, Invoice);
        using var skill = Skills.On(two, v => v["DOLIBARR_SANDBOX_URL"] = empty.Address.ToString());
        skill.Documents.Give("x.eml", Skills.Mail(Invoice), Skills.Cancel);

        var refused = await Skills.Plugin(skill).CallAsync("enter_invoice", ("invoice", "invoice1"));

        Skills.CodeOf(refused).Should().Be("duplicate");
    }

    private async Task<Problem> RefusedAfterResetAsync(string name, byte[] bytes) => await RefusedAsync(empty, name, bytes);

    private async Task<Problem> RefusedAsync(SimulatedDolibarr sandbox, string name, byte[] bytes) =>
        Skills.Refused(await OnAsync(sandbox, name, bytes)).Should().ContainSingle().Subject;

    private async Task<IngestResult> OnAsync(SimulatedDolibarr sandbox, string name, byte[] bytes)
    {
        using var skill = Skills.On(two, v => v["DOLIBARR_SANDBOX_URL"] = sandbox.Address.ToString());
        return await Ingest.RunAsync(skill, name, bytes, Skills.Cancel);
    }

    private static async Task RewriteAsync(string path, Func<Changeset, Changeset> change)
    {
        var read = (ChangesetRead.Good)ChangesetFile.Read(await File.ReadAllBytesAsync(path, Skills.Cancel));
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(change(read.Changeset)), Skills.Cancel);
    }
}
