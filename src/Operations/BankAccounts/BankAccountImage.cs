using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Bank details as the images of a changeset hold them.</summary>
internal static class BankAccountImage
{
    /// <summary>All that they hold in these fields, but whose they are: an id is not part of an image.</summary>
    public static Fields Of(BankAccount account) => Fields.None
        .With("label", account.Label)
        .With("bank", account.Bank)
        .With(BankAccountFields.Iban, Normal.Of(FieldType.Iban, account.Iban))
        .With("bic", account.Bic)
        .With("default", account.IsDefault);

    public static BankAccountBody Body(Fields set) => new()
    {
        Label = set.TextOf("label"),
        Bank = set.TextOf("bank"),
        Iban = set.TextOf(BankAccountFields.Iban) is { } iban ? Normal.Of(FieldType.Iban, iban) : null,
        Bic = set.TextOf("bic") is { } bic ? Normal.Of(FieldType.Identifier, bic) : null,
    };

    /// <summary>One line by which a person knows them.</summary>
    public static string Describe(BankAccount account) => IsEmpty(account)
        ? "an empty one"
        : $"{Normal.Of(FieldType.Iban, account.Iban)}{(account.Bank.Length > 0 ? $" at '{account.Bank}'" : "")}{(account.Label.Length > 0 ? $" ('{account.Label}')" : "")}{(account.IsDefault ? ", the one that is paid to" : "")}";

    /// <summary>Whether it is a row that Dolibarr inserted and did not fill: that is what is left of a creation that failed.</summary>
    public static bool IsEmpty(BankAccount account) => (account.Iban, account.Label, account.Bank, account.Bic) == ("", "", "", "");
}
