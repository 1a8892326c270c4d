using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace DolibarrAgent.Simulator;

/// <summary>Faults as a person writes them: a name, and where it has something to set a colon and that.</summary>
internal static class FaultText
{
    private static readonly ImmutableArray<Kind> Kinds =
    [
        new("lost", "", _ => new Fault.Lost()),
        new("effect-then-close", "", _ => new Fault.EffectThenClose()),
        new("effect-then-reset", "", _ => new Fault.EffectThenReset()),
        new("effect-then-late", "[:MS]", held => held is null ? new Fault.EffectThenLate() : Time(held, 1) is { } time ? new Fault.EffectThenLate(time) : null),
        new("effect-then-500", "", _ => new Fault.EffectThenServerError()),
        new("half-then-500", "", _ => new Fault.HalfThenServerError()),
        new("database-down", "", _ => new Fault.DatabaseDown()),
        new("key-unread", "", _ => new Fault.KeyUnread()),
        new("effect-then-html", "", _ => new Fault.EffectThenHtml()),
        new("effect-then-truncated", "", _ => new Fault.EffectThenTruncated()),
        new("effect-then-endless", "", _ => new Fault.EffectThenEndless()),
        new("close-then-effect", "[:MS]", delay => delay is null ? Late(new LateEffect.WhenReleased()) : Time(delay, 1) is { } time ? Late(new LateEffect.AfterTime(time)) : null),
        new("close-then-effect-after", ":REQUESTS", requests => Whole(requests) is > 0 and var number ? Late(new LateEffect.AfterRequests(number)) : null),
        new("too-many-requests", "[:SECONDS]", after => after is null ? new Fault.TooManyRequests() : Time(after, 1000) is { } time ? new Fault.TooManyRequests(time) : null),
        new("unavailable", "[:SECONDS]", after => after is null ? new Fault.Unavailable() : Time(after, 1000) is { } time ? new Fault.Unavailable(time) : null),
        new("proxy-unavailable", "[:SECONDS]", after => after is null ? new Fault.ProxyUnavailable() : Time(after, 1000) is { } time ? new Fault.ProxyUnavailable(time) : null),
        new("redirect-302", ":URL", to => Redirect(HttpStatusCode.Found, to)),
        new("redirect-307", ":URL", to => Redirect(HttpStatusCode.TemporaryRedirect, to)),
        new("redirect-308", ":URL", to => Redirect(HttpStatusCode.PermanentRedirect, to)),
    ];

    /// <summary>All that can be written, for <c>--help</c> and for what is refused.</summary>
    public static string All => string.Join(", ", Kinds.Select(kind => kind.Name + kind.Takes));

    /// <summary>Those that need nothing set: what a seed chooses among where nothing else is asked.</summary>
    public static ImmutableArray<Fault> Plain => [.. Kinds.Where(kind => !kind.NeedsSetting).Select(kind => kind.Make(null)!)];

    /// <summary>The fault; null, and why in <paramref name="refusal"/>, when it is not one.</summary>
    public static Fault? Read(string text, out string refusal)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, setting) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        var kind = Kinds.FirstOrDefault(kind => kind.Name == name);
        var fault = kind is null || (setting is null ? kind.NeedsSetting : kind.Takes.Length == 0) ? null : kind.Make(setting);
        refusal = fault is not null ? ""
            : kind is null ? $"'{text}' is not a fault; write one of {All}"
            : $"the fault '{name}' is written {name}{kind.Takes}, not '{text}'";
        return fault;
    }

    /// <summary>A fault and where it strikes, as <c>write:3=lost</c>; null, and why in <paramref name="refusal"/>, when it is not that.</summary>
    public static FaultPlan? ReadPlaced(string text, out string refusal)
    {
        var (place, fault) = text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
        var parts = place.Split(':');
        CountedRequests? counted = parts[0] switch
        {
            "request" => CountedRequests.All,
            "write" => CountedRequests.Writes,
            "read" => CountedRequests.Reads,
            _ => null,
        };
        if (counted is null || parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            refusal = $"--fault is written request:N=FAULT, write:N=FAULT or read:N=FAULT with N from 1, not '{text}'";
            return null;
        }

        return Read(fault, out refusal) is { } read ? FaultPlan.At(counted.Value, number, read) : null;
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Time(string text, int milliseconds) =>
        Whole(text) is { } number ? TimeSpan.FromMilliseconds((long)number * milliseconds) : null;

    private static Fault.CloseThenEffect Late(LateEffect when) => new(when);

    private static Fault.Redirect? Redirect(HttpStatusCode status, string? to) =>
        Uri.TryCreate(to, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new(status, url) : null;

    private sealed record Kind(string Name, string Takes, Func<string?, Fault?> Make)
    {
        public bool NeedsSetting => Takes.StartsWith(':');
    }
}
