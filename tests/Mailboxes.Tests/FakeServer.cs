using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DolibarrAgent.Mailboxes.Tests;

/// <summary>
/// A server of a test's own, that says what the test wants: to each command the answer of the first row that it begins with,
/// without its tag. It knows no IMAP beyond the answers that every sign-in needs.
/// </summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly List<string> commands = [];
    private readonly Task running;

    /// <param name="answers">What it says to whom.</param>
    public FakeServer(params FakeAnswer[] answers)
    {
        listener.Start();
        running = ServeAsync([.. answers, .. Usual]);
    }

    public string Greeting { get; init; } = "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN IDLE] ready\r\n";

    public string Url =>
        string.Create(CultureInfo.InvariantCulture, $"imap://me@127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/INBOX");

    /// <summary>All that it was asked, without tags.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (commands)
            {
                return [.. commands];
            }
        }
    }

    private static IEnumerable<FakeAnswer> Usual =>
    [
        new("AUTHENTICATE", "{0} OK [CAPABILITY IMAP4rev1 UIDPLUS MOVE IDLE NAMESPACE] signed in\r\n"),
        new("CAPABILITY", "* CAPABILITY IMAP4rev1 UIDPLUS MOVE IDLE NAMESPACE\r\n{0} OK\r\n"),
        new("NAMESPACE", "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n{0} OK\r\n"),
        new("LIST \"\" \"INBOX\"", "* LIST () \"/\" INBOX\r\n{0} OK\r\n"),
        new("EXAMINE", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\n* FLAGS (\\Seen)\r\n{0} OK [READ-ONLY] open\r\n"),
        new("UID FETCH 1:*", "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 12)\r\n{0} OK\r\n"),
        new("UID FETCH 1 ", "* 1 FETCH (UID 1 BODY[] {12}\r\nSubject: x\r\n)\r\n{0} OK\r\n"),
        new("", "{0} OK\r\n"),
    ];

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await running.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        ended.Dispose();
    }

    private async Task ServeAsync(FakeAnswer[] answers)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ended.Token);
                try
                {
                    await ServeAsync(client.GetStream(), answers);
                }
                catch (IOException)
                {
                    // Whoever asked has gone.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(NetworkStream stream, FakeAnswer[] answers)
    {
        await SayAsync(stream, Greeting);
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (await reader.ReadLineAsync(ended.Token) is { } line)
        {
            var (tag, command) = line.Split(' ', 2) is [var first, var rest] ? (first, rest) : ("", line);
            lock (commands)
            {
                commands.Add(command);
            }
            var answer = answers.First(one => command.StartsWith(one.To, StringComparison.OrdinalIgnoreCase));
            await SayAsync(stream, answer.Says.Replace("{0}", tag, StringComparison.Ordinal));
            switch (answer.Then)
            {
                case FakeEnd.Leaves:
                    return;
                case FakeEnd.IsSilent:
                    await Task.Delay(Timeout.Infinite, ended.Token);
                    break;
                case FakeEnd.NeverEnds:
                    while (true)
                    {
                        await SayAsync(stream, answer.Says);
                    }
            }
        }
    }

    private async Task SayAsync(NetworkStream stream, string words) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(words), ended.Token);
}

/// <summary>What a server says to a command. <c>{0}</c> stands for the tag.</summary>
/// <param name="To">What the command begins with.</param>
/// <param name="Says">What it says.</param>
public sealed record FakeAnswer(string To, string Says)
{
    public FakeEnd Then { get; init; }
}

/// <summary>What a server does after it has said something.</summary>
public enum FakeEnd
{
    WaitsForMore,
    Leaves,
    IsSilent,
    NeverEnds,
}
