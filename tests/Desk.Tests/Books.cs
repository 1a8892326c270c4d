using System.Text.Json;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Desk.Tests;

/// <summary>What stands in the books of an instance, without the numbers that it gave by itself.</summary>
internal static class Books
{
    private static readonly string[] OfSuppliers = ["name", "tva_intra", "idprof1", "email", "phone"];
    private static readonly string[] OfInvoices = ["ref_supplier", "total_ht", "total_ttc", "statut", "date", "date_echeance"];

    public static async Task<IReadOnlyList<string>> OfAsync(SimulatedDolibarr instance)
    {
        using var client = instance.ClientOf("agent");
        var suppliers = await ReadAsync(client, "thirdparties");
        var names = suppliers.ToDictionary(Id, one => one.GetProperty("name").GetString()!, StringComparer.Ordinal);
        var invoices = await ReadAsync(client, "supplierinvoices");
        return [
            .. suppliers.Select(one => Said(one, OfSuppliers)).Order(StringComparer.Ordinal),
            .. invoices.Select(one => $"{names[one.GetProperty("socid").ToString()]} {Said(one, OfInvoices)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(HttpClient client, string list)
    {
        var text = await client.GetStringAsync(new Uri(list + "?limit=500", UriKind.Relative), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.Clone().EnumerateArray()];
    }

    private static string Said(JsonElement one, IEnumerable<string> fields) =>
        string.Join(' ', fields.Select(field => $"{field}={(one.TryGetProperty(field, out var value) ? value.ToString() : "")}"));

    private static string Id(JsonElement one) => one.GetProperty("id").ToString();
}
