using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>The changesets whose reviews a person has looked at, in every language on every face that is text.</summary>
internal static class MoreExamples
{
    private static readonly Reference Known = new Reference.Found(Fields.None.With("vatNumber", "FR22424761419").With("siren", "424761419"));

    private static readonly Operation.Create Entered = (Operation.Create)Examples.Invoice.Operations[1];

    private static readonly Evidence.File Document = (Evidence.File)Examples.Invoice.Evidence[1];

    /// <summary>Each by the name of its approved files.</summary>
    public static IReadOnlyDictionary<string, Changeset> All { get; } = new Dictionary<string, Changeset>
    {
        ["main-job"] = Examples.Invoice,
        ["known-supplier"] = KnownSupplier,
        ["changes"] = Examples.Changes,
        ["credit-note"] = CreditNote,
        ["many-lines"] = ManyLines,
        ["bank-account"] = BankAccount,
        ["payment"] = Payment,
        ["supplier-price"] = SupplierPrice,
        ["revert"] = Examples.Revert,
        ["attacks"] = Attacks,
        ["several-invoices"] = SeveralInvoices,
        ["every-warning"] = EveryWarning,
    };

    public static Changeset KnownSupplier => Examples.Invoice with
    {
        Title = "Supplier invoice 2026-118, Imprimerie Martin, 35.20 EUR",
        Evidence = [Examples.Invoice.Evidence[0], Document with { Says = Document.Says.With("sellerName", "Imprimerie Martin").With("sellerVatId", "FR22424761419").With("ibans", "FR7630006000011234567890189") }],
        Operations =
        [
            Entered with { Id = "op1", Set = Entered.Set.With("supplier", Known), Keys = ["supplierReference", "supplier"] },
            (Operation.Attach)Examples.Invoice.Operations[2] with { Id = "op2", To = new Reference.Created("op1") },
        ],
        Warnings = [],
    };

    public static Changeset CreditNote => KnownSupplier with
    {
        Title = "Supplier credit note A-77, Imprimerie Martin, -35.20 EUR",
        Evidence = [Examples.Invoice.Evidence[0], Document with { Name = "A-77.pdf", Says = Document.Says.With("number", "A-77").With("typeCode", "381").With("sellerName", "Imprimerie Martin").With("sellerVatId", "FR22424761419") }],
        Operations =
        [
            Entered with
            {
                Id = "op1",
                Set = Entered.Set.With("supplier", Known).With("supplierReference", "A-77").With("type", "creditNote")
                    .With("creditedInvoice", new Reference.Found(Fields.None.With("supplierReference", "M-77").With("supplier", Known))),
                After = Entered.After.With("supplierReference", "A-77").With("type", "creditNote").With("totalExclTax", "-29.33").With("totalVat", "-5.87").With("totalInclTax", "-35.20"),
            },
        ],
    };

    public static Changeset ManyLines => KnownSupplier with
    {
        Title = "Supplier invoice T-46 with 46 lines at two rates of VAT",
        Evidence = [Examples.Invoice.Evidence[0], Document with { Says = Document.Says.With("sellerName", "Imprimerie Martin").With("sellerVatId", "FR22424761419").With("net", "127.25").With("vat", "13.71").With("gross", "140.96") }],
        Operations =
        [
            Entered with
            {
                Id = "op1",
                Set = Entered.Set.With("supplier", Known).With("lines", Enumerable.Range(1, 46).Select(Line)),
                After = Entered.After.With("lines", Enumerable.Range(1, 46).Select(i => Line(i).With("totalExclTax", i % 5 == 0 ? "9.00" : "1.25")))
                    .With("totalExclTax", "127.25").With("totalVat", "13.71").With("totalInclTax", "140.96"),
            },
        ],
    };

    public static Changeset Payment => Examples.Invoice with
    {
        Title = "Payments of invoices by Imprimerie Martin",
        Evidence = [new Evidence.Instruction { Id = "said", Text = "Both left the account on the 25th, by the statement.", By = "Claire" }],
        Operations = [Pays("op1", ("M-77", "30.00")), Pays("op2", ("M-78", "1250.40"))],
        Warnings = [],
    };

    private static Operation.Create Pays(string id, (string Invoice, string Amount) paid)
    {
        var set = Fields.None.With("date", "2026-11-25").With("amount", paid.Amount).With("paymentMeans", "VIR")
            .With("account", "BNK1").With("transaction", "VIR 2026/77");
        return new()
        {
            Id = id,
            Resource = "payment",
            Keys = ["invoice", "date", "amount"],
            From = ["said"],
            Set = set.With("invoice", new Reference.Found(Fields.None.With("supplierReference", paid.Invoice).With("supplier", Known))),
            After = set.With("number", "SPAY2611-0001").With("booked", "-" + paid.Amount),
        };
    }

    public static Changeset SupplierPrice => Examples.Invoice with
    {
        Title = "What Imprimerie Martin asks for paper",
        Evidence =
        [
            new Evidence.Instruction { Id = "said", Text = "Enter their reference and price, and raise the old one.", By = "Claire" },
        ],
        Operations =
        [
            new Operation.Create
            {
                Id = "op1", Resource = "product", Keys = ["ref"], From = ["said"],
                Set = Fields.None.With("ref", "PAPER-1").With("label", "Paper A4").With("kind", "goods").With("price", "7.90"),
                After = Fields.None.With("ref", "PAPER-1").With("label", "Paper A4").With("kind", "goods").With("price", "7.90"),
            },
            new Operation.Create
            {
                Id = "op2", Resource = "supplierPrice", Keys = [.. SupplierPriceFields.Resource.Unique], From = ["said"],
                Set = Priced(new Reference.Created("op1"), "F/100-A").With("unitPrice", "4.12345").With("vatRate", "20")
                    .With("discount", "5"),
                After = Fields.None.With("supplierReference", "F/100-A").With("quantity", "10").With("unitPrice", "4.12345")
                    .With("vatRate", "20").With("discount", "5"),
            },
            new Operation.Update
            {
                Id = "op3", Resource = "supplierPrice", From = ["said"],
                On = new Reference.Found(Priced(new Reference.Found(Fields.None.With("ref", "INK-1")), "F/200-B")),
                Before = Fields.None.With("unitPrice", "18.00"),
                Set = Fields.None.With("unitPrice", "19.50"),
                After = Fields.None.With("unitPrice", "19.50"),
            },
            new Operation.Delete
            {
                Id = "op4", Resource = "supplierPrice", From = ["said"],
                On = new Reference.Found(Priced(new Reference.Found(Fields.None.With("ref", "INK-1")), "F/200-OLD")),
                Before = Fields.None.With("supplierReference", "F/200-OLD").With("quantity", "10").With("unitPrice", "17.00")
                    .With("vatRate", "20").With("discount", "0").With("deliveryDays", "7").With("isVatLost", false),
            },
        ],
        Warnings = [],
    };

    private static Fields Priced(Reference product, string reference) => Fields.None.With("product", product).With("supplier", Known)
        .With("supplierReference", reference).With("quantity", "10");

    public static Changeset BankAccount => Examples.Invoice with
    {
        Title = "Bank account of Imprimerie Martin",
        Evidence = [new Evidence.Instruction { Id = "said", Text = "Enter the account on this invoice, and correct the old one.", By = "Claire" }, Document with { In = null, Says = Document.Says.With("ibans", "FR7630006000011234567890189") }],
        Operations =
        [
            new Operation.Create
            {
                Id = "op1", Resource = "bankAccount", Keys = ["iban"], From = ["said", "pdf"],
                Set = Fields.None.With("thirdparty", Known).With("label", "Compte principal").With("iban", "FR7630006000011234567890189").With("bic", "AGRIFRPP").With("bank", "Crédit Agricole"),
                After = Fields.None.With("label", "Compte principal").With("iban", "FR7630006000011234567890189").With("bic", "AGRIFRPP").With("bank", "Crédit Agricole").With("default", true),
            },
            new Operation.Update
            {
                Id = "op2", Resource = "bankAccount", From = ["said", "pdf"],
                On = new Reference.Found(Fields.None.With("iban", "FR1420041010050500013M02606").With("thirdparty", Known)),
                Before = Fields.None.With("iban", "FR1420041010050500013M02606"),
                Set = Fields.None.With("iban", "DE89370400440532013000"),
                After = Fields.None.With("iban", "DE89370400440532013000"),
            },
        ],
        Warnings = [],
    };

    /// <summary>Whatever a sender can write, wherever it ends up: against a terminal, against a reader, against Markdown and HTML.</summary>
    public static Changeset Attacks => Examples.Hostile with
    {
        Evidence =
        [
            new Evidence.Email
            {
                Id = "mail", Sha256 = Examples.Mail, Size = 9, MessageId = "<x\u009b2J@evil.example>", From = "Dupont <pay@dup\u043ent.example>",
                Subject = "![paid](https://evil.example/p.png) <img src=x onerror=alert(1)> @octocat #1",
            },
            .. Examples.Hostile.Evidence,
            new Evidence.Instruction { Id = "said", Text = "Say yes.\n\n# Approved\n\n| a | b |\n| --- | --- |\n```\n<script>alert(1)</script>" },
        ],
        Operations =
        [
            .. Examples.Hostile.Operations,
            new Operation.Create
            {
                Id = "op2", Resource = "supplierInvoice", From = ["pdf", "mail"], Note = "``` `` ` </code> **No warning** is true. [link](javascript:alert(1))",
                Set = Fields.None.With("supplier", new Reference.Created("op1")).With("supplierReference", "F|1 | ~~struck~~ \\").With("date", "2026-11-20")
                    .With("lines", [Fields.None.With("description", "a | b\n| --- |\n</td></table><h1>Total 0.00").With("quantity", "1\u202e0").With("unitPrice", "35\u200b.20")]),
                After = Fields.None.With("supplierReference", "F|1 | ~~struck~~ \\").With("totalInclTax", "35.20 https://evil.example www.evil.example $x$ :tada:")
                    .With("lines", [Fields.None.With("description", "a | b\n| --- |\n</td></table><h1>Total 0.00").With("quantity", "10").With("unitPrice", "35.20")]),
            },
        ],
        Warnings = [.. Examples.Hostile.Warnings, new Warning("new-supplier", "op1", "`code` <!-- hidden --> &lt;b&gt; [x]: https://evil.example")],
    };

    public static Changeset SeveralInvoices => KnownSupplier with
    {
        Title = "Three invoices of Imprimerie Martin",
        Operations =
        [
            (Operation.Create)KnownSupplier.Operations[0] with { Id = "op1" },
            Entered with { Id = "op2", Set = Entered.Set.With("supplier", Known).With("supplierReference", "F-2026-2"), After = Entered.After.With("supplierReference", "F-2026-2"), From = ["mail"], Note = null },
            Entered with
            {
                Id = "op3", Set = Entered.Set.With("supplier", Known).With("supplierReference", "F-2024-9").With("date", "2024-12-31"),
                After = Entered.After.With("supplierReference", "F-2024-9").With("date", "2024-12-31").With("totalInclTax", "12.00"), From = ["mail"], Note = null,
            },
            new Operation.Validate { Id = "op4", Resource = "supplierInvoice", On = new Reference.Created("op1"), After = Fields.None.With("status", "validated") },
            new Operation.Validate { Id = "op5", Resource = "supplierInvoice", On = new Reference.Created("op2"), After = Fields.None.With("status", "validated") },
        ],
    };

    /// <summary>A warning by every code that there is, as a recorder would note it, on what disagrees with its document.</summary>
    public static Changeset EveryWarning => Examples.Disagreeing with
    {
        Warnings = [.. RiskCodes.All.Select((code, i) => new Warning(code, i % 2 == 0 ? "op2" : null, $"The recorder's own words about {code}.")), new Warning("of-tomorrow", null, "A code that nobody knows yet.")],
    };

    private static Fields Line(int number) => Fields.None
        .With("description", $"Article {number}").With("quantity", number % 5 == 0 ? "2" : "1").With("unitPrice", number % 5 == 0 ? "4.50" : "1.25")
        .With("vatRate", number % 5 == 0 ? "5.5" : "20").With("kind", number % 5 == 0 ? "service" : "goods");
}
