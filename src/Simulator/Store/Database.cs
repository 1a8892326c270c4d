using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>
/// All that the simulated server holds. Calls run one at a time, so a handler reads, decides and replaces a table
/// without locks of its own; a handler that refuses replaces nothing, which is its rollback.
/// </summary>
/// <remarks>
/// A real server runs validations in parallel, draws the same number twice and answers one of them 500 (3 of 8 measured).
/// Here they queue, so each gets its number: one of the outcomes that a real server has.
/// </remarks>
internal sealed class Database(SimulatorOptions options)
{
    private readonly Dictionary<string, long> sequences = [];

    public ImmutableSortedDictionary<long, ThirdParty> ThirdParties { get; set; } = ImmutableSortedDictionary<long, ThirdParty>.Empty;

    /// <summary>In the order in which the rows were last written: the order in which PostgreSQL returns them unsorted.</summary>
    public ImmutableList<BankAccount> BankAccounts { get; set; } = [];

    public ImmutableSortedDictionary<long, PurchasePrice> PurchasePrices { get; set; } = ImmutableSortedDictionary<long, PurchasePrice>.Empty;

    /// <summary>The rows of tables that are simulated by their description, by table.</summary>
    public ImmutableDictionary<string, ImmutableSortedDictionary<long, ObjectRow>> Objects { get; set; } = ImmutableDictionary<string, ImmutableSortedDictionary<long, ObjectRow>>.Empty;

    public InvoiceRows Invoices { get; set; } = InvoiceRows.Empty;

    public BankRows Bank { get; set; } = BankRows.Empty;

    public LineTable Lines { get; set; } = LineTable.Empty;

    public DocumentRows Documents { get; set; } = DocumentRows.Empty;

    /// <summary>What the index of files still says of files that were deleted: the server takes them from the disk alone.</summary>
    public DocumentRows IndexedOnly { get; set; } = DocumentRows.Empty;

    /// <summary>All tables at this moment: equal to those of another when nothing was written between.</summary>
    public (object, object, object, object, object, object, object, object) Tables =>
        (ThirdParties, BankAccounts, PurchasePrices, Objects, Invoices, Lines, Documents, Bank);

    public SimulatorOptions Options => options;

    /// <summary>Codes of terms and types of payment that are switched off. Setup, not data: a reset leaves it.</summary>
    public ImmutableArray<string> SwitchedOff { get; set; } = options.SwitchedOff;

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(options.Clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>The rows of a table that is simulated by its description.</summary>
    public ImmutableSortedDictionary<long, ObjectRow> ObjectsOf(string table) => Objects.GetValueOrDefault(table, ImmutableSortedDictionary<long, ObjectRow>.Empty);

    /// <summary>Draws the next id of a table. As in PostgreSQL an id that was drawn is gone, whatever becomes of its row.</summary>
    public long NextId(string table)
    {
        var id = sequences.TryGetValue(table, out var last) ? last + 1 : options.FirstId;
        sequences[table] = id;
        return id;
    }

    /// <summary>All that it holds at this moment.</summary>
    public SimulatedState Remember() => new()
    {
        Sequences = sequences.ToImmutableDictionary(),
        ThirdParties = ThirdParties,
        BankAccounts = BankAccounts,
        PurchasePrices = PurchasePrices,
        Objects = Objects,
        Invoices = Invoices,
        Bank = Bank,
        Lines = Lines,
        Documents = Documents,
        IndexedOnly = IndexedOnly,
    };

    /// <summary>Holds again what it held then.</summary>
    public void Restore(SimulatedState state)
    {
        Reset();
        foreach (var (table, last) in state.Sequences)
        {
            sequences[table] = last;
        }
        (ThirdParties, BankAccounts, PurchasePrices, Objects) = (state.ThirdParties, state.BankAccounts, state.PurchasePrices, state.Objects);
        (Invoices, Lines, Bank) = (state.Invoices, state.Lines, state.Bank);
        (Documents, IndexedOnly) = (state.Documents, state.IndexedOnly);
    }

    public void Reset()
    {
        sequences.Clear();
        ThirdParties = ThirdParties.Clear();
        BankAccounts = [];
        PurchasePrices = PurchasePrices.Clear();
        Objects = Objects.Clear();
        Invoices = InvoiceRows.Empty;
        Bank = BankRows.Empty;
        Lines = LineTable.Empty;
        Documents = DocumentRows.Empty;
        IndexedOnly = DocumentRows.Empty;
    }
}
