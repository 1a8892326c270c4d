namespace DolibarrAgent.Resources;

/// <summary>
/// The bank details of a third party (Dolibarr's <c>societe_rib</c>): where the money goes. Kept apart: a changeset with
/// an operation on them holds nothing else.
/// </summary>
public static class BankAccountFields
{
    public const string ThirdParty = "thirdparty";
    public const string Label = "label";
    public const string Bank = "bank";
    public const string Iban = "iban";
    public const string Bic = "bic";

    /// <summary>
    /// Whether payments go there. Dolibarr sets it for the first account, and a person on the page; the API cannot move it
    /// cleanly.
    /// </summary>
    public const string Default = "default";

    public static FieldSet All { get; } = new(
        new Field(ThirdParty, FieldType.Reference, new("Third party", "Tiers"))
        {
            Target = "thirdparty",
            Wire = "socid",
            Column = "t.fk_soc",
            IsNeeded = true,
            IsChangeable = false,
        },
        new Field(Label, FieldType.Line, new("Label", "Libellé")) { Wire = "label", MaxLength = 200 },
        new Field(Bank, FieldType.Line, new("Bank", "Banque")) { Wire = "bank", MaxLength = 255 },
        new Field(Iban, FieldType.Iban, new("IBAN", "IBAN")) { Wire = "iban", IsNeeded = true },
        new Field(Bic, FieldType.Identifier, new("BIC", "BIC")) { Wire = "bic", MaxLength = 11 },
        new Field(Default, FieldType.Flag, new("Default account", "Compte par défaut"))
        {
            Wire = "default_rib",
            Settable = false,
            IsWatched = true,
        });

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
        Api = new ObjectApi("thirdparties/{0}/bankaccounts", [], [Right.WriteThirdParties], [])
        {
            Below = ThirdParty,
            HasTotals = false,
            SaysNotFoundForNone = true,
            Created = "datec",
            Modified = "datem",
        },
    };
}
