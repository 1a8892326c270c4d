using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite.Tests.Recorded;

/// <summary>A folder of changesets, each with one invoice of one supplier.</summary>
internal sealed class RecordedFolderOfTest : IDisposable
{
    private static readonly SupplierIds Supplier = SupplierIds.Of(Fields.None.With("vatNumber", "FR40303265045"));

    private readonly List<RecordedChangesets> agents = [];

    public string Root { get; } = Directory.CreateTempSubdirectory("recorded-").FullName;

    public string Index => Path.Combine(Root, RecordedFolder.IndexFolder, RecordedFolder.IndexFile);

    /// <summary>A session of an agent that begins now.</summary>
    public RecordedChangesets Agent(string? root = null)
    {
        agents.Add(new RecordedChangesets(root ?? Root));
        return agents[^1];
    }

    /// <summary>A changeset that somebody puts there; its file.</summary>
    public string Put(string number) => Save(ChangesetFolder.Create(Root, Changeset(number)), number);

    /// <summary>A changeset that an agent records.</summary>
    public string Record(RecordedChangesets agent, string number) => Save(agent.MakeFolder(Root, Changeset(number), null), number);

    public static string Save(ChangesetFolder folder, string number)
    {
        folder.Save(Changeset(number));
        return folder.File;
    }

    /// <summary>The changesets that have the invoice with that number.</summary>
    public static IEnumerable<string> Having(RecordedChangesets agent, string number) =>
        agent.Invoices(RecordedKeys.OfNumber(number, Supplier), invoice => invoice.NumberKey == number && invoice.Supplier.IsSameAs(Supplier), null).Select(found => found.In.Path);

    public static long KeyOf(string number) => RecordedKeys.OfNumber(number, Supplier).First();

    /// <param name="number">An F, digits and a hyphen.</param>
    public static Changeset Changeset(string number) => new()
    {
        // One number, one id: a folder is named by it.
        Id = $"01TEST{number.Replace('-', 'Z').PadLeft(10, '0')}",
        Title = $"Invoice {number}",
        Recorded = new Changesets.Recorded
        {
            At = DateTimeOffset.UnixEpoch,
            Finished = DateTimeOffset.UnixEpoch,
            By = "test 1.0",
            On = new RecordedOn("erp-sandbox", "22.0.4", "https://erp-sandbox.example"),
        },
        Operations =
        [
            new Operation.Create
            {
                Id = "op1",
                Resource = "supplierInvoice",
                Set = Fields.None.With("supplier", new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"))).With("supplierReference", number).With("date", "2026-11-20"),
                After = Fields.None.With("totalInclTax", "35.20"),
            },
        ],
    };

    public void Dispose()
    {
        agents.ForEach(agent => agent.Dispose());
        Directory.Delete(Root, recursive: true);
    }
}
