namespace DolibarrAgent.Intake;

/// <summary>The EN 16931 terms of a party's facts, which differ from role to role.</summary>
internal sealed record PartyTerms(string Name, string TradingName, string Id, string LegalId, string VatId, string TaxNumber, string Country, string Address)
{
    public static PartyTerms Seller { get; } = new("BT-27", "BT-28", "BT-29", "BT-30", "BT-31", "BT-32", "BT-40", "BT-34");

    // The norm gives a buyer and a payee fewer terms than a seller; what it has no number for is named by its group.
    public static PartyTerms Buyer { get; } = new("BT-44", "BT-45", "BT-46", "BT-47", "BT-48", "BG-7-FC", "BT-55", "BT-49");

    public static PartyTerms Payee { get; } = new("BT-59", "BG-10-trading", "BT-60", "BT-61", "BG-10-VA", "BG-10-FC", "BG-10-country", "BG-10-address");

    public static PartyTerms TaxRepresentative { get; } = new("BT-62", "BG-11-trading", "BG-11-ID", "BG-11-legal", "BT-63", "BG-11-FC", "BT-69", "BG-11-address");
}
