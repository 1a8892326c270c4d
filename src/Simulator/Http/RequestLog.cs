using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What was called, kept in memory and, where a file is given, appended to it line by line.</summary>
internal sealed class RequestLog(string? file)
{
    private readonly Lock gate = new();
    private ImmutableList<LoggedRequest> requests = [];
    private ImmutableList<LoggedRequest> effects = [];

    public ImmutableList<LoggedRequest> Requests => requests;

    public ImmutableList<LoggedRequest> Effects => effects;

    public LoggedRequest Add(Func<int, LoggedRequest> request)
    {
        lock (gate)
        {
            var logged = request(requests.Count + 1);
            requests = requests.Add(logged);
            effects = logged.TookEffect ? effects.Add(logged) : effects;
            if (file is not null)
            {
                File.AppendAllText(file, logged.ToLine() + "\n", new UTF8Encoding(false));
            }

            return logged;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            requests = [];
            effects = [];
        }
    }

    public JsonArray ToJson() => [.. requests.Select(request => (JsonNode)request.ToJson())];
}
