using System.Security.Cryptography;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public sealed class LiveTests : IDisposable
{
    private readonly Connection connection = LiveServer.Connect();
    private readonly DolibarrReader reader;
    private readonly DolibarrWriter writer;
    private readonly string run = Guid.NewGuid().ToString("N")[..10];

    public LiveTests()
    {
        reader = DolibarrReader.Open(connection);
        writer = DolibarrWriter.Open(connection, new WritePermit(connection.Server.Origin));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        reader.Dispose();
        writer.Dispose();
    }

    [Fact]
    public async Task It_says_its_version() => Known.Ok(await reader.Status.GetAsync(Token)).Version.Should().StartWith("22.");

    [Fact]
    public async Task It_proves_the_rights_of_the_key()
    {
        var user = Known.Ok(await reader.Users.OwnRightsAsync(Token));
        user.Rights.Missing(RightsNeeded.WritingSupplierInvoices).Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_may_not_see_all_third_parties_gets_no_empty_answer()
    {
        using var blind = DolibarrReader.Open(LiveServer.Connect("DOLIBARR_LIVE_BLIND_KEY"));
        var error = Known.Refused(await blind.ThirdParties.FindAsync(ThirdPartyFields.Siren, ["303265045"], Token));
        error.Code.Should().BeOneOf(Codes.RightMissing, Codes.RightsUnproven);
    }

    [Fact]
    public async Task The_whole_life_of_an_invoice()
    {
        var supplier = Known.Ok(await writer.Objects.CreateAsync(
            Sent.Of(Fields.None.With("name", $"Live {run}").With("supplier", true).With("siren", "303 265 045")) with { Marker = $"{run}/op1" }, Token));
        var id = Known.Ok(await writer.SupplierInvoices.CreateAsync(Invoice(supplier, "F 1"), Token));
        var draft = Known.Ok(await reader.SupplierInvoices.GetAsync(id, Token));
        (draft.Date, draft.DueDate).Should().Be((new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 20)));
        (draft.TotalExclTax, draft.TotalVat, draft.TotalInclTax).Should().Be((29.33m, 5.87m, 35.20m));
        draft.Lines.Should().HaveCount(2);

        Known.Refused(await writer.SupplierInvoices.CreateAsync(Invoice(supplier, "F 1"), Token)).Code.Should().Be(Codes.AlreadyExists);
        Known.Ok(await reader.SupplierInvoices.FindBySupplierReferenceAsync(["F\u00A01", "none"], supplier, Token)).Should().ContainSingle();
        Known.Ok(await reader.SupplierInvoices.FindByMarkerAsync([$"{run}/op2", $"{run}/op3"], Token)).Should().ContainSingle();
        Known.Ok(await reader.SupplierInvoices.FindByDateAsync(supplier, new DateOnly(2026, 11, 20), Token)).Should().ContainSingle();
        Known.Ok(await reader.SupplierInvoices.FindHeadsByDateAsync(supplier, new DateOnly(2026, 11, 20), Token)).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { draft.Id, draft.Ref, draft.SupplierReference, draft.Marker, draft.Date, draft.Status, draft.Currency, draft.TotalInclTax });
        Known.Ok(await reader.SupplierInvoices.GetAllAsync([id], Token)).Should().ContainSingle();

        var line = draft.Lines[0].Id;
        var whole = Sent.Line("VPS 2", "3", "10.5", "20").With("discountPercent", "10");
        Known.Ok(await writer.SupplierInvoices.UpdateLineAsync(id, line, whole, Token));
        Known.Refused(await writer.SupplierInvoices.UpdateLineAsync(id, 999_999, whole, Token)).Code.Should().Be(Codes.NothingDone);
        var added = Known.Ok(await writer.SupplierInvoices.AddLineAsync(id, Sent.Line("VPS 2", "1000000", "0.005", "20"), Token));
        Known.Ok(await reader.SupplierInvoices.GetAsync(id, Token)).Lines.Should().Contain(l => l.Id == added && l.Quantity == 1_000_000 && l.UnitPrice == 0.005m);
        Known.Ok(await writer.SupplierInvoices.DeleteLineAsync(id, added, Token));
        Known.Ok(await writer.SupplierInvoices.UpdateAsync(id, Sent.Header(Fields.None.With("label", "L").With("dueDate", "2027-01-15")), Token));
        Known.Ok(await reader.SupplierInvoices.GetAsync(id, Token)).DueDate.Should().Be(new DateOnly(2027, 1, 15));

        var file = RandomNumberGenerator.GetBytes(5_000);
        Known.Ok(await reader.Documents.ListForSupplierInvoiceAsync(id, Token)).Should().BeEmpty();
        Known.Ok(await writer.Documents.UploadToSupplierInvoiceAsync(draft.Ref, "facture 1.pdf", file, Token)).Should().Be("facture 1.pdf");
        Known.Refused(await writer.Documents.UploadToSupplierInvoiceAsync(draft.Ref, "facture 1.pdf", file, Token)).Code.Should().Be(Codes.FileExists);

        Known.Ok(await writer.SupplierInvoices.ValidateAsync(id, Token)).Should().Be(Done.Now);
        Known.Ok(await writer.SupplierInvoices.ValidateAsync(id, Token)).Should().Be(Done.Already);
        Known.Refused(await writer.SupplierInvoices.AddLineAsync(id, whole, Token)).Code.Should().Be(Codes.NothingDone);
        var stored = Known.Ok(await reader.Documents.ListForSupplierInvoiceAsync(id, Token)).Should().ContainSingle().Subject;
        stored.Size.Should().Be(5_000);
        Known.Ok(await reader.Documents.DownloadAsync(stored, Token)).ToArray().Should().Equal(file);

        Known.Refused(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, supplier, Token)).Code.Should().Be(Codes.InUse);
        Known.Ok(await writer.SupplierInvoices.SetToDraftAsync(id, Token)).Should().Be(Done.Now);
        Known.Ok(await writer.SupplierInvoices.DeleteAsync(id, Token));
        Known.Refused(await reader.SupplierInvoices.GetAsync(id, Token)).Code.Should().Be(Codes.NotFound);
        Known.Ok(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, supplier, Token));
    }

    [Fact]
    public async Task A_third_party_is_found_by_its_name_whatever_is_in_it()
    {
        string[] names =
        [
            "O'Brien (Paris) Ltd", "A \\ B", "50% off_now", "Union des Producteurs select", "Insert Into Ltd", "Mr SEPARATOR SARL", "Drop Table Sàrl",
            "d'Été & Fils", "日本 株式会社", "a:b;c=d", "update xx set y=1", "__NOW__", "j a v a s c r i p t : x", "Prénom 😀 Nom", "from dual",
            "x@@y", "user(", "&#58; &colon;", "{\"a\":1}", "onload=1", "1,2,3", "it''s", "Like 'x'",
        ];
        foreach (var name in names)
        {
            var id = Known.Ok(await writer.Objects.CreateAsync(Sent.Supplier($"{name} {run}"), Token));
            var stored = Known.Ok(await reader.ThirdParties.GetAsync(id, Token)).Name;
            Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.Name, [stored], Token)).Should().Contain(found => found.Id == id, name);
            Known.Ok(await reader.ThirdParties.SearchByNameAsync(stored, Token)).Should().Contain(found => found.Id == id, name);
            Known.Ok(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, id, Token));
        }
    }

    [Fact]
    public async Task Identifiers_are_found_however_they_are_spaced_and_many_go_in_one_question()
    {
        var id = Known.Ok(await writer.Objects.CreateAsync(
            Sent.Of(Fields.None.With("name", $"Spaced {run}").With("vatNumber", "FR 40 303265045").With("siren", "303 265 045")
                .With("siret", "303 265 045 00012").With("email", "F@X.example")), Token));
        string[] others = [.. Enumerable.Range(0, 300).Select(n => $"FR4030326{n:0000}")];
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.VatNumber, [.. others, "fr40303265045"], Token)).Should().Contain(t => t.Id == id);
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.Siren, ["303265045"], Token)).Should().Contain(t => t.Id == id);
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.Siret, ["30326504500012"], Token)).Should().Contain(t => t.Id == id);
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.Email, ["f@x.example"], Token)).Should().Contain(t => t.Id == id);
        Known.Ok(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, id, Token));
    }

    [Fact]
    public async Task A_list_longer_than_a_page_is_read_to_its_end()
    {
        var ids = new List<long>();
        for (var n = 0; n < 205; n++)
        {
            ids.Add(Known.Ok(await writer.Objects.CreateAsync(Sent.Of(Fields.None.With("name", $"Many {run}")), Token)));
        }

        Known.Ok(await reader.ThirdParties.SearchByNameAsync($"many {run}", Token)).Select(t => t.Id).Should().Equal(ids);
        foreach (var id in ids)
        {
            Known.Ok(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, id, Token));
        }
    }

    [Fact]
    public async Task A_country_is_found_by_its_code() =>
        Known.Ok(await reader.Countries.ByCodeAsync("FR", Token)).Label.Should().Be("France");

    [Fact]
    public async Task A_third_party_without_bank_details_has_an_empty_list()
    {
        var id = Known.Ok(await writer.Objects.CreateAsync(Sent.Supplier($"No bank {run}"), Token));
        Known.Ok(await reader.BankAccounts.ListAsync(id, Token)).Should().BeEmpty();
        Known.Ok(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, id, Token));
    }

    private ObjectBody Invoice(long supplier, string reference) =>
        Sent.Invoice(supplier, reference, Sent.Line("VPS", "2", "10.50", "20"), Sent.Line("Domain", "1", "8.33", "20")) with { Marker = $"{run}/op2" };
}
