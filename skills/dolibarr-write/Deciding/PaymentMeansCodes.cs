using System.Collections.Frozen;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Means of payment (UNTDID 4461): what each is called, and the code of Dolibarr's own dictionary that says the same.</summary>
internal static class PaymentMeansCodes
{
    private static readonly FrozenDictionary<string, Means> Known = new Dictionary<string, Means>
    {
        ["10"] = new("cash", "LIQ"),
        ["20"] = new("cheque", "CHQ"),
        ["30"] = new("credit transfer", "VIR"),
        ["31"] = new("debit transfer", "VIR"),
        ["42"] = new("payment to a bank account", "VIR"),
        ["48"] = new("card", "CB"),
        ["49"] = new("direct debit", "PRE"),
        ["54"] = new("credit card", "CB"),
        ["55"] = new("debit card", "CB"),
        ["57"] = new("standing agreement", null),
        ["58"] = new("SEPA credit transfer", "VIR"),
        ["59"] = new("SEPA direct debit", "PRE"),
        ["68"] = new("online payment", "VAD"),
        ["97"] = new("clearing between partners", null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary><c>SEPA credit transfer</c>; null for a code that is not known.</summary>
    public static string? NameOf(string code) => Known.TryGetValue(code, out var known) ? known.Name : null;

    /// <summary>The code of Dolibarr's dictionary, which a server need not have; null where none says the same.</summary>
    public static string? InDolibarr(string code) => Known.TryGetValue(code, out var known) ? known.Dolibarr : null;

    private sealed record Means(string Name, string? Dolibarr);
}
