namespace DolibarrAgent.Settings.Tests;

public class ServerUrlTests
{
    [Theory]
    [InlineData("https://erp.example.com", "https://erp.example.com/api/index.php")]
    [InlineData("https://erp.example.com/", "https://erp.example.com/api/index.php")]
    [InlineData("https://host/dolibarr", "https://host/dolibarr/api/index.php")]
    [InlineData("https://host:8443/a/b//", "https://host:8443/a/b/api/index.php")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/api/index.php")]
    [InlineData("http://localhost", "http://localhost/api/index.php")]
    [InlineData("http://[::1]:99", "http://[::1]:99/api/index.php")]
    public void The_api_is_below_the_root(string root, string api) => Known.Server(root).Api.AbsoluteUri.Should().Be(api);

    [Theory]
    [InlineData("http://erp.example.com", "url-not-https")]
    [InlineData("http://0.0.0.0", "url-not-https")]
    [InlineData("https://user:secret@erp.example.com", "url-with-user")]
    [InlineData("https://erp.example.com/?entity=2", "url-with-query")]
    [InlineData("https://erp.example.com/#top", "url-with-query")]
    [InlineData("https://erp.example.com/api/index.php", "url-names-api")]
    [InlineData("https://erp.example.com/dolibarr/API/index.php/", "url-names-api")]
    [InlineData("erp.example.com", "url-malformed")]
    [InlineData("ftp://erp.example.com", "url-malformed")]
    [InlineData("/erp", "url-malformed")]
    [InlineData("https://", "url-malformed")]
    public void What_is_not_the_root_of_a_dolibarr_is_a_problem(string text, string code) =>
        ServerUrl.Read("X", text).AllProblems.Should().ContainSingle().Which.Code.Text.Should().Be(code);

    [Fact]
    public void A_password_in_a_url_is_not_repeated() =>
        ServerUrl.Read("X", "ftp://user:hunter2@host").AllProblems.Should().ContainSingle().Which.ToString().Should().NotContain("hunter2");

    [Theory]
    [InlineData("https://erp.example.com", "https://ERP.example.com:443/x")]
    [InlineData("https://erp.example.com", "https://erp.example.com.")]
    [InlineData("http://localhost:8080", "http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080", "http://[::1]:8080/dolibarr")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.2:8080")]
    [InlineData("http://127.0.0.1:8080", "https://localhost:8080")]
    [InlineData("http://127.0.0.1:8080", "http://[::ffff:127.0.0.1]:8080")]
    [InlineData("https://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    public void Two_spellings_of_one_server_are_the_same_server(string one, string other) =>
        Known.Server(one).Origin.IsSameServerAs(Known.Server(other).Origin).Should().BeTrue();

    [Theory]
    [InlineData("https://erp.example.com", "https://erp-sandbox.example.com")]
    [InlineData("http://localhost:8080", "http://localhost:8081")]
    [InlineData("https://erp.example.com", "https://erp.example.com:8443")]
    public void Another_host_or_port_is_another_server(string one, string other) =>
        Known.Server(one).Origin.IsSameServerAs(Known.Server(other).Origin).Should().BeFalse();
}
