using System.Net.Sockets;
using System.Text;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>One request over a bare socket, so that a test sees what came and how the connection ended.</summary>
internal sealed record RawConnection(string Received, bool WasReset)
{
    public string Body => Received[(Received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public static Task<RawConnection> CreateThirdPartyAsync(SimulatedDolibarr server) =>
        SendAsync(server, "POST /api/index.php/thirdparties", """{"name":"A"}""");

    public static async Task<RawConnection> SendAsync(SimulatedDolibarr server, string call, string body, int atMost = int.MaxValue)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, cancel);
        var request = $"{call} HTTP/1.1\r\nHost: simulator\r\nDOLAPIKEY: agent-key\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), cancel);
        var received = new StringBuilder();
        var buffer = new byte[65_536];
        try
        {
            while (received.Length < atMost && await socket.ReceiveAsync(buffer, cancel) is > 0 and var count)
            {
                received.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }

            return new(received.ToString(), WasReset: false);
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.ConnectionReset)
        {
            return new(received.ToString(), WasReset: true);
        }
    }
}
