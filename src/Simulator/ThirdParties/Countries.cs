using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The server's numbers of countries and their ISO codes.</summary>
internal static class Countries
{
    private static readonly JsonObject Codes = Shape.Load("countries").AsObject();

    public static string CodeOf(string? id) => id is not null && Codes[id] is { } code ? code.GetValue<string>() : "";

    public static string? IdOf(string code) => Codes.FirstOrDefault(country => country.Value!.GetValue<string>() == code).Key;

    /// <summary>What the dictionary says of a country: its number and code as the server has them; the names of most are left out.</summary>
    public static Reply ByCode(string code) => IdOf(code.ToUpperInvariant()) is { } id
        ? new Reply.Json(new JsonObject { ["id"] = id, ["entity"] = null, ["code"] = CodeOf(id), ["label"] = id == "1" ? "France" : CodeOf(id), ["active"] = "1" })
        : new Reply.Refused(404, "Country not found", "api_setup.class.php:759");
}
