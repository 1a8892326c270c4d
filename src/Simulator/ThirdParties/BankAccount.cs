using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A bank account of a third party (<c>llx_societe_rib</c>).</summary>
internal sealed record BankAccount(long Id, long ThirdPartyId)
{
    /// <summary>The fields that are taken from what is sent.</summary>
    public static readonly ImmutableArray<string> Fields =
    [
        "label", "bank", "bic", "iban", "code_banque", "code_guichet", "number", "cle_rib", "address", "owner_name", "owner_address",
        "stripe_account", "stripe_card_ref",
    ];

    /// <summary>The values of a row that was inserted and not filled.</summary>
    public static readonly ImmutableDictionary<string, string> Empty = ImmutableDictionary<string, string>.Empty;

    /// <summary>The values of a row that was filled with nothing.</summary>
    public static readonly ImmutableDictionary<string, string> Blank = Fields.ToImmutableDictionary(field => field, _ => "");

    private static readonly JsonNode Whole = Shape.Load("bankaccount");

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    /// <summary>The code that the third party has as a customer, if it is one.</summary>
    public required string? CustomerCode { get; init; }

    public required bool IsDefault { get; init; }

    public required ImmutableDictionary<string, string> Values { get; init; }

    /// <summary>The label as it is stored: an empty one is null.</summary>
    public string? Label => Values.GetValueOrDefault("label") is { Length: > 0 } label ? label : null;

    /// <summary>The mandate's reference: the minute, the account, and the customer's code, cut to 13 characters.</summary>
    private string Rum
    {
        get
        {
            var account = CustomerCode is null ? $"{Id}" : $"{Id}-{CustomerCode}";
            return string.Create(CultureInfo.InvariantCulture, $"RUM-{Created.UtcDateTime:yyMMddHHmm}-{account[..Math.Min(13, account.Length)]}");
        }
    }

    /// <summary>As lists give it: the mandate's reference is not stored where direct debit is not in use.</summary>
    public JsonObject InList() => new()
    {
        ["id"] = Id.ToString(CultureInfo.InvariantCulture),
        ["label"] = Label,
        ["bank"] = Values.GetValueOrDefault("bank"),
        ["bic"] = Values.GetValueOrDefault("bic"),
        ["iban"] = Values.GetValueOrDefault("iban", ""),
        ["socid"] = ThirdPartyId.ToString(CultureInfo.InvariantCulture),
        ["datec"] = Created.ToUnixTimeSeconds(),
        ["default_rib"] = IsDefault ? "1" : "0",
        ["rum"] = null,
        ["frstrecur"] = "FRST",
        ["datem"] = Modified.ToUnixTimeSeconds(),
    };

    /// <summary>As a POST gives it: what was sent, and the numbers still numbers.</summary>
    public JsonObject AfterPost(JsonObject sent) => WithSent(
        Whole.Filled(
            ("id", Id),
            ("socid", ThirdPartyId),
            ("datec", Created.ToUnixTimeSeconds()),
            ("default_rib", IsDefault ? 1 : 0),
            ("rum", Rum),
            ("date_rum", Modified.ToUnixTimeSeconds()),
            ("trackid", $"thi{Id}")),
        sent);

    /// <summary>As a PUT gives it: read first, then what was sent put over it.</summary>
    public JsonObject AfterPut(JsonObject sent)
    {
        var view = AfterPost([]);
        foreach (var field in Fields)
        {
            view[field] = Values[field];
        }

        view["id"] = Id.ToString(CultureInfo.InvariantCulture);
        view["ref"] = $"{ThirdPartyId}-{Values["label"]}";
        view["proprio"] = Values["owner_name"];
        view["socid"] = ThirdPartyId.ToString(CultureInfo.InvariantCulture);
        view["default_rib"] = IsDefault ? "1" : "0";
        view["frstrecur"] = "FRST";
        view["datem"] = Modified.ToUnixTimeSeconds();
        return WithSent(view, sent);
    }

    private static JsonObject WithSent(JsonObject view, JsonObject sent)
    {
        foreach (var (name, value) in sent)
        {
            view[name] = CleanText.Value(name, value);
        }

        return view;
    }
}
