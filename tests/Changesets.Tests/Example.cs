using System.Text;

namespace DolibarrAgent.Changesets.Tests;

/// <summary>One changeset with each kind of operation, evidence and reference.</summary>
internal static class Example
{
    public static readonly byte[] Mail = Encoding.UTF8.GetBytes("From: factures@dupont.example\n\nBonjour");
    public static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.4 the invoice");

    public static Changeset Changeset { get; } = new()
    {
        Id = "01KAQ7Z3V9X4T7QM",
        Title = "Supplier invoice F-2026-1, Hébergeur Dupont SARL, 35.20 EUR",
        Recorded = new Recorded
        {
            At = new DateTimeOffset(2026, 11, 23, 10, 4, 5, TimeSpan.Zero),
            Finished = new DateTimeOffset(2026, 11, 23, 10, 4, 9, TimeSpan.Zero),
            By = "dolibarr-agent 1.0",
            On = new RecordedOn("erp-sandbox", "22.0.4", "https://erp-sandbox.example"),
        },
        Evidence =
        [
            new Evidence.Email { Id = "mail", Sha256 = Digest.Of(Mail), Size = Mail.Length, MessageId = "<1@dupont.example>", From = "factures@dupont.example", Subject = "Votre facture" },
            new Evidence.File { Id = "pdf", In = "mail", Name = "F-2026-1.pdf", Sha256 = Digest.Of(Pdf), Size = Pdf.Length, Says = Fields.None.With("number", "F-2026-1").With("gross", "35.20") },
            new Evidence.Instruction { Id = "said", Text = "Enter it today", By = "Claire" },
        ],
        Operations =
        [
            new Operation.Create
            {
                Id = "op1",
                Resource = "thirdparty",
                Set = Fields.None.With("name", "Hébergeur Dupont SARL").With("supplier", true).With("vatNumber", "FR40303265045"),
                Keys = ["vatNumber"],
                After = Fields.None.With("name", "Hébergeur Dupont SARL"),
                From = ["pdf"],
            },
            new Operation.Create
            {
                Id = "op2",
                Resource = "supplierInvoice",
                Set = Fields.None
                    .With("supplier", new Reference.Created("op1"))
                    .With("supplierReference", "F-2026-1")
                    .With("lines", [Fields.None.With("description", "VPS").With("quantity", "2").With("unitPrice", "10.50")]),
                After = Fields.None.With("totalInclTax", "35.20"),
                From = ["pdf", "said"],
                Note = "As asked.",
            },
            new Operation.Attach { Id = "op3", Resource = "supplierInvoice", To = new Reference.Created("op2"), File = "pdf" },
            new Operation.Validate { Id = "op4", Resource = "supplierInvoice", On = new Reference.Created("op2"), After = Fields.None.With("status", "validated") },
            new Operation.Update
            {
                Id = "op5",
                Resource = "thirdparty",
                On = new Reference.Found(Fields.None.With("vatNumber", "FR22424761419")),
                Before = Fields.None.With("phone", ""),
                Set = Fields.None.With("phone", "+33102030405"),
                After = Fields.None.With("phone", "+33102030405"),
            },
            new Operation.Delete
            {
                Id = "op6",
                Resource = "thirdparty",
                On = new Reference.Found(Fields.None.With("vatNumber", "FR83404833048")),
                Before = Fields.None.With("name", "Imprimerie Martin").With("marker", "01KAQ7Z3V9X4T7Q0/op1"),
            },
            new Operation.Detach
            {
                Id = "op7",
                Resource = "supplierInvoice",
                On = new Reference.Found(Fields.None.With("supplierReference", "M-77").With("supplier", new Reference.Found(Fields.None.With("vatNumber", "FR22424761419")))),
                Before = Fields.None.With("name", "M-77.pdf").With("size", "20").With("sha256", Digest.Of(Pdf).Hex),
            },
        ],
        Warnings = [new Warning("new-supplier", "op1", "No third party has this VAT number.")],
    };

    public static string Text => Encoding.UTF8.GetString(ChangesetFile.Write(Changeset));
}
