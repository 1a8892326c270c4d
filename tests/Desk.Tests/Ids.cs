using System.Text.Json;

namespace DolibarrAgent.Desk.Tests;

/// <summary>By which a changeset is addressed.</summary>
internal static class Ids
{
    /// <param name="changeset">The path of a <c>changeset.json</c>.</param>
    public static async Task<string> OfAsync(string changeset)
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(changeset, TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("id").GetString()!;
    }
}
