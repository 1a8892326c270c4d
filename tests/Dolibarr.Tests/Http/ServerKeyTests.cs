using System.Security.Cryptography.X509Certificates;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>Who is at the other end of TLS. The tests trust their own certificates at the wire, which no program can.</summary>
public sealed class ServerKeyTests : IAsyncLifetime
{
    private readonly FakeDolibarr dolibarr = new();
    private readonly X509Certificate2 certificate = Front.Certificate();
    private Front front = null!;

    public ValueTask InitializeAsync()
    {
        front = new Front(dolibarr.Connection.Server.Root, certificate);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await front.DisposeAsync();
        certificate.Dispose();
    }

    [Fact]
    public async Task A_server_with_the_enrolled_key_is_called()
    {
        await CallAsync(HttpMethod.Get, Front.KeyOf(certificate));

        dolibarr.Arrivals.Should().ContainSingle();
    }

    [Fact]
    public async Task Its_key_is_known_after_the_first_call()
    {
        var key = new ServerKey("");

        await CallAsync(HttpMethod.Get, "", key);

        key.Seen.Should().Be(Front.KeyOf(certificate));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task One_with_another_key_gets_nothing_is_not_asked_again_and_both_keys_are_told(string method)
    {
        var enrolled = new string('a', 64);

        var error = Known.Refused(await CallAsync(new HttpMethod(method), enrolled));

        error.Code.Should().Be(Codes.TlsKeyChanged);
        error.Message.Should().Contain(enrolled).And.Contain(Front.KeyOf(certificate));
        dolibarr.Arrivals.Should().BeEmpty();
        front.Connections.Should().Be(1);
    }

    [Fact]
    public async Task The_enrolled_key_in_a_certificate_that_is_not_trusted_is_not_enough()
    {
        var connection = Connection(Front.KeyOf(certificate));
        using var reader = DolibarrReader.Open(connection);

        Known.Unanswered(await reader.Status.GetAsync(TestContext.Current.CancellationToken)).MayHaveTakenEffect.Should().BeFalse();

        dolibarr.Arrivals.Should().BeEmpty();
    }

    [Fact]
    public async Task Plain_http_has_no_key_and_does_not_pass_for_a_server_that_had_one()
    {
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Pin = new string('a', 64) });

        Known.Refused(await reader.Status.GetAsync(TestContext.Current.CancellationToken)).Code.Should().Be(Codes.TlsKeyChanged);

        dolibarr.Arrivals.Should().BeEmpty();
    }

    private Connection Connection(string pin) => Known.ConnectionTo(new Uri(front.Address, dolibarr.Connection.Server.Root.AbsolutePath).ToString()) with { Pin = pin, Limits = Known.QuickLimits };

    private async Task<Answer<string>> CallAsync(HttpMethod method, string pin, ServerKey? seen = null)
    {
        var connection = Connection(pin);
        var key = seen ?? new ServerKey(pin);
        using var wire = Pipeline.Wire(connection.Limits, key);
        wire.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck };
        using var http = Pipeline.Over(wire, connection, new WritePermit(connection.Server.Origin), key);
        return await new Caller(connection).SendAsync(
            async token =>
            {
                using var request = new HttpRequestMessage(method, $"{connection.Server.Api}/status");
                return await http.SendAsync(request, token);
            },
            reply => new Answer<string>.Ok($"{reply.Status}"),
            TestContext.Current.CancellationToken);
    }
}
