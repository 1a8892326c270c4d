namespace DolibarrAgent.Resources;

/// <summary>
/// The bank details of a third party (Dolibarr's <c>societe_rib</c>): where the money goes. Kept apart: a changeset with
/// an operation on them holds nothing else.
/// </summary>
public static class BankAccountFields
{
    public const string ThirdParty = "thirdparty";
    public const string Iban = "iban";

    public static FieldSet All { get; } = new(
        new Field(ThirdParty, FieldType.Reference, new("Third party", "Tiers")) { Target = "thirdparty" },
        new Field("label", FieldType.Line, new("Label", "Libellé")) { MaxLength = 200 },
        new Field("bank", FieldType.Line, new("Bank", "Banque")) { MaxLength = 255 },
        new Field(Iban, FieldType.Iban, new("IBAN", "IBAN")),
        new Field("bic", FieldType.Identifier, new("BIC", "BIC")) { MaxLength = 11 },
        // Whether payments go there. Dolibarr sets it for the first account, and a person on the page; the API cannot move it cleanly.
        new Field("default", FieldType.Flag, new("Default account", "Compte par défaut")) { Settable = false });

    public static Resource Resource { get; } = new()
    {
        Name = "bankAccount",
        Title = new("bank account", "compte bancaire"),
        Fields = All,
        Keys = [ThirdParty, Iban],
        Unique = [Iban],
        KnownBy = [Iban, ThirdParty],
        Verbs = ["create", "update"],
        Page = "societe/paymentmodes.php?socid={0}",
        KeptApart = Apart.FromAll,
        IsForEveryJob = true,
        TakenBackByHand = "Bank details are not taken back by a changeset that nobody asked for.",
    };
}
