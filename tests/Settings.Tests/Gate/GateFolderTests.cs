namespace DolibarrAgent.Settings.Tests;

public class GateFolderTests
{
    [Fact]
    public void The_variable_names_it() => Of(("DOLIBARR_GATE", "/srv/gate"), ("HOME", "/home/ann")).Should().Be("/srv/gate");

    [Fact]
    public void Unnamed_it_is_where_the_users_settings_are()
    {
        Of(("HOME", "/home/ann")).Should().Be("/home/ann/.config/dolibarr-agent");
        Of(("HOME", "/home/ann"), ("XDG_CONFIG_HOME", "/home/ann/etc")).Should().Be("/home/ann/etc/dolibarr-agent");
    }

    [Fact]
    public void Without_a_home_there_is_none() => Of().Should().BeNull();

    [Fact]
    public void The_machines_own_is_taken_wherever_the_user_has_one() => Read(_ => true, ("HOME", "/home/ann")).Should().BeOfType<Checked<string?>.Valid>().Which.Value.Should().Be("/etc/dolibarr-agent");

    [Fact]
    public void Past_the_machines_own_no_variable_leads() => Read(_ => true, ("DOLIBARR_GATE", "/home/ann/lax")).AllProblems.Should().ContainSingle(f => f.Code.Text == "gate-elsewhere");

    private static string? Of(params (string Name, string Value)[] variables) => ((Checked<string?>.Valid)Read(_ => false, variables)).Value;

    private static Checked<string?> Read(Func<string, bool> exists, params (string Name, string Value)[] variables) =>
        GateFolder.Read(variables.ToDictionary(v => v.Name, v => (string?)v.Value, StringComparer.Ordinal), exists);
}
