using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Bank details on file for a third party, its fields by name. A text that is not on file is empty, never null. Prints
/// without them.
/// </summary>
/// <param name="Found">All that was read of them.</param>
public sealed record BankAccount(DolibarrObject Found)
{
    /// <summary>Its number on this server.</summary>
    public long Id => Found.Id;

    public string Label => this[BankAccountFields.Label];

    /// <summary>Name of the bank.</summary>
    public string Bank => this[BankAccountFields.Bank];

    /// <summary>IBAN as on file, without blanks and in capitals; Dolibarr does not check it.</summary>
    public string Iban => this[BankAccountFields.Iban];

    /// <summary>BIC as on file.</summary>
    public string Bic => this[BankAccountFields.Bic];

    /// <summary>Whether it is the one to pay to.</summary>
    public bool IsDefault => Found.Held[BankAccountFields.Default] is FieldValue.Flag { Value: true };

    /// <summary>When it was entered; null where the server does not say.</summary>
    public DateTimeOffset? Created => Found.Created;

    /// <summary>When it was last changed; null where the server does not say.</summary>
    public DateTimeOffset? Modified => Found.Modified;

    private string this[string field] => Found.Held.TextOf(field) ?? "";

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", IsDefault = ").Append(IsDefault);
        return true;
    }
}
