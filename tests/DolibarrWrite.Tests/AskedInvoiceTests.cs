using System.Text;
using System.Text.Json;
using DolibarrAgent.Tests;
using Microsoft.SemanticKernel;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>An invoice that a model proposes passes the fit and the checks of a structured one.</summary>
public sealed class AskedInvoiceTests : PluginTest
{
    private const string Seven = "0.99";

    [Fact]
    public async Task Lines_are_split_where_Dolibarr_would_round_VAT_otherwise_and_the_invoice_is_validated()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);

        var created = (await CreateAsync(supplier, ("6.93", "1.39", "8.32"), Lines([.. Enumerable.Repeat(("1", Seven, "20"), 7)]))).Done();

        (created.GetProperty("vat").GetString(), created.TryGetProperty("do", out _)).Should().Be(("1.39", false), "seven lines by themselves come to 1.40");
        (await Plugin.CallAsync("validate_supplier_invoice", ("invoice", "op1"), ("gross", "8.32"))).Done().GetProperty("status").GetString().Should().Be("validated");
    }

    [Fact]
    public async Task A_printed_line_total_counts_where_it_is_not_quantity_times_price()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);

        var created = (await CreateAsync(supplier, ("99.83", "0.00", "99.83"), """[{"description":"Calls","quantity":"74391833","unit_price":"0.00000134195","vat_rate":"0","kind":"service","net":"99.83"}]""")).Done();

        created.GetProperty("net").GetString().Should().Be("99.83");
        Skill.Changeset.Current!.Operations[0].Asked.RowsOf("lines")[0].TextOf("description").Should().Contain("74391833");
    }

    [Theory]
    [InlineData("USD", "2026-11-20", "standard", "currency-foreign")]
    [InlineData("EUR", "20/11/2026", "standard", "wrong-form")]
    [InlineData("EUR", "2026-11-20", "invoice", "wrong-form")]
    public async Task What_stops_a_structured_invoice_stops_it_too(string currency, string date, string type, string code)
    {
        var supplier = await Skills.SupplierByHandAsync(Two);

        Skills.CodeOf(await Plugin.CallAsync("create_supplier_invoice", ("supplier", supplier), ("reference", "F-1"), ("date", date), ("type", type), ("currency", currency),
            ("net", "10.00"), ("vat", "2.00"), ("gross", "12.00"), ("lines", Lines([("1", "10.00", "20")])))).Should().Be(code);
        TwoInstances.Writes(Two.Sandbox).Should().ContainSingle("the supplier that the test entered is all");
    }

    [Fact]
    public async Task A_credit_note_is_taken_with_either_sign()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);

        foreach (var (reference, sign) in new[] { ("A-1", ""), ("A-2", "-") })
        {
            var created = await Plugin.CallAsync("create_supplier_invoice", ("supplier", supplier), ("reference", reference), ("date", "2026-11-20"), ("type", "creditNote"), ("currency", "EUR"),
                ("net", $"{sign}10.00"), ("vat", $"{sign}2.00"), ("gross", $"{sign}12.00"), ("lines", Lines([("1", $"{sign}10.00", "20")])));
            created.Done().GetProperty("gross").GetString().Should().Be("-12.00");
        }
    }

    [Fact]
    public async Task An_account_in_the_mails_text_that_is_not_on_file_is_the_loudest_warning()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);
        await Skills.ByHandAsync(Two.Sandbox, HttpMethod.Post, $"thirdparties/{supplier}/bankaccounts", """{"label":"main","iban":"FR7630006000011234567890189"}""");
        await GiveAsync("Hébergeur Dupont SARL\nFacture F-1, total 12,00 EUR\nNouvel IBAN : DE89 3704 0044 0532\u200b 0130 00 merci");

        await CreateAsync(supplier, ("10.00", "2.00", "12.00"), Lines([("1", "10.00", "20")]));

        Codes().Should().HaveElementAt(0, "iban-not-on-file");
        Skill.Changeset.Current!.Warnings[0].Text.Should().Contain("DE89370400440532013000");
        Codes().Should().NotContain(["document-differs", "name-differs"], "number, total and name stand in the text");
    }

    [Fact]
    public async Task What_stands_nowhere_in_the_mail_is_shown()
    {
        var supplier = await Skills.SupplierByHandAsync(Two, "Somebody Else SAS");
        await GiveAsync("Hébergeur Dupont SARL\nFacture F-9, total 1 200,50 EUR");

        await CreateAsync(supplier, ("10.00", "2.00", "12.00"), Lines([("1", "10.00", "20")]));

        Codes().Where(c => c is "document-differs" or "name-differs").Should().Equal("document-differs", "document-differs", "name-differs");
    }

    [Fact]
    public async Task A_date_in_the_future_and_a_text_that_hides_something_are_shown()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);

        await Plugin.CallAsync("create_supplier_invoice", ("supplier", supplier), ("reference", "F-1\u200b"), ("date", "2999-11-20"), ("due_date", "2999-11-01"), ("currency", "EUR"),
            ("net", "10.00"), ("vat", "2.00"), ("gross", "12.00"), ("lines", Lines([("1", "10.00", "20")])));

        Codes().Should().Contain(["date-in-future", "due-before-date", "text-invisible", "text-cleaned"]);
    }

    [Fact]
    public async Task Changed_lines_must_come_to_the_totals_that_were_stated_and_are_fitted_again()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);
        await CreateAsync(supplier, ("6.93", "1.39", "8.32"), Lines([("1", "6.93", "20")]));

        Skills.CodeOf(await Plugin.CallAsync("change_supplier_invoice", ("invoice", "op1"), ("lines", Lines([("1", "6.92", "20")])))).Should().Be("totals-do-not-add-up");
        (await Plugin.CallAsync("change_supplier_invoice", ("invoice", "op1"), ("lines", Lines([.. Enumerable.Repeat(("1", Seven, "20"), 7)])))).Done().GetProperty("vat").GetString().Should().Be("1.39");
    }

    [Fact]
    public async Task Lines_of_a_draft_that_somebody_else_made_are_held_to_totals_that_come_with_them()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);
        var draft = await Skills.ByHandAsync(Two.Sandbox, HttpMethod.Post, "supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F-7","date":"2026-11-20","lines":[{"description":"x","qty":1,"subprice":5,"tva_tx":20,"product_type":1}]}""");

        Skills.CodeOf(await ChangeAsync(Lines([("1", "6.93", "20")]))).Should().Be("totals-missing");
        Skills.CodeOf(await ChangeAsync(Lines([("1", "6.92", "20")]), ("net", "6.93"), ("vat", "1.39"), ("gross", "8.32"))).Should().Be("totals-do-not-add-up");
        Skills.CodeOf(await ChangeAsync(Lines([("1", "6.93", "20")]), ("net", "6.93"))).Should().Be("wrong-form");
        (await ChangeAsync(Lines([.. Enumerable.Repeat(("1", Seven, "20"), 7)]), ("net", "6.93"), ("vat", "1.39"), ("gross", "8.32"))).Done().GetProperty("vat").GetString().Should().Be("1.39");

        Task<JsonElement> ChangeAsync(string lines, params (string, object?)[] totals) => Plugin.CallAsync("change_supplier_invoice", [("invoice", draft), ("lines", lines), .. totals]);
    }

    [Fact]
    public async Task Lines_of_a_draft_in_another_currency_are_not_changed()
    {
        await using var both = await TwoInstances.StartAsync(["USD=1.10"], ["USD=1.10"]);
        using var session = Skills.On(both);
        var calls = Skills.Plugin(session);
        var supplier = await Skills.SupplierByHandAsync(both);
        var draft = await Skills.ByHandAsync(both.Sandbox, HttpMethod.Post, "supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F-7","date":"2026-11-20","multicurrency_code":"USD","multicurrency_tx":1.1,"lines":[{"description":"x","qty":1,"subprice":5,"tva_tx":20,"product_type":1}]}""");

        var refused = await calls.CallAsync("change_supplier_invoice", ("invoice", draft), ("lines", Lines([("1", "6.93", "20")])), ("net", "6.93"), ("vat", "1.39"), ("gross", "8.32"));

        Skills.CodeOf(refused).Should().Be("foreign-currency");
    }

    [Fact]
    public async Task An_invoice_of_our_own_is_refused()
    {
        var we = await Skills.ByHandAsync(Two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Arcodange Exemple SAS","fournisseur":1,"code_fournisseur":"-1","idprof1":"424761419"}""");

        Skills.CodeOf(await CreateAsync(we, ("10.00", "2.00", "12.00"), Lines([("1", "10.00", "20")]))).Should().Be("own-invoice");
    }

    [Fact]
    public async Task Where_server_and_settings_name_two_companies_nothing_is_entered()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);
        using var session = Skills.On(Two, variables => (variables["DOLIBARR_SANDBOX_API_KEY"], variables["DOLIBARR_COMPANY_SIREN"], variables["DOLIBARR_COMPANY_VAT"]) = ("sandbox-admin-key", "443061841", null));
        Plugin = Skills.Plugin(session);

        Skills.CodeOf(await CreateAsync(supplier, ("10.00", "2.00", "12.00"), Lines([("1", "10.00", "20")]))).Should().Be("company-differs");
    }

    [Fact]
    public async Task The_same_number_day_and_amount_under_a_supplier_of_this_name_stop_it_too()
    {
        var there = await Skills.ByHandAsync(Two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Hebergeur Dupont","fournisseur":1,"code_fournisseur":"-1"}""");
        await Skills.ByHandAsync(Two.Sandbox, HttpMethod.Post, "supplierinvoices", $$"""{"socid":{{there}},"ref_supplier":"F-1","date":"2026-11-20","lines":[{"desc":"x","qty":1,"subprice":10,"tva_tx":20,"product_type":1}]}""");
        var supplier = await Skills.SupplierByHandAsync(Two);

        Skills.CodeOf(await CreateAsync(supplier, ("10.00", "2.00", "12.00"), Lines([("1", "10.00", "20")]))).Should().Be("duplicate-elsewhere");
    }

    [Fact]
    public async Task Totals_that_lead_to_nothing_are_not_passed_over()
    {
        var supplier = await Skills.SupplierByHandAsync(Two);
        await CreateAsync(supplier, ("6.93", "1.39", "8.32"), Lines([("1", "6.93", "20")]));

        Skills.CodeOf(await Plugin.CallAsync("change_supplier_invoice", ("invoice", "op1"), ("label", "x"), ("net", "6.93"), ("vat", "1.39"), ("gross", "8.32"))).Should().Be("missing-argument");
        Skills.CodeOf(await Plugin.CallAsync("change_supplier_invoice", ("invoice", "op1"), ("lines", Lines([("1", "10.00", "20")])), ("net", "10.00"), ("vat", "2.00"), ("gross", "12.00"))).Should().Be("totals-differ");
    }

    private Task<GivenDocument> GiveAsync(string text) =>
        Skill.Documents.GiveAsync("mail.eml",
        Encoding.UTF8.GetBytes($"From: a@b.example\r\nSubject: facture\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"),
        Skills.Cancel);

    private IEnumerable<string> Codes() => Skill.Changeset.Current!.Warnings.Select(w => w.Code);

    private Task<JsonElement> CreateAsync(string supplier, (string Net, string Vat, string Gross) totals, string lines) => Plugin.CallAsync("create_supplier_invoice",
        ("supplier", supplier), ("reference", "F-1"), ("date", "2026-11-20"), ("due_date", "2026-12-20"), ("currency", "EUR"), ("net", totals.Net), ("vat", totals.Vat), ("gross", totals.Gross), ("lines", lines));

    private static string Lines(params (string Quantity, string Price, string Rate)[] lines) =>
        $"[{string.Join(',', lines.Select(l => $$"""{"description":"x","quantity":"{{l.Quantity}}","unit_price":"{{l.Price}}","vat_rate":"{{l.Rate}}","kind":"service"}"""))}]";
}
