using System.Globalization;
using System.Net;

namespace DolibarrAgent.Settings;

/// <summary>
/// Scheme, host and port of a URL in one spelling. The case of the host, a trailing dot and the default port make no
/// difference, and every spelling of this machine (<c>localhost</c>, <c>127.0.0.1</c>, <c>[::1]</c>) is the same one.
/// </summary>
public readonly record struct Origin
{
    private Origin(string value) => Value = value;

    /// <summary><c>https://erp.arcodange.lab:443</c>.</summary>
    public string Value { get; }

    /// <summary>The origin of an absolute URL.</summary>
    public static Origin Of(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.').ToLowerInvariant();
        return new(string.Create(CultureInfo.InvariantCulture, $"{url.Scheme}://{(IsThisMachine(host) ? "localhost" : host)}:{url.Port}"));
    }

    /// <summary>Whether the other reaches the same server: the same host and port; https and http on one port are one server.</summary>
    public bool IsSameServerAs(Origin other) => Server == other.Server;

    /// <summary>The one spelling.</summary>
    public override string ToString() => Value;

    private string Server => Value is null ? "" : Value[(Value.IndexOf("://", StringComparison.Ordinal) + 3)..];

    // 0.0.0.0 and [::] are not names of a server, but a connection to them ends on this machine.
    private static bool IsThisMachine(string host) =>
        host is "localhost" or "loopback"
        || (IPAddress.TryParse(host, out var address)
            && (IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
                || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
