using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// Variables by which whoever starts a program puts code of their own into it, or has it tell its secrets, before its
/// first line runs. The runtime, the loader and the libraries below read many, and each release more: of their families
/// only those are let through that are known to do neither (<see cref="HarmlessVariables"/>). A program of ours that sees
/// another does not start, for it could no longer answer for what it does.
/// </summary>
public static class ForeignCode
{
    private static readonly ImmutableArray<Family> Families =
    [
        new("DOTNET_", "can put code into a .NET program, open it to others or write down its memory"),
        new("COMPlus_", "can put code into a .NET program, open it to others or write down its memory"),
        new("CORECLR_", "can let another program rewrite this one's code while it runs"),
        new("COREHOST_", "can have the start of a .NET program written to a file"),
        new("CLR_ICU_", "can choose a library that is loaded"),
        new("ICU_DATA", "can choose data that a library loads"),
        new("LD_", "can put a library before or in the place of others"),
        new("DYLD_", "can put a library before or in the place of others"),
        new("GLIBC_TUNABLES", "changes how the C library works"),
        new("MALLOC_", "can change how memory is used, and have it written down"),
        new("GCONV_PATH", "can choose a library that is loaded"),
        new("GETCONF_DIR", "can choose a program that is run"),
        new("NLSPATH", "can choose the messages of the C library"),
        new("LOCPATH", "can choose data that the C library loads"),
        new("HOSTALIASES", "can lead a name to another server"),
        new("RESOLV_HOST_CONF", "can lead a name to another server"),
        new("LOCALDOMAIN", "can lead a name to another server"),
        new("RES_OPTIONS", "can change how names are looked up"),
        new("OPENSSL_", "can load a library into what encrypts"),
        new("SSLKEYLOGFILE", "has the keys of encrypted connections written to a file"),
        new("KRB5_", "can load a library into what proves who somebody is"),
        new("GSS_", "can load a library into what proves who somebody is"),
        new("LTTNG_", "can load a library that watches the program"),
    ];

    /// <summary>A problem for each such variable that is set; none if there is none. One that is set to nothing does nothing.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    public static ImmutableArray<Problem> ProblemsOf(IReadOnlyDictionary<string, string?> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return [.. variables.Where(one => one.Value is { Length: > 0 } && !HarmlessVariables.Has(one.Key, one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => ProblemsOf(one.Key))];
    }

    private static IEnumerable<Problem> ProblemsOf(string name) => Families.Where(family => family.Has(name)).Take(1).Select(family => new Problem(
        Codes.ForeignCode, name, $"The variable is set, and {family.What}: what this program shows and does could be somebody else's.",
        $"Find out who sets it. Unset it (unset {name}), then start the program again."));

    /// <param name="Begins">What the names begin with.</param>
    /// <param name="What">What a variable of it can do.</param>
    private sealed record Family(string Begins, string What)
    {
        public bool Has(string name) => name.StartsWith(Begins, StringComparison.OrdinalIgnoreCase);
    }
}
