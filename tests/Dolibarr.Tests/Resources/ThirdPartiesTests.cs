using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class ThirdPartiesTests
{
    private static readonly Canned Dupont = Recording.Answer("thirdparty-create", "/thirdparties/1");
    private static readonly Canned None = Recording.Answer("thirdparty-create", "/thirdparties?limit=5");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_third_party_is_read_whole()
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties/1", Dupont).Reader();
        Known.Ok(await reader.ThirdParties.GetAsync(1, Token)).Found.Should().BeEquivalentTo(new DolibarrObject(
            1, "", ThirdPartyFields.All.All.Aggregate(Fields.None, (none, field) => none.With(field.Name, ""))
                .With("name", "Hébergeur Dupont SARL").With("supplier", true).With("customer", false).With("supplierCode", "SU2611-00001")
                .With("vatNumber", "FR40303265045").With("siren", "303265045").With("siret", "30326504500012")
                .With("email", "factures@dupont.example").With("country", "FR"),
            ImmutableSortedDictionary<string, long>.Empty)
        {
            IsOpen = true,
            Created = new DateTimeOffset(2026, 11, 23, 0, 16, 1, TimeSpan.Zero),
            Modified = new DateTimeOffset(2026, 11, 23, 0, 16, 1, TimeSpan.Zero),
        });
    }

    [Fact]
    public async Task One_that_was_closed_is_not_open()
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties/1", Recording.Answer("thirdparty-update", "/thirdparties/1?properties=id,status")).Reader();
        var closed = Known.Ok(await reader.ThirdParties.GetAsync(1, Token));
        (closed.IsOpen, closed["phone"], closed["address"]).Should().Be((false, "+33102030405", "1 rue de la Paix\n75002 Paris"));
    }

    [Theory]
    [InlineData("\"0\"", false)]
    [InlineData("\"1\"", true)]
    [InlineData("\"2\"", false)]
    [InlineData("3", true)]
    public async Task A_prospect_is_not_a_customer(string client, bool isCustomer)
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties/1", Dupont.With(("client", client))).Reader();
        Known.Ok(await reader.ThirdParties.GetAsync(1, Token)).Found.Held["customer"].Should().Be(new FieldValue.Flag(isCustomer));
    }

    [Fact]
    public async Task One_that_is_not_there_is_refused()
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties/99", Recording.Answer("thirdparty-find", "/thirdparties/99")).Reader();
        var error = Known.Refused(await reader.ThirdParties.GetAsync(99, Token));
        (error.Code, error.HttpStatus, error.Message).Should().Be((Codes.NotFound, 404, "Not Found: Thirdparty not found."));
    }

    [Fact]
    public async Task An_empty_list_is_a_404_and_no_error()
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties", None).Reader();
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.VatNumber, ["FR40303265045"], Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_404_of_another_server_is_not_an_empty_list()
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties", Canned.Html(404)).Reader();
        Known.Refused(await reader.ThirdParties.FindAsync(ThirdPartyFields.VatNumber, ["FR40303265045"], Token)).Code.Should().Be(Codes.NotFound);
    }

    [Fact]
    public async Task Filters_take_the_names_of_columns()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties", None);
        using var reader = dolibarr.Reader();
        foreach (var field in ThirdPartyFields.All.All.Where(field => field.Column.Length > 0))
        {
            await reader.ThirdParties.FindAsync(field.Name, ["AB"], Token);
        }
        await reader.Objects.FindAsync(ThirdPartyFields.Codes, [ObjectLook.For(ThirdPartyFields.Codes.Fields.All[0], "AB")], Token);
        await reader.Objects.FindAsync(ThirdPartyFields.Resource, [ObjectLook.Marked("AB")], Token);

        dolibarr.ArrivalsAt("/thirdparties").Select(arrival => arrival.Filter).Should().Equal(
            "(t.nom:=:'AB')",
            "(t.tva_intra:like:'%A%B%')",
            "(t.siren:like:'%A%B%')",
            "(t.siret:like:'%A%B%')",
            "(t.email:like:'%ab%')",
            "(t.code_fournisseur:=:'AB')", "(t.code_client:=:'AB')",
            "(t.ref_ext:=:'AB')");
    }

    [Theory]
    [InlineData("\"FR 40 303265045\"", "fr40303265045")]
    [InlineData("\"FR40303265045\"", "FR 40 303 265 045")]
    public async Task A_vat_number_is_the_same_however_it_is_spaced(string onFile, string asked)
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties", Recording.Page(1, Dupont.With(("tva_intra", onFile)))).Reader();
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.VatNumber, [asked], Token)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_a_pattern_finds_too_much_is_left_out()
    {
        using var reader = new FakeDolibarr()
            .On("GET", "/thirdparties", Recording.Page(2, Dupont.With(("name", "\"O'Brien\"")), Dupont.With(("id", "\"2\""), ("name", "\"OxBrien\"")))).Reader();
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.Name, ["O'Brien"], Token)).Should().ContainSingle().Which.Id.Should().Be(1);
        Known.Ok(await reader.ThirdParties.SearchByNameAsync("o'b", Token)).Should().ContainSingle().Which.Id.Should().Be(1);
    }

    [Fact]
    public async Task A_list_is_read_until_as_many_were_seen_as_the_server_counts()
    {
        Canned[] all = [.. Enumerable.Range(1, 150).Select(id => Dupont.With(("id", $"\"{id}\"")))];
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties", Recording.Page(150, all[..100]), Recording.Page(50, all[100..]));
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.Siren, ["303265045"], Token)).Should().HaveCount(150);
        var pages = dolibarr.ArrivalsAt("/thirdparties");
        pages.Should().HaveCount(2);
        pages[1].Filter.Should().EndWith(" and (t.rowid:>:100))");
        pages.Should().AllSatisfy(page => page.Query.Should().Contain("sortfield", "t.rowid").And.Contain("sortorder", "ASC").And.Contain("limit", "100").And.Contain("pagination_data", "true"));
    }

    [Fact]
    public async Task A_page_that_shows_fewer_than_the_server_counts_is_not_an_answer()
    {
        using var reader = new FakeDolibarr().On("GET", "/thirdparties", Recording.Page(2, Dupont)).Reader();
        Known.Unanswered(await reader.ThirdParties.FindAsync(ThirdPartyFields.Siren, ["303265045"], Token)).Code.Should().Be(Codes.ListMoved);
    }

    [Fact]
    public async Task Blank_values_find_nothing_and_ask_nothing()
    {
        var dolibarr = new FakeDolibarr();
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.ThirdParties.FindAsync(ThirdPartyFields.VatNumber, ["", " ", "--"], Token)).Should().BeEmpty();
        Known.Ok(await reader.ThirdParties.SearchByNameAsync(" ", Token)).Should().BeEmpty();
        dolibarr.ArrivalsAt("/thirdparties").Should().BeEmpty();
    }

    [Fact]
    public async Task Many_values_are_asked_for_in_few_calls()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties", None);
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.Objects.FindAsync(
            ThirdPartyFields.Resource, [.. Enumerable.Range(0, 200).Select(n => ObjectLook.Marked($"01KAQ7Z3V9/op{n}"))], Token));
        dolibarr.ArrivalsAt("/thirdparties").Should().HaveCountLessThan(6);
    }

    [Fact]
    public async Task The_firewall_inside_dolibarr_is_told_from_a_missing_right()
    {
        var firewall = Recording.Answer("thirdparty-find", "/thirdparties?sqlfilters=%28t.nom%3A%3D%3A%22x%22%29&properties=id,name,tva_intra,ref_ext");
        using var reader = new FakeDolibarr().On("GET", "/thirdparties", firewall).On("GET", "/thirdparties/1", Recording.Answer("own-rights", "/thirdparties/1")).Reader();
        Known.Refused(await reader.ThirdParties.FindAsync(ThirdPartyFields.Name, ["x"], Token)).Code.Should().Be(Codes.Firewall);
        Known.Refused(await reader.ThirdParties.GetAsync(1, Token)).Code.Should().Be(Codes.Forbidden);
    }

    [Fact]
    public async Task A_filter_that_dolibarr_does_not_parse_is_a_bad_filter()
    {
        var answer = Recording.Answer("thirdparty-find", "/thirdparties?sqlfilters=%28t.nom%3A%3D%3A%27A%20%28B%29%27%29&properties=id,name,tva_intra,ref_ext");
        using var reader = new FakeDolibarr().On("GET", "/thirdparties", answer).Reader();
        Known.Refused(await reader.ThirdParties.FindAsync(ThirdPartyFields.Name, ["x"], Token)).Code.Should().Be(Codes.BadFilter);
    }

    [Fact]
    public async Task Creating_gives_the_new_number()
    {
        using var writer = new FakeDolibarr().On("POST", "/thirdparties", new Canned(200, "42")).Writer();
        Known.Ok(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token)).Should().Be(42);
    }

    [Fact]
    public async Task Text_that_is_too_long_is_refused_with_the_databases_words()
    {
        var answer = Recording.Answer("thirdparty-create", "/thirdparties", 7, "POST");
        using var writer = new FakeDolibarr().On("POST", "/thirdparties", answer).Writer();
        var error = Known.Refused(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token));
        error.Code.Should().Be(Codes.DatabaseError);
        error.Message.Should().Be("Internal Server Error: Error creating thirdparty: ERROR: 22001: value too long for type character varying(128) LOCATION: varchar, varchar.c:632.");
    }

    [Fact]
    public async Task A_change_sends_only_its_fields_and_trusts_nothing_of_the_echo()
    {
        var dolibarr = new FakeDolibarr().On("PUT", "/thirdparties/1", Recording.Answer("thirdparty-update", "/thirdparties/1", 0, "PUT"));
        using var writer = dolibarr.Writer();
        Known.Ok(await writer.Objects.UpdateAsync(1, Sent.Of(Fields.None.With("phone", "+33 1 02 03 04 05")), Token)).Should().Be(Done.Now);
        dolibarr.Arrivals.Should().ContainSingle().Which.Body.Should().Be("""{"phone":"\u002B33 1 02 03 04 05"}""");
    }

    [Fact]
    public async Task An_echo_of_another_object_is_not_an_answer()
    {
        using var writer = new FakeDolibarr().On("PUT", "/thirdparties/2", Recording.Answer("thirdparty-update", "/thirdparties/1", 0, "PUT")).Writer();
        Known.Unanswered(await writer.Objects.UpdateAsync(2, Sent.Of(Fields.None.With("phone", "1")), Token)).MayHaveTakenEffect.Should().BeTrue();
    }

    [Fact]
    public async Task One_that_others_refer_to_is_not_deleted()
    {
        using var writer = new FakeDolibarr().On("DELETE", "/thirdparties/1", Recording.Answer("thirdparty-delete-merge", "/thirdparties/1", 0, "DELETE")).Writer();
        Known.Refused(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, 1, Token)).Code.Should().Be(Codes.InUse);
    }
}
