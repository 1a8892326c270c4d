using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What a good model does with the sample's mail, and what is looked at behind a run.</summary>
internal static class Runs
{
    public static readonly Func<JsonNode, Reply>[] GoodTurns =
    [
        _ => Reply.Calls("read_email"),
        request => Reply.Calls("enter_invoice", new() { ["invoice"] = ScriptedEndpoint.LastResult(request)["invoices"]![0]!["invoice"]!.GetValue<string>() }),
        _ => Reply.Calls("finish_changeset"),
        _ => Reply.Says("Entered and validated."),
    ];

    public static string PathOf(Ran ran) => ran.Json.GetProperty("changeset").GetString()!;

    public static string[] Codes(Ran ran) => [.. ran.Json.GetProperty("notDone").EnumerateArray().Select(p => p.GetProperty("code").GetString()!)];

    public static Task<Changeset> LoadAsync(Ran ran) => LoadAsync(PathOf(ran));

    /// <summary>Through the strict reader: what it loads is whole.</summary>
    public static async Task<Changeset> LoadAsync(string path) =>
        (await LoadedChangeset.LoadAsync(Path.GetDirectoryName(path)!, TestContext.Current.CancellationToken)).Should().BeOfType<LoadResult.Good>().Subject.Loaded.Changeset;
}
