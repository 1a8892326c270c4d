using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>What the campaign replays: every kind of operation, some of them several times, on objects that are new and on one that is known.</summary>
internal static class Job
{
    /// <summary>A supplier that is there before, on both instances, in Dolibarr's own words.</summary>
    public const string Known = """{"name":"Menuiserie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419","phone":"+33111111111","email":"old@martin.example"}""";

    private static readonly Reference Martin = new Reference.Found(Fields.None.With("vatNumber", "FR22424761419").With("name", "Menuiserie Martin"));

    /// <summary>A small one for histories: a chain of four and two updates on one known object.</summary>
    public static Task RecordSmallAsync(Recorder recorder, CancellationToken cancel) => RecordAsync(recorder,
    [
        .. TwoInstances.MainJob("pdf"),
        Update(Martin, "phone", "+33102030405"),
        Update(Martin, "email", "new@martin.example"),
    ], cancel);

    /// <summary>Every kind of operation.</summary>
    public static Task RecordAsync(Recorder recorder, CancellationToken cancel) => RecordAsync(recorder,
    [
        Create("thirdparty", TwoInstances.Supplier, "vatNumber", "siren"),
        Create("thirdparty", Fields.None.With("name", "Atelier Bleu").With("supplier", true).With("siret", "55208131766522"), "siret"),
        Update(Martin, "phone", "+33102030405"),
        Create("supplierInvoice", TwoInstances.Invoice(Made(1)), "supplierReference", "supplier"),
        new Operation.Update
        {
            Id = "", Resource = "supplierInvoice", On = Made(4), Before = Fields.None,
            Set = Fields.None.With("label", "November").With("lines", [TwoInstances.Line("VPS & co", "3", "10.50"), TwoInstances.Line("Domain", "1", "8.33"), TwoInstances.Line("Mail", "12", "1.20")]),
        },
        Attach(4, "pdf"),
        Create("supplierInvoice", TwoInstances.Invoice(Made(2)).With("supplierReference", "B/7 2026"), "supplierReference", "supplier"),
        Attach(7, "pdf"),
        Attach(7, "pdf-2"),
        Validate(4),
        Validate(7),
        Create("supplierInvoice", TwoInstances.Invoice(Made(1)).With("supplierReference", "A-2026-1").With("type", "creditNote").With("creditedInvoice", Made(4))
            .With("lines", [TwoInstances.Line("Mail, taken back", "2", "-1.20")]), "supplierReference", "supplier"),
        Validate(12),
        Create("supplierInvoice", TwoInstances.Invoice(Martin).With("supplierReference", "M-1"), "supplierReference", "supplier"),
        Update(Made(1), "nameAlias", "Dupont"),
        Update(Martin, "email", "new@martin.example"),
    ], cancel);

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
