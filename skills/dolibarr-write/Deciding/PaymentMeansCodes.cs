using System.Collections.Frozen;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Means of payment (UNTDID 4461): what each is called, and the code of Dolibarr's own dictionary that says the same.</summary>
internal static class PaymentMeansCodes
{
    private static readonly FrozenDictionary<string, (string Name, string? Dolibarr)> Known = new Dictionary<string, (string, string?)>
    {
        ["10"] = ("cash", "LIQ"),
        ["20"] = ("cheque", "CHQ"),
        ["30"] = ("credit transfer", "VIR"),
        ["31"] = ("debit transfer", "VIR"),
        ["42"] = ("payment to a bank account", "VIR"),
        ["48"] = ("card", "CB"),
        ["49"] = ("direct debit", "PRE"),
        ["54"] = ("credit card", "CB"),
        ["55"] = ("debit card", "CB"),
        ["57"] = ("standing agreement", null),
        ["58"] = ("SEPA credit transfer", "VIR"),
        ["59"] = ("SEPA direct debit", "PRE"),
        ["68"] = ("online payment", "VAD"),
        ["97"] = ("clearing between partners", null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary><c>SEPA credit transfer</c>; null for a code that is not known.</summary>
    public static string? NameOf(string code) => Known.TryGetValue(code, out var known) ? known.Name : null;

    /// <summary>The code of Dolibarr's dictionary, which a server need not have; null where none says the same.</summary>
    public static string? InDolibarr(string code) => Known.TryGetValue(code, out var known) ? known.Dolibarr : null;
}
