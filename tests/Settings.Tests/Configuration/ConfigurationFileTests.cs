namespace DolibarrAgent.Settings.Tests;

/// <summary>The user's configuration file, behind the environment.</summary>
public sealed class ConfigurationFileTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("config-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void Without_a_file_the_environment_alone_counts()
    {
        var read = Counts(new() { ["DOLIBARR_APP"] = "shop" });

        read.Profile.Should().BeNull();
        read.Variables["DOLIBARR_APP"].Should().Be("shop");
    }

    [Fact]
    public void What_the_environment_does_not_set_comes_from_the_profile_that_counts()
    {
        WriteProfiles("""{ "erp": { "DOLIBARR_APP": "erp" }, "shop": { "DOLIBARR_APP": "shop" } }""");

        Counts().Variables["DOLIBARR_APP"].Should().Be("erp");
        Counts(new() { ["DOLIBARR_PROFILE"] = "shop" }).Variables["DOLIBARR_APP"].Should().Be("shop");
        Counts().IsFromFile("DOLIBARR_APP").Should().BeTrue();
    }

    [Fact]
    public void What_the_environment_sets_counts_before_the_file_even_where_it_is_empty()
    {
        WriteProfiles("""{ "erp": { "DOLIBARR_APP": "erp", "DOLIBARR_DOMAIN": "example.org" } }""");

        var read = Counts(new() { ["DOLIBARR_APP"] = "shop", ["DOLIBARR_DOMAIN"] = "" });

        (read.Variables["DOLIBARR_APP"], read.Variables["DOLIBARR_DOMAIN"]).Should().Be(("shop", ""));
        read.Overruled.Should().Equal("DOLIBARR_APP", "DOLIBARR_DOMAIN");
    }

    [Fact]
    public void A_key_of_the_environment_makes_the_file_of_it_idle()
    {
        WriteProfiles("""{ "erp": { "DOLIBARR_PROD_API_KEY_FILE": "/keys/prod" } }""");

        Counts(new() { ["DOLIBARR_PROD_API_KEY"] = "secret" }).Variables.Should().NotContainKey("DOLIBARR_PROD_API_KEY_FILE");
        Counts().Variables["DOLIBARR_PROD_API_KEY_FILE"].Should().Be("/keys/prod");
    }

    [Theory]
    [InlineData("DOLIBARR_PROD_API_KEY", "secret", "config-holds-key")]
    [InlineData("DOLIBARR_SANDBOX_API_KEY", "secret", "config-holds-key")]
    [InlineData("DOLIBARR_PROD_WRITE_KEY", "secret", "config-holds-key")]
    [InlineData("DOLIBARR_PROD_WRITE_KEY_FILE", "/keys/write", "config-holds-key")]
    [InlineData("DOLIBARR_PROD_WRITE_KEY_SECRET", "service dolibarr", "config-holds-key")]
    [InlineData("DOLIBARR_LEDGER", "postgresql://me:secret@host/ledger", "config-holds-key")]
    [InlineData("DOLIBARR_TARGET", "sandbox", "config-variable")]
    [InlineData("DOLIBARR_PROFILE", "shop", "config-variable")]
    [InlineData("DOLIBARR_PROD_ULR", "https://erp", "config-variable")]
    [InlineData("PATH", "/bin", "config-variable")]
    public void What_has_no_place_in_it_is_refused_in_every_profile_and_its_value_is_not_told(string name, string value, string code)
    {
        WriteProfiles($$$"""{ "erp": {}, "other": { "{{{name}}}": "{{{value}}}" } }""");

        var problem = ConfigurationFile.Read(Environment()).AllProblems.Should().ContainSingle().Subject;

        problem.Code.Text.Should().Be(code);
        problem.Place.Should().EndWith($"profiles.other.{name}");
        problem.ToString().Should().NotContain("secret");
    }

    [Theory]
    [InlineData("no JSON", "config-not-json")]
    [InlineData("""{ "format": "dolibarr-config/2", "profile": "erp", "profiles": { "erp": {} } }""", "other-format")]
    [InlineData("""{ "format": "dolibarr-config/1", "profile": "erp", "profiles": { "erp": {} }, "more": 1 }""", "unknown-member")]
    [InlineData("""{ "format": "dolibarr-config/1", "profiles": { "erp": {} } }""", "profile-unknown")]
    [InlineData("""{ "format": "dolibarr-config/1", "profile": "shop", "profiles": { "erp": {} } }""", "profile-unknown")]
    [InlineData("""{ "format": "dolibarr-config/1", "profile": "erp", "profiles": { "erp": { "DOLIBARR_APP": 1 } } }""", "not-text")]
    [InlineData("""
        { "format": "dolibarr-config/1", "profile": "erp", "profiles": { "erp": { "DOLIBARR_APP": "a", "DOLIBARR_APP": "b" } } }
        """, "duplicate-member")]
    public void A_file_that_is_not_as_it_should_be_is_refused(string text, string code)
    {
        Write(text);

        ConfigurationFile.Read(Environment()).AllProblems.Should().Contain(problem => problem.Code.Text == code);
    }

    [Fact]
    public void A_profile_that_is_asked_for_where_there_is_no_file_is_refused() =>
        ConfigurationFile.Read(Environment(new() { ["DOLIBARR_PROFILE"] = "shop" })).AllProblems.Should().ContainSingle()
            .Which.Code.Text.Should().Be("profile-unknown");

    [Fact]
    public void A_file_that_others_may_write_does_not_count()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        WriteProfiles("""{ "erp": {} }""");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOfFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        }

        ConfigurationFile.Read(Environment()).AllProblems.Should().ContainSingle().Which.Code.Text.Should().Be("writable-by-others");
    }

    [Fact]
    public void The_gate_in_the_same_folder_does_not_take_it_for_a_file_of_its_own()
    {
        WriteProfiles("""{ "erp": {} }""");

        GateFiles.Read(Path.GetDirectoryName(PathOfFile)).Should()
            .BeOfType<Checked<System.Collections.Immutable.ImmutableArray<string>>.Valid>()
            .Which.Value.Should().BeEmpty();
    }

    private string PathOfFile => Path.Combine(home, "dolibarr-agent", "config.json");

    private Configuration Counts(Dictionary<string, string?>? more = null) =>
        ConfigurationFile.Read(Environment(more)).Should().BeOfType<Checked<Configuration>.Valid>().Subject.Value;

    private Dictionary<string, string?> Environment(Dictionary<string, string?>? more = null) =>
        new(more ?? [], StringComparer.Ordinal) { ["XDG_CONFIG_HOME"] = home };

    private void WriteProfiles(string profiles) =>
        Write($$"""{ "format": "dolibarr-config/1", "profile": "erp", "profiles": {{profiles}} }""");

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOfFile)!);
        File.WriteAllText(PathOfFile, text);
    }
}
