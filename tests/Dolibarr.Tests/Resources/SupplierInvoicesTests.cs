using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr.Tests;

public class SupplierInvoicesTests
{
    private static readonly Canned Draft = Recording.Answer("invoice-create", "/supplierinvoices/1");
    private static readonly RowBody Line = Sent.Line("VPS", "2", "10.5", "20");
    private static readonly ObjectBody Invoice = Sent.Invoice(1, "F-1", Line);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_draft_is_read_whole()
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices/1", Draft).Reader();
        var invoice = Known.Ok(await reader.SupplierInvoices.GetAsync(1, Token));
        (invoice with { Lines = [] }).Should().BeEquivalentTo(new SupplierInvoice
        {
            Id = 1,
            Ref = "(PROV1)",
            SupplierReference = "F-2026-1",
            SupplierId = 1,
            Type = SupplierInvoiceType.Standard,
            Status = SupplierInvoiceStatus.Draft,
            Date = new DateOnly(2026, 11, 20),
            DueDate = new DateOnly(2026, 12, 20),
            Label = "Hosting",
            NotePublic = "thanks",
            NotePrivate = "from mail",
            Currency = "EUR",
            BookedExclTax = 29.33m,
            BookedVat = 5.87m,
            BookedInclTax = 35.20m,
            TotalExclTax = 29.33m,
            TotalVat = 5.87m,
            TotalInclTax = 35.20m,
            Marker = "cs1/op2",
        });
        invoice.Lines.Should().Equal(
            new SupplierInvoiceLine
            {
                Id = 1,
                Description = "VPS",
                Quantity = 2,
                UnitPrice = 10.5m,
                VatRate = 20,
                Kind = LineKind.Service,
                TotalExclTax = 21m,
                TotalVat = 4.2m,
                TotalInclTax = 25.2m,
            },
            new SupplierInvoiceLine
            {
                Id = 2,
                Description = "Domain",
                Quantity = 1,
                UnitPrice = 8.33m,
                VatRate = 20,
                Kind = LineKind.Service,
                TotalExclTax = 8.33m,
                TotalVat = 1.67m,
                TotalInclTax = 10m,
            });
    }

    [Fact]
    public async Task A_recorded_credit_note_is_negative_and_names_what_it_corrects()
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices/2", Recording.Answer("credit-note", "/supplierinvoices/2", 1)).Reader();
        var credit = Known.Ok(await reader.SupplierInvoices.GetAsync(2, Token));
        (credit.Type, credit.Status, credit.Ref, credit.CreditedInvoiceId, credit.TotalInclTax)
            .Should().Be((SupplierInvoiceType.CreditNote, SupplierInvoiceStatus.Validated, "SA2611-0001", 1, -60m));
    }

    [Fact]
    public async Task A_million_comes_back_as_1e_06_and_is_a_million()
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices/4", Recording.Answer("invoice-numbers", "/supplierinvoices/4")).Reader();
        var line = Known.Ok(await reader.SupplierInvoices.GetAsync(4, Token)).Lines.Single();
        (line.Quantity, line.UnitPrice, line.TotalExclTax).Should().Be((1_000_000m, 0.005m, 5_000m));
    }

    [Fact]
    public async Task A_draft_that_was_paid_says_so()
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices/1", Recording.Answer("payments", "/supplierinvoices/1")).Reader();
        Known.Ok(await reader.SupplierInvoices.GetAsync(1, Token)).Should()
            .Match<SupplierInvoice>(it => it.IsPaid && it.Status == SupplierInvoiceStatus.Paid && it.Ref == "(PROV1)");
    }

    [Theory]
    [InlineData("type", "7")]
    [InlineData("status", "\"9\"")]
    public async Task A_type_or_state_that_is_not_known_is_not_taken_for_another(string member, string value)
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices/1", Draft.With((member, value))).Reader();
        var invoice = Known.Ok(await reader.SupplierInvoices.GetAsync(1, Token));
        (invoice.Type == SupplierInvoiceType.Other || invoice.Status == SupplierInvoiceStatus.Other).Should().BeTrue();
    }

    [Fact]
    public async Task References_are_asked_for_together_within_one_supplier()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/supplierinvoices", Recording.Page(1, Draft));
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.SupplierInvoices.FindBySupplierReferenceAsync(["F-2026-1 ", "F 2"], 1, Token)).Should().ContainSingle();
        dolibarr.ArrivalsAt("/supplierinvoices").Should().ContainSingle().Which.Filter.Should()
            .Be("(((t.ref_supplier:like:'F%2') or (t.ref_supplier:=:'F-2026-1')) and (t.fk_soc:=:1))");
    }

    [Fact]
    public async Task A_reference_of_another_supplier_is_left_out()
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices", Recording.Page(1, Draft)).Reader();
        Known.Ok(await reader.SupplierInvoices.FindBySupplierReferenceAsync(["F-2026-1"], 2, Token)).Should().BeEmpty();
        Known.Ok(await reader.SupplierInvoices.FindBySupplierReferenceAsync(["F-2026-1"], null, Token)).Should().ContainSingle();
    }

    [Fact]
    public async Task Markers_are_asked_for_together_and_compared_exactly()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/supplierinvoices", Recording.Page(2, Draft, Draft.With(("id", "\"2\""), ("ref_ext", "\"CS1/OP2\""))));
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.SupplierInvoices.FindByMarkerAsync(["cs1/op2", "cs1/op3"], Token)).Should().ContainSingle().Which.Id.Should().Be(1);
        dolibarr.ArrivalsAt("/supplierinvoices").Should().ContainSingle().Which.Filter.Should().Be("((t.ref_ext:=:'cs1/op2') or (t.ref_ext:=:'cs1/op3'))");
    }

    [Fact]
    public async Task An_empty_list_of_invoices_is_a_200()
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices", Recording.Page(0)).Reader();
        Known.Ok(await reader.SupplierInvoices.FindByMarkerAsync(["none"], Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_404_is_not_an_empty_list_of_invoices()
    {
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices", Canned.Error(404, "Not Found: No third parties found")).Reader();
        Known.Refused(await reader.SupplierInvoices.FindByMarkerAsync(["none"], Token)).Code.Should().Be(Codes.NotFound);
    }

    [Fact]
    public async Task The_same_reference_again_is_refused_for_certain()
    {
        using var writer = new FakeDolibarr().On("POST", "/supplierinvoices", Recording.Answer("invoice-create", "/supplierinvoices", 1, "POST")).Writer();
        var error = Known.Refused(await writer.SupplierInvoices.CreateAsync(Invoice, Token));
        (error.Code, error.HttpStatus).Should().Be((Codes.AlreadyExists, 500));
        error.Message.Should().Be("Internal Server Error: Error creating invoice: ErrorRefAlreadyExists.");
    }

    [Theory]
    [InlineData("ERROR:  22007: invalid input syntax for type date: \"Bad value 20/11/2026 for date\"")]
    [InlineData("ERROR:  23503: insert or update on table violates foreign key constraint")]
    [InlineData("ERROR:  23505: duplicate key value violates unique constraint")]
    [InlineData("ERROR:  40P01: deadlock detected")]
    public async Task The_databases_no_to_a_write_is_definite(string text)
    {
        using var writer = new FakeDolibarr().On("POST", "/supplierinvoices", Canned.Error(500, "Internal Server Error: Error creating invoice ", text)).Writer();
        Known.Refused(await writer.SupplierInvoices.CreateAsync(Invoice, Token)).Code.Should().Be(Codes.DatabaseError);
    }

    [Theory]
    [InlineData("ERROR:  57P01: terminating connection due to administrator command")]
    [InlineData("ERROR:  08006: connection failure")]
    [InlineData("server closed the connection unexpectedly")]
    public async Task A_database_that_went_away_during_a_write_leaves_it_unknown(string text)
    {
        using var writer = new FakeDolibarr().On("POST", "/supplierinvoices", Canned.Error(500, "Internal Server Error: Error creating invoice ", text)).Writer();
        Known.Unanswered(await writer.SupplierInvoices.CreateAsync(Invoice, Token)).Should()
            .Match<Silence>(it => it.Code == Codes.ServerError && it.MayHaveTakenEffect);
    }

    [Fact]
    public async Task Any_other_500_leaves_a_write_unknown()
    {
        Canned[] answers = [Canned.Html(500), Canned.Html(502), Canned.Html(504), Canned.Error(500, "Internal Server Error"), new(500, ""), Canned.Html(503)];
        foreach (var answer in answers)
        {
            using var writer = new FakeDolibarr().On("POST", "/supplierinvoices", answer).Writer();
            Known.Unanswered(await writer.SupplierInvoices.CreateAsync(Invoice, Token)).MayHaveTakenEffect.Should().BeTrue();
        }
    }

    [Fact]
    public async Task An_invoice_without_lines_is_not_validated_for_certain()
    {
        using var writer = new FakeDolibarr().On("POST", "/supplierinvoices/2/validate", Recording.Answer("invoice-lifecycle", "/supplierinvoices/2/validate", 0, "POST")).Writer();
        Known.Refused(await writer.SupplierInvoices.ValidateAsync(2, Token)).Code.Should().Be(Codes.Rejected);
    }

    [Fact]
    public async Task Validating_again_is_a_304_and_no_error()
    {
        var dolibarr = new FakeDolibarr().On(
            "POST", "/supplierinvoices/1/validate",
            Recording.Answer("invoice-lifecycle", "/supplierinvoices/1/validate", 0, "POST"), Recording.Answer("invoice-lifecycle", "/supplierinvoices/1/validate", 1, "POST"));
        using var writer = dolibarr.Writer();
        Known.Ok(await writer.SupplierInvoices.ValidateAsync(1, Token)).Should().Be(Done.Now);
        Known.Ok(await writer.SupplierInvoices.ValidateAsync(1, Token)).Should().Be(Done.Already);
        dolibarr.Arrivals.Should().AllSatisfy(arrival => arrival.Body.Should().Be("{}"));
    }

    [Fact]
    public async Task Back_to_a_draft_again_is_a_304_too()
    {
        using var writer = new FakeDolibarr().On(
            "POST", "/supplierinvoices/1/settodraft",
            Recording.Answer("invoice-lifecycle", "/supplierinvoices/1/settodraft", 0, "POST"), Recording.Answer("invoice-lifecycle", "/supplierinvoices/1/settodraft", 1, "POST")).Writer();
        Known.Ok(await writer.SupplierInvoices.SetToDraftAsync(1, Token)).Should().Be(Done.Now);
        Known.Ok(await writer.SupplierInvoices.SetToDraftAsync(1, Token)).Should().Be(Done.Already);
    }

    [Fact]
    public async Task A_304_to_anything_else_is_not_a_success()
    {
        var notModified = Recording.Answer("invoice-lifecycle", "/supplierinvoices/1/validate", 1, "POST");
        using var writer = new FakeDolibarr()
            .On("PUT", "/supplierinvoices/1/lines/1", notModified).On("PUT", "/supplierinvoices/1", notModified).Writer();
        Known.Refused(await writer.SupplierInvoices.UpdateLineAsync(1, 1, Line, Token)).Code.Should().Be(Codes.NothingDone);
        Known.Unanswered(await writer.SupplierInvoices.UpdateAsync(1, Sent.Header(Fields.None.With("label", "x")), Token)).Code.Should().Be(Codes.Redirected);
    }

    [Fact]
    public async Task A_zero_for_a_line_on_a_validated_invoice_is_a_failure()
    {
        using var writer = new FakeDolibarr().On("POST", "/supplierinvoices/1/lines", Recording.Answer("invoice-lifecycle", "/supplierinvoices/1/lines", 0, "POST")).Writer();
        var error = Known.Refused(await writer.SupplierInvoices.AddLineAsync(1, Line, Token));
        (error.Code, error.HttpStatus).Should().Be((Codes.NothingDone, 200));
    }

    [Theory]
    [InlineData("1790848800", "ten o'clock UTC, as it is sent here")]
    [InlineData("1790812800", "midnight UTC, as a day sent as text is stored")]
    [InlineData("1790805600", "midnight in Paris, as the page of Dolibarr stores it")]
    [InlineData("1790827200", "midnight in Martinique")]
    public async Task The_period_of_a_line_is_read_as_days_whatever_the_hour(string seconds, string why)
    {
        var invoice = Recording.Answer("invoice-lines", "/supplierinvoices/1");
        var body = invoice.Body.Replace("\"date_start\":\"\"", $"\"date_start\":{seconds}", StringComparison.Ordinal).Replace("\"fk_product\":null", "\"fk_product\":\"7\"", StringComparison.Ordinal)
            .Replace("\"product_ref\":null", "\"product_ref\":\"SRV1\"", StringComparison.Ordinal);
        using var reader = new FakeDolibarr().On("GET", "/supplierinvoices/1", invoice with { Body = body }).Reader();
        var line = Known.Ok(await reader.SupplierInvoices.GetAsync(1, Token)).Lines[0];
        (line.PeriodFrom, line.PeriodTo, line.ProductId, line.ProductRef).Should().Be((new DateOnly(2026, 10, 1), null, 7, "SRV1"), why);
    }

    [Fact]
    public async Task A_line_is_replaced_with_all_its_fields()
    {
        var dolibarr = new FakeDolibarr().On("PUT", "/supplierinvoices/1/lines/2", Recording.Answer("invoice-lines", "/supplierinvoices/1/lines/2", 0, "PUT"));
        using var writer = dolibarr.Writer();
        Known.Ok(await writer.SupplierInvoices.UpdateLineAsync(1, 2, Line, Token)).Should().Be(Done.Now);
        dolibarr.Arrivals.Should().ContainSingle().Which.Body.Should()
            .Be("""{"description":"VPS","qty":2,"pu_ht":10.5,"tva_tx":20,"product_type":1,"remise_percent":0}""");
    }

    [Fact]
    public async Task A_yes_for_a_line_that_is_not_there_is_a_failure()
    {
        using var writer = new FakeDolibarr().On("PUT", "/supplierinvoices/1/lines/99", Recording.Answer("invoice-lines", "/supplierinvoices/1/lines/99", 0, "PUT")).Writer();
        Known.Refused(await writer.SupplierInvoices.UpdateLineAsync(1, 99, Line, Token)).Code.Should().Be(Codes.NothingDone);
    }

    [Fact]
    public async Task A_line_that_is_not_there_cannot_be_deleted()
    {
        using var writer = new FakeDolibarr().On("DELETE", "/supplierinvoices/1/lines/99", Recording.Answer("invoice-lines", "/supplierinvoices/1/lines/99", 0, "DELETE")).Writer();
        Known.Refused(await writer.SupplierInvoices.DeleteLineAsync(1, 99, Token)).Code.Should().Be(Codes.NotAllowed);
    }

    [Fact]
    public async Task A_key_without_the_right_is_refused()
    {
        using var writer = new FakeDolibarr()
            .On("DELETE", "/supplierinvoices/2", Recording.Answer("invoice-lifecycle", "/supplierinvoices/2", 0, "DELETE")).Writer();
        Known.Refused(await writer.SupplierInvoices.DeleteAsync(2, Token)).Code.Should().Be(Codes.Forbidden);
    }
}
