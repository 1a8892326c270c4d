using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>Bank details are read and written by their description, below their third party.</summary>
public class BankAccountsTests
{
    private const string Path = "/thirdparties/1/bankaccounts";
    private const string Iban = "FR7630006000011234567890189";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bank_details_are_read()
    {
        using var reader = new FakeDolibarr().On("GET", Path, Recording.Answer("thirdparty-bank", Path, 2)).Reader();
        var entered = new DateTimeOffset(2026, 11, 23, 0, 16, 23, TimeSpan.Zero);
        Known.Ok(await reader.BankAccounts.ListAsync(1, Token))
            .Select(one => (one.Id, one.Label, one.Bank, one.Iban, one.Bic, one.IsDefault, one.Created, one.Modified)).Should().Equal(
                (2, "bad", "", "FR00", "", false, entered, entered),
                (1, "main", "CA", "DE89370400440532013000", "AGRIFRPP", true, entered.AddSeconds(-1), entered.AddSeconds(-1)));
    }

    [Fact]
    public async Task A_row_that_a_refused_call_left_behind_is_read_as_empty()
    {
        using var reader = new FakeDolibarr().On("GET", Path, Recording.Answer("thirdparty-bank-label", Path)).Reader();
        Known.Ok(await reader.BankAccounts.ListAsync(1, Token)).Select(one => (one.Label, one.Bank, one.Iban, one.Bic))
            .Should().Equal(("Main", "", Iban, ""), ("", "", "", ""));
    }

    [Fact]
    public async Task No_bank_details_are_a_404_and_an_empty_list()
    {
        using var reader = new FakeDolibarr().On("GET", Path, Recording.Answer("thirdparty-bank", Path)).Reader();
        Known.Ok(await reader.BankAccounts.ListAsync(1, Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_404_of_another_kind_is_not_an_empty_list_of_bank_details()
    {
        using var reader = new FakeDolibarr().On("GET", Path, Canned.Html(404)).Reader();
        Known.Refused(await reader.BankAccounts.ListAsync(1, Token)).Code.Should().Be(Codes.NotFound);
    }

    [Theory]
    [InlineData("iban")]
    [InlineData("socid")]
    [InlineData("default_rib")]
    public async Task Bank_details_that_leave_out_what_all_have_are_not_an_answer(string member)
    {
        var row = """{"id":"1","socid":"1","iban":"FR00","default_rib":"1"}"""
            .Replace($"\"{member}\"", "\"other\"", StringComparison.Ordinal);
        using var reader = new FakeDolibarr().On("GET", Path, new Canned(200, $"[{row}]")).Reader();
        (await reader.BankAccounts.ListAsync(1, Token)).Should().BeOfType<Answer<ImmutableArray<BankAccount>>.Unanswered>();
    }

    [Fact]
    public void Bank_details_do_not_print()
    {
        var held = Fields.None.With("iban", Iban).With("bic", "AGRIFRPP").With("default", false);
        var found = new DolibarrObject(1, "", held, ImmutableSortedDictionary<string, long>.Empty);
        new BankAccount(found).ToString().Should().Be("BankAccount { Id = 1, IsDefault = False }");
        found.ToString().Should().NotContain(Iban).And.NotContain("AGRIFRPP");
    }

    [Fact]
    public async Task A_new_account_is_sent_below_its_third_party_with_the_given_fields_and_its_number_is_in_the_echo()
    {
        var fake = new FakeDolibarr().On("POST", Path, Recording.Answer("thirdparty-bank", Path, 1, "POST"));
        using var writer = fake.Writer();
        var set = Fields.None.With("label", "main").With("iban", "fr76 3000 6000 0112 3456 7890 189").With("bic", "AGRI FRPP");

        Known.Ok(await writer.Objects.CreateAsync(Below(set), Token)).Should().Be(2);

        fake.Arrivals.Should().ContainSingle().Which.Body.Should().Be($$"""{"label":"main","iban":"{{Iban}}","bic":"AGRIFRPP"}""");
    }

    [Fact]
    public async Task What_is_not_an_echo_of_the_new_account_is_no_answer()
    {
        using var writer = new FakeDolibarr().On("POST", Path, new Canned(200, "{}")).Writer();
        (await writer.Objects.CreateAsync(Below(Fields.None.With("iban", Iban)), Token)).Should().BeOfType<Answer<long>.Unanswered>();
    }

    [Fact]
    public async Task A_change_is_sent_to_the_account_below_its_third_party()
    {
        var fake = new FakeDolibarr().On("PUT", $"{Path}/1", Recording.Answer("thirdparty-bank", $"{Path}/1", 0, "PUT"));
        using var writer = fake.Writer();

        var changed = await writer.Objects.UpdateAsync(1, Below(Fields.None.With("iban", "DE89370400440532013000")), Token);

        Known.Ok(changed).Should().Be(Done.Now);

        fake.Arrivals.Should().ContainSingle().Which.Body.Should().Be("""{"iban":"DE89370400440532013000"}""");
    }

    [Fact]
    public void Which_account_is_paid_to_is_never_sent() =>
        FluentActions.Invoking(() => JsonSerializer.Serialize(Below(Fields.None.With("default", true)), Outbound.Default.ObjectBody))
            .Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("1", true)]
    [InlineData("-1", false)]
    public async Task A_deletion_is_done_where_the_server_says_1(string answer, bool done)
    {
        using var writer = new FakeDolibarr().On("DELETE", $"{Path}/7", new Canned(200, answer)).Writer();

        var deleted = await writer.Objects.DeleteBelowAsync(BankAccountFields.Resource, 1, 7, Token);

        (deleted is Answer<Done>.Ok).Should().Be(done);
    }

    private static ObjectBody Below(Fields set) =>
        new(BankAccountFields.Resource, set, ImmutableDictionary<string, long>.Empty.Add("thirdparty", 1), null);
}
