using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// The public key of whoever answers. A certificate that this machine trusts says that somebody was given a name; the key
/// says that it is the server that was enrolled. Looked at for every connection, so one that is opened in mid-run too.
/// </summary>
internal sealed class ServerKey(string pin)
{
    private volatile string seen = "";

    /// <summary>The key of the last connection that was accepted, as SHA-256 in hexadecimal; empty before that, and over http.</summary>
    public string Seen => seen;

    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        RequireTrust(chain, errors);
        var key = Of(certificate);
        Require(key);
        seen = key;
        return true;
    }

    /// <summary>Throws where another key is enrolled. Over http a server presents none.</summary>
    public void Require(string presented)
    {
        if (pin.Length > 0 && pin != presented)
        {
            throw new ServerKeyException(pin, presented);
        }
    }

    // Thrown, and not only refused: with a callback of ours the platform no longer says why.
    private static void RequireTrust(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
        {
            var reasons = (chain?.ChainStatus ?? []).Select(status => status.Status.ToString()).Prepend(errors.ToString());
            throw new AuthenticationException($"The server's certificate is not trusted: {string.Join(", ", reasons)}.");
        }
    }

    public static string Of(X509Certificate certificate)
    {
        using var read = new X509Certificate2(certificate);
        return Convert.ToHexStringLower(SHA256.HashData(read.PublicKey.ExportSubjectPublicKeyInfo()));
    }
}

/// <summary>A connection that was not made, because another answers than was enrolled. Becomes a refused answer.</summary>
internal sealed class ServerKeyException(string pin, string presented)
    : Exception($"The server presents the TLS key {(presented.Length == 0 ? "of nobody (plain http)" : presented)}; enrolled is {pin}. Nothing was sent to it.")
{
    /// <summary>The one that a failure of the transport came from; null where it has another cause.</summary>
    public static ServerKeyException? Within(Exception? fault) => fault is null ? null : fault as ServerKeyException ?? Within(fault.InnerException);
}
