using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace DolibarrAgent.Desk;

/// <summary>
/// Whose process is at the other end of a connection on loopback: Linux tells it in <c>/proc/net/tcp</c> and <c>tcp6</c>. Another
/// user of the same machine is let in to nothing, not even with a link that was read over a shoulder.
/// </summary>
/// <param name="tables">The files that list the connections; others only for tests.</param>
/// <param name="ours">Our own user id.</param>
internal sealed class LoopbackPeer(ImmutableArray<string> tables, uint ours)
{
    private const int LocalColumn = 1;
    private const int RemoteColumn = 2;
    private const int UserColumn = 7;

    /// <summary>The kernel lists connections while others come and go, and may pass one over.</summary>
    private const int Looks = 3;

    /// <summary>That of this process; where the system does not tell, everybody counts as ours, and the link alone guards.</summary>
    public static LoopbackPeer OfThisProcess() => new(["/proc/net/tcp", "/proc/net/tcp6"], OwnUser());

    /// <summary>Whether the other end belongs to our user, as far as the system tells.</summary>
    /// <param name="here">Our end.</param>
    /// <param name="there">The other end.</param>
    public bool IsOurs(IPEndPoint here, IPEndPoint there)
    {
        var told = tables.Where(File.Exists).ToList();
        return told.Count == 0
            || Enumerable.Range(0, Looks).Select(_ => UserOf(told, here, there)).FirstOrDefault(user => user is not null) == ours;
    }

    /// <summary>The other end's user; null where no table has it.</summary>
    private static uint? UserOf(IEnumerable<string> tables, IPEndPoint here, IPEndPoint there)
    {
        // The other end's own row has it as its local address.
        var (local, remote) = (Written(there), Written(here));
        return tables.SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > UserColumn
                && columns[LocalColumn].EndsWith(local, StringComparison.Ordinal)
                && columns[RemoteColumn].EndsWith(remote, StringComparison.Ordinal))
            .Select(columns => uint.TryParse(columns[UserColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var user) ? user
                : (uint?)null)
            .FirstOrDefault();
    }

    /// <summary>
    /// As the tables write it: the address as a number of this machine's order, in hexadecimal, and the port. In the table of
    /// IPv6 the same stands behind what says that it is one of IPv4.
    /// </summary>
    private static string Written(IPEndPoint end)
    {
        var address = end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4() : end.Address;
        return string.Create(CultureInfo.InvariantCulture, $"{BitConverter.ToUInt32(address.GetAddressBytes()):X8}:{end.Port:X4}");
    }

    private static uint OwnUser()
    {
        const string Status = "/proc/self/status";
        // Real, effective, saved, of files: sockets go by the effective one.
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(one => one.StartsWith("Uid:", StringComparison.Ordinal))
            : null;
        return line?.Split('\t', StringSplitOptions.RemoveEmptyEntries) is [_, _, var user, ..]
            ? uint.Parse(user, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
    }
}
