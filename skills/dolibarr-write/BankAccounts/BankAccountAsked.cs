using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The bank account that a person wants entered. All is text as it came; it is checked before anything is sent.</summary>
/// <param name="Supplier">Whose it is: supplier code, VAT number, SIREN, SIRET or name.</param>
/// <param name="Iban">Where the money is to go.</param>
public sealed record BankAccountAsked(string Supplier, string Iban)
{
    /// <summary>The IBAN on file in whose place it comes; null where it is added to those on file.</summary>
    public string? Replaces { get; init; }

    public string? Bic { get; init; }

    /// <summary>The name of the bank.</summary>
    public string? Bank { get; init; }

    public string? Label { get; init; }

    /// <summary>Why, in the person's own words; kept as evidence.</summary>
    public string? Reason { get; init; }

    /// <summary>Everything that is wrong with it by its form alone.</summary>
    internal ImmutableArray<Problem> Problems =>
    [
        .. new[] { AccountForms.IbanProblem("--iban", Iban), Bic is { } bic ? AccountForms.BicProblem(bic) : null }.OfType<Problem>(),
        .. string.IsNullOrWhiteSpace(Supplier) ? [new Problem(Codes.MissingArgument, "--supplier", "No supplier is named.", "Give its supplier code, VAT number, SIREN, SIRET or name.")] : ImmutableArray<Problem>.Empty,
    ];

    /// <summary>The same as the person's instruction about one supplier, for the evidence.</summary>
    internal string Words(string supplier) =>
        $"Enter the bank account {IbanForm.Bare(Iban)} of {supplier}{(Replaces is { } old ? $" in place of {IbanForm.Bare(old)}" : "")}."
        + $" The supplier was named as '{Supplier}'.{(string.IsNullOrWhiteSpace(Reason) ? "" : $" Reason: {Reason}")}";
}

/// <summary>A bank account that is on the sandbox and alone in a finished changeset.</summary>
/// <param name="Supplier">Whose it is, in words: name, legal ids and code.</param>
/// <param name="Page">The supplier's bank accounts in Dolibarr.</param>
/// <param name="Changeset">What was recorded.</param>
/// <param name="Path">Its file <c>changeset.json</c>.</param>
public sealed record EnteredBankAccount(string Supplier, Uri? Page, Changeset Changeset, string Path)
{
    /// <summary>The accounts of the supplier before.</summary>
    public required ImmutableArray<BankAccount> Before { get; init; }

    /// <summary>The accounts of the supplier now; null where they could not be read again.</summary>
    public required ImmutableArray<BankAccount>? After { get; init; }
}
