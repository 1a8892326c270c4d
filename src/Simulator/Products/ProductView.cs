using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A product as the API shows it.</summary>
internal static class ProductView
{
    private static readonly JsonNode Whole = Shape.Load("product");

    public static JsonObject Of(Product row) => Whole.Filled(
        ("id", Text(row.Id)),
        ("ref", row.Ref),
        ("ref_ext", row.RefExt),
        ("label", row.Label),
        ("description", row.Description),
        ("type", Text(row.Type)),
        ("status", Text(row.ToSell)),
        ("status_buy", Text(row.ToBuy)),
        ("tva_tx", PgText.Rate(row.VatRate)),
        ("date_creation", row.Created.ToUnixTimeSeconds()),
        ("date_modification", row.Created.ToUnixTimeSeconds()));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
