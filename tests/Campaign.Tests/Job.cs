using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;
using DolibarrAgent.Resources;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>What the campaign replays: every kind of operation, some of them several times, on objects that are new and on one that is known.</summary>
internal static class Job
{
    /// <summary>A supplier that is there before, on both instances, in Dolibarr's own words.</summary>
    public const string Known = """{"name":"Menuiserie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419","phone":"+33111111111","email":"old@martin.example"}""";

    /// <summary>A product that is there before, in the same way.</summary>
    public const string KnownProduct = """{"ref":"PAPER-1","label":"Paper","type":0}""";

    private static readonly Reference Martin = new Reference.Found(Fields.None.With("vatNumber", "FR22424761419").With("name", "Menuiserie Martin"));

    private static readonly Reference Leroy = new Reference.Found(Fields.None.With("siret", "73282932000074").With("name", "Leroy"));

    /// <summary>What an earlier changeset made on both instances: what this one takes away.</summary>
    public static Task RecordEarlierAsync(Recorder recorder, CancellationToken cancel) => RecordAsync(recorder,
    [
        Create("thirdparty", Fields.None.With("name", "Leroy").With("supplier", true).With("siret", "73282932000074"), "siret"),
        Create("thirdparty", Fields.None.With("name", "Leroy encore").With("supplier", true).With("siret", "44306184100047"), "siret"),
        Create("supplierInvoice", TwoInstances.Invoice(Made(1)).With("supplierReference", "L-1"), "supplierReference", "supplier"),
        Attach(3, "pdf"),
        Create("supplierInvoice", TwoInstances.Invoice(Made(1)).With("supplierReference", "L-2"), "supplierReference", "supplier"),
        Attach(5, "pdf"),
        .. ResourceSample.All.Where(IsDeleted).Select(sample => sample.Create(Made(1))),
        InCategory(Made(1)),
        PriceOf(Made(1), "L/1"),
    ], cancel);

    /// <summary>Every resource that is done by its description: entered and changed, and an earlier one taken away.</summary>
    public static Task RecordObjectsAsync(Recorder recorder, CancellationToken cancel) => RecordAsync(recorder,
    [
        Create("thirdparty", TwoInstances.Supplier, "vatNumber", "siren"),
        PriceOf(Made(1), "F/100-A"),
        new Operation.Update
        {
            Id = "", Resource = "supplierPrice", On = Made(2), Before = Fields.None, Set = Fields.None.With("unitPrice", "13.5"),
        },
        .. ResourceSample.All.Where(IsDeleted).Select(sample =>
            new Operation.Delete { Id = "", Resource = sample.Resource, On = sample.Found(Leroy), Before = Fields.None }),
        .. ResourceSample.All.SelectMany((sample, at) => new Operation[]
        {
            sample.Create(Made(1)),
            sample.Update(Made((2 * at) + 4 + ResourceSample.All.Count(IsDeleted))),
        }),
        InCategory(Made(1)),
        OutOfCategory(Leroy),
        new Operation.Delete
        {
            Id = "", Resource = "supplierPrice", Before = Fields.None,
            On = new Reference.Found(PriceOf(Leroy, "L/1").Set.Where(SupplierPriceFields.Resource.Unique.Contains)),
        },
    ], cancel);

    /// <summary>What a supplier asks for the product that is there before.</summary>
    private static Operation.Create PriceOf(Reference supplier, string reference) => Create(
        "supplierPrice",
        Fields.None.With("product", new Reference.Found(Fields.None.With("ref", "PAPER-1"))).With("supplier", supplier)
            .With("supplierReference", reference).With("quantity", "3").With("unitPrice", "12.34567").With("vatRate", "20"),
        [.. SupplierPriceFields.Resource.Unique]);

    /// <summary>A supplier in the category that is there before.</summary>
    private static Operation.Create InCategory(Reference supplier) => Create(
        "categoryMember",
        Fields.None.With("category", ResourceSample.Of("category").Created(supplier).ReferenceOf("parent")!).With("thirdparty", supplier),
        "category",
        "thirdparty");

    // A third party is taken away in the other job: here it would go and come again under the same legal ids.
    private static bool IsDeleted(ResourceSample sample) => sample.Description.Verbs.Contains("delete") && !sample.Description.IsForEveryJob;

    private static Operation.Delete OutOfCategory(Reference supplier) =>
        new() { Id = "", Resource = "categoryMember", On = new Reference.Found(InCategory(supplier).Set), Before = Fields.None };

    /// <summary>A small one for histories: a chain of four, and an update of what was there before.</summary>
    public static Task RecordSmallAsync(Recorder recorder, CancellationToken cancel) => RecordAsync(recorder,
    [
        .. TwoInstances.MainJob("pdf"),
        Update(Martin, "phone", "+33102030405"),
    ], cancel);

    /// <summary>Every kind of operation.</summary>
    public static Task RecordAsync(Recorder recorder, CancellationToken cancel) => RecordAsync(recorder,
    [
        Create("thirdparty", TwoInstances.Supplier, "vatNumber", "siren"),
        Update(Martin, "phone", "+33102030405"),
        Create("supplierInvoice", TwoInstances.Invoice(Made(1)), "supplierReference", "supplier"),
        new Operation.Update
        {
            Id = "", Resource = "supplierInvoice", On = Made(3), Before = Fields.None,
            Set = Fields.None.With("label", "November").With("lines", [TwoInstances.Line("VPS & co", "3", "10.50"), TwoInstances.Line("Domain", "1", "8.33"), TwoInstances.Line("Mail", "12", "1.20")]),
        },
        Attach(3, "pdf"),
        Attach(3, "pdf-2"),
        Validate(3),
        Create("supplierInvoice", TwoInstances.Invoice(Made(1)).With("supplierReference", "A-2026-1").With("type", "creditNote").With("creditedInvoice", Made(3))
            .With("lines", [TwoInstances.Line("Mail, taken back", "2", "-1.20")]), "supplierReference", "supplier"),
        Validate(8),
        Create("supplierInvoice", TwoInstances.Invoice(Martin).With("supplierReference", "M/1 2026"), "supplierReference", "supplier"),
        Update(Made(1), "nameAlias", "Dupont"),
        new Operation.Delete { Id = "", Resource = "supplierInvoice", On = OfLeroy("L-1"), Before = Fields.None },
        new Operation.Detach { Id = "", Resource = "supplierInvoice", On = OfLeroy("L-2"), Before = Fields.None.With("name", "one.pdf") },
        new Operation.Delete { Id = "", Resource = "thirdparty", On = new Reference.Found(Fields.None.With("siret", "44306184100047").With("name", "Leroy encore")), Before = Fields.None },
    ], cancel);

    private static Reference.Found OfLeroy(string number) => new(Fields.None.With("supplierReference", number).With("supplier", Leroy));

    private static async Task RecordAsync(Recorder recorder, IEnumerable<Operation> operations, CancellationToken cancel)
    {
        foreach (var name in new[] { "one", "two" })
        {
            var bytes = Encoding.UTF8.GetBytes($"%PDF-1.4 document {name}");
            recorder.AddFile("pdf", bytes, (id, digest) => new Evidence.File { Id = id, Name = $"{name}.pdf", Sha256 = digest, Size = bytes.Length });
        }
        foreach (var operation in operations)
        {
            TwoInstances.Done(await recorder.DoAsync(operation, cancel));
        }
    }

    private static Reference.Created Made(int operation) => new($"op{operation}");

    private static Operation.Create Create(string resource, Fields set, params string[] keys) => new() { Id = "", Resource = resource, Set = set, Keys = [.. keys] };

    private static Operation.Update Update(Reference on, string field, string value) => new() { Id = "", Resource = "thirdparty", On = on, Before = Fields.None, Set = Fields.None.With(field, value) };

    private static Operation.Attach Attach(int to, string file) => new() { Id = "", Resource = "supplierInvoice", To = Made(to), File = file };

    private static Operation.Validate Validate(int on) => new() { Id = "", Resource = "supplierInvoice", On = Made(on) };
}
