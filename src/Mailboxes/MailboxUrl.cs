using System.Globalization;
using System.Net;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Mailboxes;

/// <summary>
/// A folder of a mailbox, as RFC 5092 writes it: <c>imaps://me@imap.example.org/INBOX</c>. It never holds a password. An
/// address as the name of the user needs no escaping: what stands behind the last <c>@</c> is the server.
/// </summary>
public sealed record MailboxUrl
{
    private const string Encrypted = "imaps://";
    private const string Plain = "imap://";

    private MailboxUrl(string user, string host, int port)
    {
        User = user;
        Host = host;
        Port = port;
    }

    /// <summary>Who signs in.</summary>
    public string User { get; }

    /// <summary>The server: a name, or an address without brackets.</summary>
    public string Host { get; }

    /// <summary>993 unless the URL says another; 143 for <c>imap://</c>.</summary>
    public int Port { get; }

    /// <summary>The folder with the separator that the server uses; <c>INBOX</c> where the URL names none.</summary>
    public string Folder { get; private init; } = "INBOX";

    /// <summary>Whether TLS begins with the first byte. Without it nothing leaves this machine.</summary>
    public bool IsEncrypted { get; private init; }

    /// <summary>Whether an argument is meant to be one.</summary>
    public static bool Is(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.StartsWith(Encrypted, StringComparison.OrdinalIgnoreCase)
            || argument.StartsWith(Plain, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The URL of a text, or what is wrong with it. A password in it is never repeated.</summary>
    /// <param name="text">It begins with <c>imaps://</c> or <c>imap://</c>.</param>
    public static Checked<MailboxUrl> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isEncrypted = text.StartsWith(Encrypted, StringComparison.OrdinalIgnoreCase);
        var rest = text[(isEncrypted ? Encrypted : Plain).Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (rest, "") : (rest[..slash], rest[(slash + 1)..]);
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? "" : authority[..at];
        if (user.Contains(':', StringComparison.Ordinal))
        {
            return Wrong(Codes.PasswordInUrl, "the mailbox",
                "The URL holds a password. Other programs of this machine can read the arguments of a program.");
        }
        if (user.Length == 0 || user.Contains(';', StringComparison.Ordinal))
        {
            return Wrong(Codes.MailboxUrl, text, "The URL does not say which user signs in.");
        }
        if (path.AsSpan().IndexOfAny('?', '#', ';') >= 0)
        {
            return Wrong(Codes.MailboxUrl, text, "The URL names more than a folder.");
        }
        return Uri.TryCreate($"x-mailbox://{authority[(at + 1)..]}/", UriKind.Absolute, out var server) && server.IdnHost.Length > 0
            && server.Port != 0
            ? Of(text,
                new MailboxUrl(Uri.UnescapeDataString(user), server.IdnHost.Trim('[', ']'), server.Port > 0 ? server.Port : isEncrypted
                ? 993 : 143)
                {
                    IsEncrypted = isEncrypted,
                    Folder = path.TrimEnd('/') is { Length: > 0 } folder ? Uri.UnescapeDataString(folder) : "INBOX",
                })
            : Wrong(Codes.MailboxUrl, text, "The URL names no server.");
    }

    /// <summary>As a person types it.</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        var port = Port == (IsEncrypted ? 993 : 143) ? "" : string.Create(CultureInfo.InvariantCulture, $":{Port}");
        return $"{(IsEncrypted ? Encrypted : Plain)}{User}@{host}{port}/{Folder}";
    }

    /// <summary>Whether an address is one of this machine.</summary>
    internal static bool StaysHere(IPAddress address) => IPAddress.IsLoopback(address);

    private static Checked<MailboxUrl> Of(string text, MailboxUrl url)
    {
        var staysHere = url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(url.Host, out var address) && StaysHere(address));
        return url switch
        {
            { IsEncrypted: false } when !staysHere =>
                Wrong(Codes.MailboxNotEncrypted, text, "Over imap:// the password and the mails would cross the network in the clear."),
            _ when (url.User + url.Folder).Any(char.IsControl) =>
                Wrong(Codes.MailboxUrl, "the mailbox", "The URL holds a control character."),
            _ => new Checked<MailboxUrl>.Valid(url),
        };
    }

    private static Checked<MailboxUrl> Wrong(ProblemCode code, string place, string message) =>
        new Checked<MailboxUrl>.Invalid([new Problem(code, place, message)]);
}
