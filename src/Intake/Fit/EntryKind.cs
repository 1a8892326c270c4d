namespace DolibarrAgent.Intake;

/// <summary>What a document becomes in Dolibarr.</summary>
public enum EntryKind
{
    /// <summary>Dolibarr's type 0.</summary>
    Invoice,

    /// <summary>Dolibarr's type 2, entered with negative prices.</summary>
    CreditNote,

    /// <summary>Dolibarr's type 3.</summary>
    Deposit,

    /// <summary>A person has to say: a correction of positive amounts, a self-billed invoice, a type that is unknown or that the root element contradicts.</summary>
    ForAPerson,
}
