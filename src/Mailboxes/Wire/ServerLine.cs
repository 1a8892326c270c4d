using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Mailboxes;

/// <summary>
/// The one connection: to the server of the URL and to no other. No proxy, no redirect; a certificate is judged by what it
/// brings and what this machine trusts, without asking anybody else.
/// </summary>
internal static class ServerLine
{
    /// <summary>The line to a server, or why there is none.</summary>
    public static async Task<MailAnswer<BoundedStream>> OpenAsync(MailboxUrl url, MailboxLimits limits, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(limits.Connect);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await ConnectAsync(socket, url, limit.Token).ConfigureAwait(false);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return new MailAnswer<BoundedStream>.Got(
                new BoundedStream(url.IsEncrypted ? await EncryptedAsync(stream, url, limit.Token).ConfigureAwait(false) : stream));
        }
        catch (Exception e) when (FailureOf(e, url, limits) is { } failure && !cancel.IsCancellationRequested)
        {
            socket.Dispose();
            return new MailAnswer<BoundedStream>.Failed(failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task ConnectAsync(Socket socket, MailboxUrl url, CancellationToken cancel)
    {
        var addresses =
            IPAddress.TryParse(url.Host, out var address) ? [address]
            : await Dns.GetHostAddressesAsync(url.Host, cancel).ConfigureAwait(false);
        // A name of this machine may be led elsewhere; without TLS nothing leaves it all the same.
        IPAddress[] taken = [.. addresses.Where(one => url.IsEncrypted || MailboxUrl.StaysHere(one))];
        if (taken.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }
        await socket.ConnectAsync(taken, url.Port, cancel).ConfigureAwait(false);
    }

    private static async Task<Stream> EncryptedAsync(NetworkStream plain, MailboxUrl url, CancellationToken cancel)
    {
        var encrypted = new SslStream(plain, leaveInnerStreamOpen: false);
        try
        {
            await encrypted.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = url.Host,
                    RemoteCertificateValidationCallback = Accepts,
                    CertificateChainPolicy =
                        new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
                },
                cancel).ConfigureAwait(false);
            return encrypted;
        }
        catch
        {
            await encrypted.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Thrown, and not only refused: with a callback of ours the platform no longer says why.
    private static bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        ? true
        : throw new UntrustedException(
            string.Join(", ", (chain?.ChainStatus ?? []).Select(status => status.Status.ToString()).Prepend(errors.ToString())));

    private static MailFailure? FailureOf(Exception fault, MailboxUrl url, MailboxLimits limits) => fault switch
    {
        UntrustedException or { InnerException: UntrustedException } => new MailFailure(
            new Problem(Codes.MailboxCertificate, url.ToString(),
                $"The server's certificate is not trusted: {(fault as UntrustedException ?? fault.InnerException!).Message}. "
                + "Nothing was sent to it."),
            FailureReach.Mailbox),
        AuthenticationException => new MailFailure(
            new Problem(Codes.MailboxTls, url.ToString(), $"No encrypted connection came about: {fault.Message}"),
            FailureReach.Mailbox),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => new MailFailure(
            new Problem(Codes.MailboxUnreachable, url.ToString(), $"No server of the name {url.Host} is known.",
                "Check the name, and the connection to the network."), FailureReach.Connection),
        SocketException or IOException => new MailFailure(
            new Problem(Codes.MailboxUnreachable, url.ToString(), $"The server cannot be reached: {fault.Message}"),
            FailureReach.Connection),
        OperationCanceledException => new MailFailure(
            new Problem(Codes.MailboxTimeout, url.ToString(),
                $"The server did not take the connection in {limits.Connect.TotalSeconds:0} seconds.",
                "Check the server's name and port, and whether a firewall is between."),
            FailureReach.Connection),
        _ => null,
    };

    private sealed class UntrustedException(string reasons) : AuthenticationException(reasons);
}
