using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class UsersTests
{
    private const string Path = "/users/info?includepermissions=1";

    private static readonly Canned None = Recording.Answer("thirdparty-create", "/thirdparties?limit=5");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_recorded_agent_may_write_and_delete()
    {
        using var reader = new FakeDolibarr().Reader();
        var user = Known.Ok(await reader.Users.OwnRightsAsync(Token));
        (user.Id, user.Login, user.IsAdmin, user.OnlyThirdPartyId).Should().Be((5, "agent", false, null));
        user.Rights.Granted.Should().Contain(["societe.lire", "societe.creer", "societe.client.voir", "fournisseur.facture.supprimer", "fournisseur.lire"]);
        Right[] all = [.. RightsNeeded.WritingThirdParties, .. RightsNeeded.DeletingThirdParties, .. RightsNeeded.WritingSupplierInvoices, .. RightsNeeded.DeletingSupplierInvoices];
        user.Rights.Missing(all).Should().BeEmpty();
    }

    [Fact]
    public async Task The_recorded_reader_may_read_and_not_write()
    {
        using var reader = new FakeDolibarr().On("GET", "/users/info", Recording.Answer("own-rights", Path, 1)).Reader();
        var rights = Known.Ok(await reader.Users.OwnRightsAsync(Token)).Rights;
        rights.Missing(RightsNeeded.ReadingThirdParties).Should().BeEmpty();
        rights.Missing(RightsNeeded.WritingSupplierInvoices).Should().Equal(Right.WriteSupplierInvoices);
    }

    [Fact]
    public async Task A_key_that_does_not_see_all_third_parties_gets_no_empty_answer_but_the_name_of_the_right()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/users/info", Recording.Answer("own-rights", Path, 2)).On("GET", "/thirdparties", None);
        using var reader = dolibarr.Reader();
        var error = Known.Refused(await reader.ThirdParties.FindAsync(ThirdPartyFields.Siren, ["303265045"], Token));
        error.Code.Should().Be(Codes.RightMissing);
        error.Message.Should().Contain("reader").And.Contain("societe.client.voir").And.Contain("262").And.Contain("see all third parties");
        dolibarr.ArrivalsAt("/thirdparties").Should().BeEmpty();
    }

    [Fact]
    public async Task It_gets_no_empty_answer_of_invoices_either()
    {
        using var reader = new FakeDolibarr().On("GET", "/users/info", Recording.Answer("own-rights", Path, 2)).On("GET", "/supplierinvoices", new Canned(200, "[]")).Reader();
        Known.Refused(await reader.SupplierInvoices.FindBySupplierReferenceAsync(["F-1"], null, Token)).Code.Should().Be(Codes.RightMissing);
        Known.Refused(await reader.SupplierInvoices.FindByMarkerAsync(["cs1/op1"], Token)).Code.Should().Be(Codes.RightMissing);
        Known.Refused(await reader.SupplierInvoices.FindByDateAsync(1, new DateOnly(2026, 11, 20), Token)).Code.Should().Be(Codes.RightMissing);
        Known.Refused(await reader.SupplierInvoices.FindHeadsByDateAsync(1, new DateOnly(2026, 11, 20), Token)).Code.Should().Be(Codes.RightMissing);
        Known.Refused(await reader.SupplierInvoices.GetAllAsync([1], Token)).Code.Should().Be(Codes.RightMissing);
    }

    [Fact]
    public async Task Rights_that_cannot_be_read_prove_nothing()
    {
        using var reader = new FakeDolibarr().On("GET", "/users/info", Recording.Answer("status", "/users/info")).On("GET", "/thirdparties", None).Reader();
        var error = Known.Refused(await reader.ThirdParties.SearchByNameAsync("Dupont", Token));
        error.Code.Should().Be(Codes.RightsUnproven);
        error.Remedy.Should().Contain("342");
    }

    [Fact]
    public async Task An_administrator_has_the_rights_that_were_granted_and_no_others()
    {
        using var reader = new FakeDolibarr().On("GET", "/users/info", Recording.Answer("status", "/users/info", 1)).Reader();
        var user = Known.Ok(await reader.Users.OwnRightsAsync(Token));
        user.IsAdmin.Should().BeTrue();
        user.Rights.Missing(RightsNeeded.ReadingThirdParties).Should().Equal(RightsNeeded.ReadingThirdParties);
    }

    [Fact]
    public async Task An_external_user_sees_one_third_party_only()
    {
        using var reader = new FakeDolibarr().On("GET", "/users/info", Recording.Answer("own-rights", Path).With(("socid", "\"7\""))).Reader();
        Known.Refused(await reader.ThirdParties.SearchByNameAsync("Dupont", Token)).Message.Should().Contain("external");
    }

    [Theory]
    [InlineData("[]", false)]
    [InlineData("""{"societe":{"client":{"voir":1}}}""", true)]
    [InlineData("""{"societe":{"client":{"voir":"1"}}}""", true)]
    [InlineData("""{"societe":{"client":{"voir":true}}}""", true)]
    [InlineData("""{"societe":{"client":{"voir":0}}}""", false)]
    [InlineData("""{"societe":{"client":{"voir":null}}}""", false)]
    [InlineData("""{"societe":{"client":1}}""", false)]
    [InlineData("""{"societe":[]}""", false)]
    public async Task A_right_is_granted_only_by_a_one(string rights, bool granted)
    {
        using var reader = new FakeDolibarr().On("GET", "/users/info", Recording.Answer("own-rights", Path).With(("rights", rights))).Reader();
        Known.Ok(await reader.Users.OwnRightsAsync(Token)).Rights.Has(Right.SeeAllThirdParties).Should().Be(granted);
    }

    [Fact]
    public async Task A_proof_is_used_again_for_half_a_minute_and_then_made_anew()
    {
        var clock = new ManualClock();
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties", None);
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Clock = clock });
        await reader.ThirdParties.SearchByNameAsync("a", Token);
        clock.Pass(TimeSpan.FromSeconds(29));
        await reader.ThirdParties.SearchByNameAsync("b", Token);
        dolibarr.ArrivalsAt("/users/info").Should().ContainSingle();
        clock.Pass(TimeSpan.FromSeconds(2));
        await reader.ThirdParties.SearchByNameAsync("c", Token);
        dolibarr.ArrivalsAt("/users/info").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_right_that_was_missing_is_asked_for_again_as_soon_as_it_is_needed_again()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties", None)
            .On("GET", "/users/info", Recording.Answer("own-rights", Path, 2), Recording.Answer("own-rights", Path, 1));
        using var reader = dolibarr.Reader();
        Known.Refused(await reader.ThirdParties.SearchByNameAsync("a", Token));
        Known.Ok(await reader.ThirdParties.SearchByNameAsync("a", Token));
    }
}
