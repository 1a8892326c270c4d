using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>An API key and the user it belongs to. <see cref="Name"/> is the login; the key itself is never printed.</summary>
public sealed record SimulatedKey(string Name, string Value, Rights Rights)
{
    /// <summary>The suffixes that a key may have on the command line, and the rights that each gives.</summary>
    public static readonly ImmutableSortedDictionary<string, Rights> Kinds = new Dictionary<string, Rights>
    {
        ["read"] = Rights.Reader,
        ["admin"] = Rights.Writer | Rights.Administer,
        ["blind"] = Rights.Writer & ~Rights.SeeAllThirdParties,
        ["buyer"] = Rights.Writer & ~(Rights.ReadSales | Rights.ReadProducts | Rights.WriteProducts),
        ["none"] = Rights.EditOwnUser,
        ["mute"] = Rights.Writer & ~Rights.EditOwnUser,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Reads <c>name=KEY</c> or <c>name=KEY:kind</c>; null, and why in <paramref name="fault"/>, when it is neither.</summary>
    public static SimulatedKey? Read(string text, out string fault)
    {
        var (name, rest) = Split(text, text.IndexOf('=', StringComparison.Ordinal));
        var (value, kind) = Split(rest, (rest ?? "").LastIndexOf(':'));
        fault = "";
        if (name.Length == 0 || value.Length == 0)
        {
            fault = "a key is written name=KEY or name=KEY:kind";
        }
        else if (kind is not null && !Kinds.ContainsKey(kind))
        {
            fault = $"the key of '{name}' has an unknown kind; kinds are {string.Join(", ", Kinds.Keys)}, or none at all to read and write";
        }

        return fault.Length > 0 ? null : new SimulatedKey(name, value, kind is null ? Rights.Writer : Kinds[kind]);
    }

    /// <summary>The name alone: a key is a secret, also in a test's output.</summary>
    public override string ToString() => Name;

    private static (string Before, string? After) Split(string? text, int at) =>
        text is null ? ("", null) : at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
}
