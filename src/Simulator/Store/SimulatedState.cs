using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>All that a simulated server held at one moment, to be restored by the same server later.</summary>
public sealed record SimulatedState
{
    internal SimulatedState()
    {
    }

    internal ImmutableDictionary<string, long> Sequences { get; init; } = ImmutableDictionary<string, long>.Empty;

    internal ImmutableSortedDictionary<long, ThirdParty> ThirdParties { get; init; } = ImmutableSortedDictionary<long, ThirdParty>.Empty;

    internal ImmutableList<BankAccount> BankAccounts { get; init; } = [];

    internal ImmutableSortedDictionary<long, PurchasePrice> PurchasePrices { get; init; } = ImmutableSortedDictionary<long, PurchasePrice>.Empty;

    internal ImmutableDictionary<string, ImmutableSortedDictionary<long, ObjectRow>> Objects { get; init; } = ImmutableDictionary<string, ImmutableSortedDictionary<long, ObjectRow>>.Empty;

    internal InvoiceRows Invoices { get; init; } = InvoiceRows.Empty;

    internal BankRows Bank { get; init; } = BankRows.Empty;

    internal LineTable Lines { get; init; } = LineTable.Empty;

    internal DocumentRows Documents { get; init; } = DocumentRows.Empty;

    internal DocumentRows IndexedOnly { get; init; } = DocumentRows.Empty;
}
