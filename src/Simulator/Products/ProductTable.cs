using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Products and services: <c>llx_product</c>.</summary>
internal static class ProductTable
{
    public const string Name = "product";

    private const string Price = "price";
    private const string PriceWithTax = "price_ttc";
    private const string VatRate = "tva_tx";
    private const string BaseType = "price_base_type";

    /// <summary>The word for a price that holds the tax.</summary>
    private const string WithTax = "TTC";

    private static readonly ImmutableArray<string> Units =
        ["weight_units", "length_units", "width_units", "height_units", "surface_units", "volume_units"];

    public static ObjectTable Table { get; } = new("products", Name)
    {
        Fields =
        [
            new("ref", "ref", Cleaning.Reference, 128),
            new("label", "label", Cleaning.Text, 255),
            new("ref_ext", "ref_ext", Cleaning.TextOrNull, 128),
            new("type", "fk_product_type", Cleaning.Whole),
            new("description", "description", Cleaning.Text),
            new("status", "tosell", Cleaning.Whole),
            new("status_buy", "tobuy", Cleaning.Whole),
            new("tva_tx", VatRate, Cleaning.Rate),
            new("price", Price, Cleaning.Amount),
            new("price_ttc", PriceWithTax, Cleaning.Amount),
            new(BaseType, BaseType, Cleaning.Text, 3),
            new("accountancy_code_buy", "accountancy_code_buy", Cleaning.Text, 32),
            new("duration", "duration", Cleaning.Text),
            new("note_public", "note_public", Cleaning.Text),
            new("note_private", "note", Cleaning.Text),
        ],
        Defaults = new Dictionary<string, string?>
        {
            ["fk_product_type"] = "0",
            ["description"] = "",
            ["tosell"] = "0",
            ["tobuy"] = "0",
            [VatRate] = "0.0000",
            [Price] = "0.00000000",
            [PriceWithTax] = "0.00000000",
            [BaseType] = "",
            ["accountancy_code_buy"] = "",
            ["duration"] = "",
        }.ToImmutableDictionary(),
        Needed = ["ref", "label"],
        Select = "SELECT t.rowid, t.ref, t.ref_ext FROM llx_product as t"
            + " LEFT JOIN llx_product_extrafields AS ef ON ef.fk_object = t.rowid WHERE t.entity IN (1)",
        ListNumbers = ["mode"],
        ReadBy = ["ref"],
        Read = Rights.ReadProducts,
        Write = Rights.WriteProducts,
        Delete = Rights.DeleteProducts,
        Shape = Shape.Load("product"),
        Taken = (columns, database) => Of(database).Values.Any(row => row["ref"] == columns["ref"]) ? "ErrorProductAlreadyExists" : null,
        Stored = Priced,
        Answered = Answer,
        // What a change fills beside the duration, which is then "0" and no longer empty.
        More = (row, _) => Units.Where(_ => row["duration"] == "0").Select(unit => KeyValuePair.Create(unit, (JsonNode?)"0")),
        // As on the recorded server, where a table that its deletion asks is missing.
        NotDeletable = new("Can't delete, error occurs", 585),
        Words = new ObjectWords("api_products.class.php")
        {
            NotRead = new("", 2303),
            NotListed = 201,
            NotWritten = new("", 333),
            NotChanged = 401,
            NotDeleted = new("", 568),
            Missing = 2268,
            NotCreated = new("Error creating product", 352),
            NotStored = 555,
            Absent = new("Product not found", 2308),
            AbsentForChange = 406,
            AbsentForDelete = 572,
            ListRefused = new("Error when retrieve product list", 295),
            BadFilter = 245,
            Deleted = "Object deleted",
        },
    };

    /// <summary>Those of a database, by id.</summary>
    public static ImmutableSortedDictionary<long, ObjectRow> Of(Database database) => database.ObjectsOf(Name);

    /// <summary>A new price has two decimals, a changed one five; the price with tax follows. A change fills what it finds empty.</summary>
    private static ImmutableDictionary<string, string?> Priced(ObjectRow? before, ImmutableDictionary<string, string?> asked)
    {
        if (asked["label"] is null or "")
        {
            asked = asked.SetItem("label", "MISSING LABEL");
        }
        if (before is not null && asked["duration"] is "")
        {
            asked = asked.SetItem("duration", "0");
        }
        if (before is not null && !IsPricedAnew(before, asked))
        {
            return asked;
        }

        // A new price below nothing is none.
        var (least, tax) = (before is null ? 0 : decimal.MinValue, 1 + (PhpNumber.Price(asked[VatRate]) / 100));
        var (price, withTax) = asked[BaseType] == WithTax
            ? (Math.Max(PhpNumber.Price(asked[PriceWithTax]), least) / tax, Math.Max(PhpNumber.Price(asked[PriceWithTax]), least))
            : (Math.Max(PhpNumber.Price(asked[Price]), least), Math.Max(PhpNumber.Price(asked[Price]), least) * tax);
        Func<decimal, decimal> rounded = before is null ? PhpNumber.Total : PhpNumber.Unit;
        return asked.SetItem(Price, PgText.Amount(rounded(price))).SetItem(PriceWithTax, PgText.Amount(rounded(withTax)));
    }

    private static bool IsPricedAnew(ObjectRow before, ImmutableDictionary<string, string?> after) =>
        new[] { after[BaseType] == WithTax ? PriceWithTax : Price, VatRate, BaseType }.Any(column => before[column] != after[column]);

    private static JsonObject Answer(ObjectRow before, ObjectRow after, JsonObject view) => !IsPricedAnew(before, after.Columns)
        ? view
        : view.Filled(
        ("level", 0),
        ("multiprices", Only(Number(after[Price]))),
        ("multiprices_base_type", Only(after[BaseType])),
        ("multiprices_default_vat_code", Only(null)),
        ("multiprices_min", Only(0)),
        ("multiprices_min_ttc", Only(0)),
        ("multiprices_ttc", Only(Number(after[PriceWithTax]))),
        // As it was sent, where it is new; else as it was read.
        ("multiprices_tva_tx", Only(before[VatRate] == after[VatRate]
            ? after[VatRate]
            : PhpNumber.Price(after[VatRate]).ToString("0.####", CultureInfo.InvariantCulture))));

    private static JsonArray Only(JsonNode? value) => [value];

    private static JsonNode Number(string? amount) =>
        decimal.Parse(PhpNumber.Price(amount).ToString("0.########", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
