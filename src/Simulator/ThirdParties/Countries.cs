using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The server's numbers of countries and their ISO codes.</summary>
internal static class Countries
{
    private static readonly JsonObject Codes = Shape.Load("countries").AsObject();

    public static string CodeOf(string? id) => id is not null && Codes[id] is { } code ? code.GetValue<string>() : "";

    public static string? IdOf(string code) => Codes.FirstOrDefault(country => country.Value!.GetValue<string>() == code).Key;
}
