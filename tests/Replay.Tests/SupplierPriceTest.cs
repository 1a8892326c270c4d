using System.Globalization;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What tests of suppliers' prices share: a supplier, two products, and a price by a changeset and by hand.</summary>
public abstract class SupplierPriceTest : RevertTest
{
    protected const string Asked = "F/100-A 1 12.34567 20.0000 5 HOST-12";

    private static readonly Reference Hosting = new Reference.Found(Fields.None.With("ref", "HOST-12"));

    protected static Fields Price { get; } = Fields.None.With("product", Hosting).With("supplier", Known)
        .With("supplierReference", "F/100-A").With("quantity", "1").With("unitPrice", "12.34567")
        .With("vatRate", "20").With("discount", "5");

    protected static Reference There { get; } =
        new Reference.Found(Price.Where(SupplierPriceFields.Resource.Unique.Contains));

    protected static Operation.Create Create(Fields set) =>
        new() { Id = "", Resource = "supplierPrice", Set = set, Keys = SupplierPriceFields.Resource.Unique };

    protected static Operation.Update Change(Reference on, string field, string value) =>
        new() { Id = "", Resource = "supplierPrice", On = on, Before = Fields.None, Set = Fields.None.With(field, value) };

    protected static Operation.Update Rename =>
        new() { Id = "", Resource = "thirdparty", On = Known, Before = Fields.None, Set = Fields.None.With("town", "Brest") };

    /// <summary>A supplier and two products, on both sides.</summary>
    protected async Task EverywhereAsync()
    {
        await KnownEverywhereAsync();
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            await SendAsync(instance, HttpMethod.Post, "products", """{"ref":"HOST-12","label":"Hosting","type":1}""");
            await SendAsync(instance, HttpMethod.Post, "products", """{"ref":"DOM-1","label":"Domain","type":1}""");
            instance.ForgetRequests();
        }
    }

    /// <summary>The price by somebody's hand, in Dolibarr's own words, but for what is given.</summary>
    protected static async Task EnterAsync(Simulator.SimulatedDolibarr instance, string more, string product = "HOST-12")
    {
        var body = JsonNode.Parse(
            """
            {"qty":1,"buyprice":12.34567,"price_base_type":"HT","availability":0,"ref_fourn":"F/100-A","tva_tx":20,
             "remise_percent":5,"delivery_time_days":null}
            """)!.AsObject();
        body["fourn_id"] = await IdAsync(instance, "thirdparties");
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }
        var id = await IdAsync(instance, $"products?sqlfilters=(t.ref:=:'{product}')");
        await SendAsync(instance, HttpMethod.Post, $"products/{id}/purchase_prices", body.ToJsonString());
    }

    protected static async Task<long> IdAsync(Simulator.SimulatedDolibarr instance, string list)
    {
        using var person = instance.ClientOf("admin");
        var all = JsonNode.Parse(await person.GetStringAsync(new Uri(list, UriKind.Relative), Cancel))!;
        return long.Parse(all[0]!["id"]!.ToString(), CultureInfo.InvariantCulture);
    }

    /// <summary>All prices of the first product.</summary>
    protected static async Task<IReadOnlyList<string>> PricesAsync(Simulator.SimulatedDolibarr instance)
    {
        using var person = instance.ClientOf("admin");
        var id = await IdAsync(instance, "products?sqlfilters=(t.ref:=:'HOST-12')");
        var list = await person.GetStringAsync(new Uri($"products/{id}/purchase_prices", UriKind.Relative), Cancel);
        return [.. JsonNode.Parse(list)!.AsArray().Select(one => string.Join(
            ' ', one!["fourn_ref"], one["fourn_qty"], $"{one["fourn_unitprice"]}"[..^3], one["fourn_tva_tx"],
            one["fourn_remise_percent"], one["product_ref"]))];
    }
}
