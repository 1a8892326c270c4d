using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DolibarrAgent.Tests;

/// <summary>
/// What a name leads to: hands every connection on to a server, with a TLS key of its own or without one. What it leads to,
/// and the key, can be changed at any moment, as a name's address can.
/// </summary>
public sealed class Front : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private readonly List<TcpClient> open = [];
    private readonly Task accepting;
    private (Uri Target, X509Certificate2? Certificate) leads;

    public Front(Uri target, X509Certificate2? certificate = null)
    {
        leads = (target, certificate);
        listener.Start();
        accepting = AcceptAsync();
        Address = new Uri($"{(certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>How many connections came.</summary>
    public int Connections { get; private set; }

    /// <summary>After how many writes it leads elsewhere, from the next read on; 0 for never.</summary>
    public int FlipsAfterWrites { get; set; }

    /// <summary>Where it leads then.</summary>
    public (Uri Target, X509Certificate2? Certificate) Elsewhere { get; set; }

    private int writes;

    /// <summary>From now on it leads elsewhere, and connections that are open are cut.</summary>
    public void Flip()
    {
        lock (gate)
        {
            leads = Elsewhere;
            open.ForEach(client => client.Close());
            open.Clear();
        }
    }

    /// <summary>A certificate of its own key for this machine, signed by itself.</summary>
    public static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Guid.NewGuid():N}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    /// <summary>As the product shows it.</summary>
    public static string KeyOf(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await accepting;
        lock (gate)
        {
            open.ForEach(client => client.Close());
        }
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(ended.Token);
                Connections++;
                _ = CarryAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        (Uri Target, X509Certificate2? Certificate) to;
        lock (gate)
        {
            open.Add(client);
            to = leads;
        }
        using var server = new TcpClient();
        try
        {
            await using var near = to.Certificate is null ? (Stream)client.GetStream() : await SecureAsync(client, to.Certificate);
            await server.ConnectAsync(to.Target.Host, to.Target.Port, ended.Token);
            await using var far = server.GetStream();
            await Task.WhenAny(PumpAsync(near, far), far.CopyToAsync(near, ended.Token));
        }
        // The other side hung up, or did not like the certificate.
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException or ObjectDisposedException or InvalidOperationException)
        {
        }
        finally
        {
            client.Close();
        }
    }

    private static async Task<SslStream> SecureAsync(TcpClient client, X509Certificate2 certificate)
    {
        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(certificate);
        return secure;
    }

    private async Task PumpAsync(Stream near, Stream far)
    {
        var chunk = new byte[65_536];
        int read;
        while ((read = await near.ReadAsync(chunk, ended.Token)) > 0)
        {
            // A request begins a chunk: nobody sends a second one before the first is answered.
            if (FlipsAfterWrites > 0 && writes >= FlipsAfterWrites && chunk.AsSpan(0, read).StartsWith("GET "u8))
            {
                Flip();
                return;
            }
            if (chunk.AsSpan(0, read).StartsWith("POST "u8) || chunk.AsSpan(0, read).StartsWith("PUT "u8) || chunk.AsSpan(0, read).StartsWith("DELETE "u8))
            {
                Interlocked.Increment(ref writes);
            }
            await far.WriteAsync(chunk.AsMemory(0, read), ended.Token);
        }
    }
}
