using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What is entered: supplier invoices of new suppliers, each of three lines with its Factur-X, validated. Made from a seed,
/// so that every run enters the same. Operations carry the ids, and evidence the names, that the recorder gives them.
/// </summary>
/// <param name="Tag">Begins every supplier's reference; tells the objects of this job from all others on an instance.</param>
/// <param name="Operations">In the order of the work, without before and after images.</param>
/// <param name="Files">The bytes of each file, by evidence id.</param>
internal sealed record Job(string Tag, ImmutableArray<Operation> Operations, ImmutableSortedDictionary<string, byte[]> Files)
{
    private const int InvoicesOfASupplier = 4;
    private static readonly DateOnly FirstDay = new(2026, 1, 5);

    public int Invoices => Files.Count;

    public int Suppliers => Operations.Length - (3 * Invoices);

    /// <param name="invoices">How many; a new supplier for each four.</param>
    /// <param name="tag">Letters and digits.</param>
    /// <param name="number">Sets the suppliers' legal numbers apart from those of other jobs on the same instance; below 1,000,000.</param>
    /// <param name="pictureSize">Bytes of the picture in each file; the rest is some 7 kB.</param>
    public static Job Of(int invoices, string tag, int number, int pictureSize)
    {
        // The data need not be secret, only the same each time.
#pragma warning disable CA5394
        var random = new Random(20261123 + number);
        var operations = ImmutableArray.CreateBuilder<Operation>();
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        Reference supplier = new Reference.Created("");
        for (var i = 0; i < invoices; i++)
        {
            var pdf = EvidenceId(i);
            var sample = Sample(i, number, tag, random);
            files[pdf] = PdfWithPicture.Of(SamplePdf.Of(sample), pictureSize, i);
            if (i % InvoicesOfASupplier == 0)
            {
                supplier = new Reference.Created(NextId(operations));
                operations.Add(new Operation.Create { Id = NextId(operations), Resource = "thirdparty", Set = Supplier(sample.Seller), Keys = ["vatNumber", "siren"], From = [pdf] });
            }
            var invoice = new Reference.Created(NextId(operations));
            operations.Add(new Operation.Create { Id = NextId(operations), Resource = "supplierInvoice", Set = Invoice(supplier, sample), Keys = ["supplierReference", "supplier"], From = [pdf] });
            operations.Add(new Operation.Attach { Id = NextId(operations), Resource = "supplierInvoice", To = invoice, File = pdf });
            operations.Add(new Operation.Validate { Id = NextId(operations), Resource = "supplierInvoice", On = invoice });
        }
#pragma warning restore CA5394
        return new Job(tag, operations.ToImmutable(), files.ToImmutable());
    }

    /// <summary>How many invoices make at least so many operations.</summary>
    public static int InvoicesFor(int operations) => (int)Math.Ceiling(operations / (3 + (1m / InvoicesOfASupplier)));

    /// <summary>The file of the invoice with that number, from 1.</summary>
    public (string Name, byte[] Bytes) FileOf(int number) => (FileName(EvidenceId(number - 1)), Files[EvidenceId(number - 1)]);

    /// <summary>The name of the file that is attached.</summary>
    public static string FileName(string evidence) => $"{evidence}.pdf";

    private static string EvidenceId(int index) => index == 0 ? "pdf" : string.Create(CultureInfo.InvariantCulture, $"pdf-{index + 1}");

    private static string NextId(ImmutableArray<Operation>.Builder operations) => string.Create(CultureInfo.InvariantCulture, $"op{operations.Count + 1}");

    private static SampleInvoice Sample(int index, int number, string tag, Random random)
    {
        var siren = string.Create(CultureInfo.InvariantCulture, $"{number:000000}{index / InvoicesOfASupplier:000}");
        var day = FirstDay.AddDays(index % 300);
        return new SampleInvoice
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"{tag}-{index + 1:00000}"),
            IssueDate = day,
            DueDate = day.AddDays(30),
            Seller = new SampleParty(string.Create(CultureInfo.InvariantCulture, $"Atelier{tag}X{index / InvoicesOfASupplier:00000} SARL"), siren, $"FR40{siren}"),
            Buyer = SampleCatalogue.Client,
            Lines = [Line("VPS", random), Line("Stockage & sauvegarde", random), Line("Nom de domaine", random)],
        };
    }

    private static Fields Supplier(SampleParty party) => Fields.None
        .With("name", party.Name).With("supplier", true).With("vatNumber", party.VatId).With("siren", party.Siren).With("email", $"factures@f{party.Siren}.example").With("country", party.Country);

    private static Fields Invoice(Reference supplier, SampleInvoice sample) => Fields.None
        .With("supplier", supplier).With("supplierReference", sample.Number)
        .With("date", Day(sample.IssueDate)).With("dueDate", Day(sample.DueDate!.Value))
        .With("lines", [.. sample.Lines.Select(Line)]);

    private static SampleLine Line(string name, Random random)
    {
#pragma warning disable CA5394
        return new SampleLine(name, random.Next(1, 10), random.Next(100, 99_999) / 100m, 20);
#pragma warning restore CA5394
    }

    private static Fields Line(SampleLine line) => Fields.None
        .With("description", line.Name).With("quantity", line.Quantity.ToString(CultureInfo.InvariantCulture)).With("unitPrice", line.UnitPrice.ToString("0.00", CultureInfo.InvariantCulture))
        .With("vatRate", line.VatRate.ToString(CultureInfo.InvariantCulture)).With("kind", "service");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
