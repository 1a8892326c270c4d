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

    public ImmutableSortedDictionary<long, SupplierInvoice> Invoices { get; set; } = ImmutableSortedDictionary<long, SupplierInvoice>.Empty;

    public ImmutableSortedDictionary<long, InvoiceLine> Lines { get; set; } = ImmutableSortedDictionary<long, InvoiceLine>.Empty;

    public ImmutableList<StoredDocument> Documents { get; set; } = [];

    /// <summary>What the index of files still says of files that were deleted: the server takes them from the disk alone.</summary>
    public ImmutableList<StoredDocument> IndexedOnly { get; set; } = [];

    public SimulatorOptions Options => options;

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(options.Clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Draws the next id of a table. As in PostgreSQL an id that was drawn is gone, whatever becomes of its row.</summary>
    public long NextId(string table)
    {
        var id = sequences.TryGetValue(table, out var last) ? last + 1 : options.FirstId;
        sequences[table] = id;
        return id;
    }

    public void Reset()
    {
        sequences.Clear();
        ThirdParties = ThirdParties.Clear();
        BankAccounts = [];
        Invoices = Invoices.Clear();
        Lines = Lines.Clear();
        Documents = [];
        IndexedOnly = [];
    }
}
