using DolibarrAgent.Operations;
using DolibarrAgent.Recording;

namespace DolibarrAgent.Desk.Tests;

/// <summary>
/// A morning's post: ten invoices of seven suppliers. Three depend on another, one is in conflict with prod, one is to be
/// rejected.
/// </summary>
internal sealed class TenInvoices(TwoInstances two)
{
    public const string ToReject = "Martin et fils";

    /// <summary>The supplier that somebody entered on prod meanwhile.</summary>
    public const string InConflict = "Imprimerie Moreau";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Records them on the sandbox.</summary>
    public async Task RecordAsync()
    {
        await two.RecordMainJobAsync();
        foreach (var number in new[] { "F-2026-2", "F-2026-3", "F-2026-4" })
        {
            await two.RecordAsync(TwoInstances.InvoiceOfDupont(number));
        }
        foreach (var (name, vat, number) in Others)
        {
            await two.RecordAsync(TwoInstances.Another(name, vat), new Operation.Create
            {
                Id = "",
                Resource = "supplierInvoice",
                Keys = ["supplierReference", "supplier"],
                Set = TwoInstances.Invoice(new Reference.Created("op1")).With("supplierReference", number),
            });
        }
        using var person = two.Prod.ClientOf("agent");
        using var body = new StringContent(
            $$"""{"name":"{{InConflict}}","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR96552100554"}""",
            System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        two.Prod.ForgetRequests();
    }

    private static readonly IEnumerable<(string Name, string Vat, string Number)> Others = [
        (ToReject, "FR83404833048", "M-77"),
        (InConflict, "FR96552100554", "2026/118"),
        ("Papeterie Étoile", "FR27552120222", "PE-1"),
        ("Transports Girard", "FR59542051180", "TG-9"),
        ("Énergie du Rhône", "FR03552081317", "ER-2026-11"),
        ("Nettoyage & Cie", "FR14652014051", "N&C-5"),
    ];
}
