using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>The fields of bank details that a changeset knows, and their image in them.</summary>
internal static class BankAccountFields
{
    public const string ThirdParty = "thirdparty";
    public const string Iban = "iban";

    public static FieldRuleSet All { get; } = new(
        new FieldRule(ThirdParty, FieldType.Reference),
        new FieldRule("label", FieldType.Line) { MaxLength = 200 },
        new FieldRule("bank", FieldType.Line) { MaxLength = 255 },
        new FieldRule(Iban, FieldType.Iban),
        new FieldRule("bic", FieldType.Identifier) { MaxLength = 11 },
        // Whether payments go there. Dolibarr sets it for the first account, and a person on the page; the API cannot move it cleanly.
        new FieldRule("default", FieldType.Flag) { Settable = false });

    public static FieldRuleSet Keys { get; } = new(All[ThirdParty]!, All[Iban]!);

    /// <summary>All that they hold in these fields, but whose they are: an id is not part of an image.</summary>
    public static Fields Image(BankAccount account) => Fields.None
        .With("label", account.Label)
        .With("bank", account.Bank)
        .With(Iban, Normal.Of(FieldType.Iban, account.Iban))
        .With("bic", account.Bic)
        .With("default", account.IsDefault);

    public static BankAccountBody Body(Fields set) => new()
    {
        Label = set.TextOf("label"),
        Bank = set.TextOf("bank"),
        Iban = set.TextOf(Iban) is { } iban ? Normal.Of(FieldType.Iban, iban) : null,
        Bic = set.TextOf("bic") is { } bic ? Normal.Of(FieldType.Identifier, bic) : null,
    };

    /// <summary>One line by which a person knows them.</summary>
    public static string Describe(BankAccount account) => IsEmpty(account)
        ? "an empty one"
        : $"{Normal.Of(FieldType.Iban, account.Iban)}{(account.Bank.Length > 0 ? $" at '{account.Bank}'" : "")}{(account.Label.Length > 0 ? $" ('{account.Label}')" : "")}{(account.IsDefault ? ", the one that is paid to" : "")}";

    /// <summary>Whether it is a row that Dolibarr inserted and did not fill: that is what is left of a creation that failed.</summary>
    public static bool IsEmpty(BankAccount account) => (account.Iban, account.Label, account.Bank, account.Bic) == ("", "", "", "");
}
