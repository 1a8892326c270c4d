using System.Text;

namespace DolibarrAgent.Review.Tests;

/// <summary>Changesets as a recorder leaves them.</summary>
internal static class Examples
{
    public static readonly Digest Mail = Digest.Of(Encoding.UTF8.GetBytes("the mail"));
    public static readonly Digest Pdf = Digest.Of(Encoding.UTF8.GetBytes("the invoice"));

    /// <summary>The main job: a new supplier, its invoice, the document, the validation.</summary>
    public static Changeset Invoice { get; } = new()
    {
        Id = "01KAQ7Z3V9X4T7QM",
        Title = "Supplier invoice F-2026-1, Hébergeur Dupont SARL, 35.20 EUR",
        Recorded = new Recorded
        {
            At = new DateTimeOffset(2026, 11, 23, 10, 4, 5, TimeSpan.Zero),
            Finished = new DateTimeOffset(2026, 11, 23, 10, 4, 9, TimeSpan.Zero),
            By = "dolibarr-agent 1.0",
            Model = "gpt-5.2",
            Author = "claire",
            On = new RecordedOn("erp-sandbox", "22.0.4", "https://erp-sandbox.arcodange.lab:443"),
        },
        Evidence =
        [
            new Evidence.Email { Id = "mail", Sha256 = Mail, Size = 61_204, MessageId = "<1@dupont.example>", From = "factures@dupont.example", Subject = "Votre facture F-2026-1" },
            new Evidence.File { Id = "pdf", In = "mail", Name = "F-2026-1.pdf", Sha256 = Pdf, Size = 48_213, Says = Said },
        ],
        Operations =
        [
            new Operation.Create
            {
                Id = "op1",
                Resource = "thirdparty",
                Set = Supplier,
                Keys = ["vatNumber", "siren"],
                After = Supplier.With("phone", "+33102030405").With("supplierCode", "SU2611-00001"),
                From = ["pdf"],
            },
            new Operation.Create { Id = "op2", Resource = "supplierInvoice", Set = InvoiceSet, After = InvoiceAfter, From = ["pdf", "mail"], Note = "I found two lines and entered them as they are on the document." },
            new Operation.Attach
            {
                Id = "op3", Resource = "supplierInvoice", To = new Reference.Created("op2"), File = "pdf",
                After = Fields.None.With("name", "F-2026-1.pdf").With("size", "48213").With("sha256", Pdf.Hex),
            },
            new Operation.Validate
            {
                Id = "op4", Resource = "supplierInvoice", On = new Reference.Created("op2"),
                Before = Totals, After = Totals.With("status", "validated").With("number", "SI2611-0001"), From = ["pdf"],
            },
        ],
        Warnings = [new Warning("new-supplier", "op1", "No third party has the VAT number FR40303265045.")],
    };

    private static Fields Said => Fields.None
        .With("number", "F-2026-1").With("issueDate", "2026-11-20").With("dueDate", "2026-12-20").With("currency", "EUR")
        .With("sellerName", "Hébergeur Dupont SARL").With("sellerVatId", "FR 40 303 265 045").With("net", "29.33").With("vat", "5.87").With("gross", "35.20");

    private static Fields Supplier => Fields.None
        .With("name", "Hébergeur Dupont SARL").With("supplier", true).With("vatNumber", "FR40303265045").With("siren", "303265045")
        .With("phone", "+33 1 02 03 04 05").With("address", "12 rue de la Paix\nBâtiment B").With("zip", "75002").With("town", "Paris").With("country", "FR");

    private static Fields InvoiceSet => Fields.None
        .With("supplier", new Reference.Created("op1")).With("supplierReference", "F-2026-1").With("type", "standard")
        .With("date", "2026-11-20").With("dueDate", "2026-12-20").With("lines", [Line("VPS 2 vCPU, Gravelines, November 2026", ("2", "10.50")), Line("Daily backup", ("1", "8.33"))]);

    private static Fields InvoiceAfter => InvoiceSet.Where(name => name != "supplier")
        .With("lines", [Totalled(InvoiceSet.RowsOf("lines")[0], "21.00", "4.20", "25.20"), Totalled(InvoiceSet.RowsOf("lines")[1], "8.33", "1.67", "10.00")])
        .With("currency", "EUR").With("status", "draft").With(Totals);

    private static Fields Totals => Fields.None.With("totalExclTax", "29.33").With("totalVat", "5.87").With("totalInclTax", "35.20");

    private static Fields Line(string description, (string Quantity, string Price) count) => Fields.None
        .With("description", description).With("quantity", count.Quantity).With("unitPrice", count.Price).With("vatRate", "20").With("kind", "service");

    private static Fields Totalled(Fields line, string net, string vat, string gross) => line.With("totalExclTax", net).With("totalVat", vat).With("totalInclTax", gross);

    /// <summary>The same with a document that says otherwise.</summary>
    public static Changeset Disagreeing => Invoice with
    {
        Title = "Supplier invoice F-2026-1 that does not agree with its document",
        Evidence = Invoice.Evidence.SetItem(1, (Evidence.File)Invoice.Evidence[1] with { Says = Said.With("gross", "35.21").With("sellerName", "Dupond SA").With("issueDate", "2026-11-21") }),
        Operations = Invoice.Operations.SetItem(1, (Operation.Create)Invoice.Operations[1] with { Set = InvoiceSet.With("date", "2026-12-01"), After = InvoiceAfter.With("date", "2026-12-01").With("lines", [InvoiceAfter.RowsOf("lines")[0].With("unitPrice", "10.49"), InvoiceAfter.RowsOf("lines")[1]]) }),
        Warnings = [new Warning("iban-not-on-file", "op1", "The document asks for payment to FR76 3000 6000 0112 3456 7890 189, which is not on file."), .. Invoice.Warnings],
    };

    /// <summary>A change of a third party that is there, found by its name alone, and of an invoice's draft.</summary>
    public static Changeset Changes => Invoice with
    {
        Title = "New phone and VAT number of Imprimerie Martin",
        Evidence = [new Evidence.Instruction { Id = "said", Text = "Martin has a new phone number, and correct the VAT number.", By = "Claire" }],
        Operations =
        [
            new Operation.Update
            {
                Id = "op1", Resource = "thirdparty", On = new Reference.Found(Fields.None.With("name", "Imprimerie Martin")),
                Before = Fields.None.With("phone", "").With("vatNumber", "FR22424761419"),
                Set = Fields.None.With("phone", "+33102030405").With("vatNumber", "FR83404833048"),
                After = Fields.None.With("phone", "+33102030405").With("vatNumber", "FR83404833048"),
                From = ["said"],
            },
            new Operation.Update
            {
                Id = "op2", Resource = "supplierInvoice",
                On = new Reference.Found(Fields.None.With("supplierReference", "M-77").With("supplier", new Reference.Found(Fields.None.With("vatNumber", "FR83404833048")))),
                Before = Fields.None.With("lines", [Line("Flyers", ("1000", "0.10"))]),
                Set = Fields.None.With("lines", [Line("Flyers", ("1000", "0.12")), Line("Delivery", ("1", "9.00"))]),
                After = Fields.None.With("lines", [Line("Flyers", ("1000", "0.12")), Line("Delivery", ("1", "9.00"))]),
            },
        ],
        Warnings = [],
    };

    /// <summary>What takes the main job back where it was not validated, and what could not be taken back.</summary>
    public static Changeset Revert => Invoice with
    {
        Title = "Revert of Supplier invoice F-2026-1, Hébergeur Dupont SARL, 35.20 EUR",
        Recorded = Invoice.Recorded with { By = "replay 1.0", Model = null },
        Evidence = [new Evidence.Instruction { Id = "instruction", Text = "Take back the changeset 01KAQ7Z3V9X4T7QM as far as it was applied on erp.", By = "claire@laptop" }],
        Operations =
        [
            new Operation.Detach
            {
                Id = "op1", Resource = "supplierInvoice", From = ["instruction"],
                On = new Reference.Found(Fields.None.With("supplierReference", "M-77").With("supplier", new Reference.Found(Fields.None.With("vatNumber", "FR83404833048")))),
                Before = Fields.None.With("name", "M-77.pdf").With("size", "48213").With("sha256", Pdf.Hex),
            },
            new Operation.Delete
            {
                Id = "op2", Resource = "supplierInvoice", From = ["instruction"],
                On = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", new Reference.Found(Fields.None.With("vatNumber", "FR40303265045").With("name", "Hébergeur Dupont SARL")))),
                Before = InvoiceAfter.With("marker", "01KAQ7Z3V9X4T7QM/op2"),
            },
            new Operation.Delete
            {
                Id = "op3", Resource = "thirdparty", From = ["instruction"],
                On = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045").With("name", "Hébergeur Dupont SARL")),
                Before = Supplier.With("customer", false).With("marker", "01KAQ7Z3V9X4T7QM/op1"),
            },
        ],
        Warnings = [new Warning("validated", null, "op4 drew the number SI2611-0001 on erp, which nobody can give back. Enter a credit note.")],
    };

    /// <summary>Whatever an email can put into a supplier's name, a file's name and a line.</summary>
    public static Changeset Hostile => Invoice with
    {
        Title = "\u001b]0;harmless\u0007\u001b[2J[bold green]Approved[/]",
        Evidence =
        [
            new Evidence.File { Id = "pdf", Name = "facture\u202efdp.exe", Sha256 = Pdf, Size = 1, Says = Fields.None.With("sellerName", "Dup\u200bont").With("gross", "35.20") },
        ],
        Operations =
        [
            new Operation.Create
            {
                Id = "op1", Resource = "thirdparty", Keys = ["name"], From = ["pdf"],
                Set = Fields.None.With("name", "Dup\u043ent SARL").With("town", "Paris\nop2 Create supplier invoice ⟨same⟩").With("VAT number", "FR00")
                    .With("notePublic", new string('A', 5000)).With("email", string.Concat("pay now".Select(c => char.ConvertFromUtf32(0xe0000 + c)))),
                After = Fields.None.With("name", "Dup\u043ent SARL"),
                Note = "Everything is fine, [link=https://evil.example]click[/] ⟨agrees⟩",
            },
        ],
        Warnings = [new Warning("all-is-well\r", null, "Nothing to see\u2028here")],
    };
}
