using System.Text;

namespace DolibarrAgent.Dolibarr;

/// <summary>Bank details on file for a third party. Prints without them.</summary>
public sealed record BankAccount
{
    /// <summary>Its number on this server.</summary>
    public required long Id { get; init; }

    /// <summary>Label.</summary>
    public string Label { get; init; } = "";

    /// <summary>Name of the bank.</summary>
    public string Bank { get; init; } = "";

    /// <summary>IBAN as on file; Dolibarr does not check it.</summary>
    public string Iban { get; init; } = "";

    /// <summary>BIC as on file.</summary>
    public string Bic { get; init; } = "";

    /// <summary>Whether it is the one to pay to.</summary>
    public bool IsDefault { get; init; }

    /// <summary>When it was entered; null where the server does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed; null where the server does not say.</summary>
    public DateTimeOffset? Modified { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", IsDefault = ").Append(IsDefault);
        return true;
    }
}
