using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace DolibarrAgent.Simulator;

/// <summary>
/// The socket under a request, for what no web server does by itself. While a request is being dealt with the server
/// writes nothing on it, so bytes put here go out as they are.
/// </summary>
internal static class Wire
{
    /// <summary>Ends the connection in order: the client reads the end of the stream (FIN). What was sent before still arrives.</summary>
    public static void Close(HttpContext context)
    {
        try
        {
            // Aborting alone would reset it.
            SocketOf(context).Shutdown(SocketShutdown.Both);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The client has left before.
        }

        context.Abort();
    }

    /// <summary>Ends the connection at once: the client gets a reset (RST), as when a firewall or a crash cuts it.</summary>
    public static void Reset(HttpContext context)
    {
        SocketOf(context).Close(timeout: 0);
        context.Abort();
    }

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var socket = SocketOf(context);
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, context.RequestAborted)..];
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has left before.
        }
    }

    private static Socket SocketOf(HttpContext context) => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
