namespace DolibarrAgent.Settings.Tests;

public class LedgerPlaceTests
{
    [Theory]
    [InlineData("ledger.db")]
    [InlineData("/data/our ledger.db")]
    [InlineData("postgres")]
    public void What_is_not_a_URL_is_a_file(string text) => Valid(text).Should().Be(new LedgerPlace.File(text));

    [Theory]
    [InlineData("postgres://alice:secret@db.example.com:6543/ledger")]
    [InlineData("postgresql://alice:secret@db.example.com:6543/ledger?application_name=us")]
    public void A_URL_names_a_PostgreSQL(string text)
    {
        var place = Postgres(text);

        (place.Host, place.Port, place.Database, place.User, place.RevealPassword()).Should().Be(("db.example.com", 6543, "ledger", "alice", "secret"));
    }

    [Fact]
    public void What_is_left_out_is_what_PostgreSQLs_own_clients_take()
    {
        var place = Postgres("postgresql://127.0.0.1/ledger");

        (place.Port, place.User, place.RevealPassword()).Should().Be((5432, null, null));
    }

    [Fact]
    public void What_has_a_meaning_in_a_URL_is_written_with_percents()
    {
        var place = Postgres("postgresql://al%40ice:p%2F%3F%23%25%3Aw%C3%A9@127.0.0.1/our%20ledger");

        (place.User, place.RevealPassword(), place.Database).Should().Be(("al@ice", "p/?#%:wé", "our ledger"));
    }

    [Fact]
    public void A_server_may_listen_on_a_socket_file() => Postgres("postgresql:///ledger?host=/var/run/postgresql").Host.Should().Be("/var/run/postgresql");

    [Theory]
    [InlineData("postgresql://db.example.com/ledger", "require")]
    [InlineData("postgresql://db.example.com/ledger?sslmode=verify-full", "verify-full")]
    [InlineData("postgresql://db.example.com/ledger?sslmode=disable", "disable")]
    [InlineData("postgresql://127.0.0.1/ledger", null)]
    [InlineData("postgresql://localhost/ledger", null)]
    public void What_leaves_this_machine_is_encrypted_unless_the_URL_says_otherwise(string text, string? mode) =>
        Postgres(text).Options.GetValueOrDefault(LedgerUrlOption.SslMode).Should().Be(mode);

    [Theory]
    [InlineData("postgresql://alice:hush@/ledger", "ledger-url-malformed")]
    [InlineData("postgresql:///ledger", "ledger-url-host")]
    [InlineData("postgresql://alice:hush@host:port/ledger", "ledger-url-malformed")]
    [InlineData("postgresql://alice:hu#sh@host/ledger", "ledger-url-malformed")]
    [InlineData("postgresql://alice:hush@host", "ledger-url-database")]
    [InlineData("postgresql://alice:hush@host/a/b", "ledger-url-database")]
    [InlineData("postgresql://alice@host/ledger?password=hush", "ledger-url-option")]
    [InlineData("postgresql://alice@host/ledger?sslmode=hush", "ledger-url-sslmode")]
    [InlineData("postgresql://alice@host/ledger?connect_timeout=hush", "ledger-url-timeout")]
    [InlineData("mysql://alice:hush@host/ledger", "ledger-url-scheme")]
    public void Any_other_URL_is_a_problem_that_repeats_no_part_of_it(string text, string code)
    {
        var problem = LedgerPlace.Read(Variables.Ledger, text).AllProblems.Should().ContainSingle().Subject;

        (problem.Code.Text, problem.Place).Should().Be((code, Variables.Ledger));
        problem.ToString().Should().NotContain("hush");
    }

    [Fact]
    public void The_password_is_printed_nowhere()
    {
        var place = Postgres("postgresql://alice:hu%2Fsh@127.0.0.1/ledger");

        string.Concat(place, Known.Valid(ProgramSettings.Read(new Dictionary<string, string?> { [Variables.Ledger] = "postgresql://alice:hu%2Fsh@127.0.0.1/ledger" }, SettingsNeeds.FoldersOnly)))
            .Should().NotContain("hu/sh").And.NotContain("hu%2Fsh").And.Contain("postgresql://alice@127.0.0.1:5432/ledger");
        place.Redact("of hu/sh or hu%2Fsh").Should().Be("of [password] or [password]");
    }

    [Fact]
    public void It_is_told_together_with_all_other_problems() =>
        ProgramSettings.Read(new Dictionary<string, string?> { [Variables.Ledger] = "mysql://host/x", [Variables.Target] = "nowhere" }, SettingsNeeds.FoldersOnly)
            .AllProblems.Select(f => f.Code.Text).Should().BeEquivalentTo("target-unknown", "ledger-url-scheme");

    private static LedgerPlace Valid(string text) => Known.Valid(LedgerPlace.Read(Variables.Ledger, text));

    private static LedgerPlace.Postgres Postgres(string text) => (LedgerPlace.Postgres)Valid(text);
}
