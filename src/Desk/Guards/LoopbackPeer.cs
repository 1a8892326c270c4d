using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DolibarrAgent.Desk;

/// <summary>
/// Whose process is at the other end of a connection on loopback: Linux tells it in <c>/proc/net/tcp</c>. A user of the same
/// machine who is another is let in to nothing, not even with a link that was read over a shoulder.
/// </summary>
/// <param name="table">The file that lists the connections; another one only for tests.</param>
/// <param name="ours">Our own user id.</param>
internal sealed class LoopbackPeer(string table, uint ours)
{
    private const int LocalColumn = 1;
    private const int RemoteColumn = 2;
    private const int UserColumn = 7;

    /// <summary>That of this process; where the system does not tell, everybody counts as ours, and the link alone guards.</summary>
    public static LoopbackPeer OfThisProcess() => new("/proc/net/tcp", OwnUser());

    /// <summary>Whether the other end belongs to our user, as far as the system tells.</summary>
    /// <param name="here">Our end.</param>
    /// <param name="there">The other end.</param>
    public bool IsOurs(IPEndPoint here, IPEndPoint there)
    {
        if (!File.Exists(table))
        {
            return true;
        }
        // The other end's own row has it as its local address.
        var (local, remote) = (Written(there), Written(here));
        foreach (var line in File.ReadLines(table).Skip(1))
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > UserColumn && columns[LocalColumn] == local && columns[RemoteColumn] == remote)
            {
                return uint.TryParse(columns[UserColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var user) && user == ours;
            }
        }
        return false;
    }

    /// <summary>As the table writes it: the address as a number of this machine's order, in hexadecimal, and the port.</summary>
    private static string Written(IPEndPoint end)
    {
        var address = end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4() : end.Address;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? string.Create(CultureInfo.InvariantCulture, $"{BitConverter.ToUInt32(address.GetAddressBytes()):X8}:{end.Port:X4}")
            : "";
    }

    private static uint OwnUser()
    {
        const string Status = "/proc/self/status";
        // Real, effective, saved, of files: sockets go by the effective one.
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(one => one.StartsWith("Uid:", StringComparison.Ordinal)) : null;
        return line?.Split('\t', StringSplitOptions.RemoveEmptyEntries) is [_, _, var user, ..]
            ? uint.Parse(user, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
    }
}
