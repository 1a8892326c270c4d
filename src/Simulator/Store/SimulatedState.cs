using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>All that a simulated server held at one moment, to be restored by the same server later.</summary>
public sealed record SimulatedState
{
    internal SimulatedState(
        ImmutableDictionary<string, long> sequences,
        ImmutableSortedDictionary<long, ThirdParty> thirdParties,
        ImmutableList<BankAccount> bankAccounts,
        InvoiceRows invoices,
        LineTable lines,
        DocumentRows documents,
        DocumentRows indexedOnly) =>
        (Sequences, ThirdParties, BankAccounts, Invoices, Lines, Documents, IndexedOnly) = (sequences, thirdParties, bankAccounts, invoices, lines, documents, indexedOnly);

    internal ImmutableDictionary<string, long> Sequences { get; }

    internal ImmutableSortedDictionary<long, ThirdParty> ThirdParties { get; }

    internal ImmutableList<BankAccount> BankAccounts { get; }

    internal InvoiceRows Invoices { get; }

    internal LineTable Lines { get; }

    internal DocumentRows Documents { get; }

    internal DocumentRows IndexedOnly { get; }
}
