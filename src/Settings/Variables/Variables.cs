using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>The names of the environment variables.</summary>
public static class Variables
{
    /// <summary>What all of ours begin with.</summary>
    public const string Prefix = "DOLIBARR_";


    /// <summary><c>prod</c> or <c>sandbox</c>.</summary>
    public const string Target = "DOLIBARR_TARGET";

    /// <summary>Root URL of prod.</summary>
    public const string ProdUrl = "DOLIBARR_PROD_URL";

    /// <summary>Key that reads prod.</summary>
    public const string ProdApiKey = "DOLIBARR_PROD_API_KEY";

    /// <summary>Key that writes to prod; only <c>replay</c> may see it.</summary>
    public const string ProdWriteKey = "DOLIBARR_PROD_WRITE_KEY";

    /// <summary>Root URL of the sandbox.</summary>
    public const string SandboxUrl = "DOLIBARR_SANDBOX_URL";

    /// <summary>Key of the sandbox.</summary>
    public const string SandboxApiKey = "DOLIBARR_SANDBOX_API_KEY";

    /// <summary>Name of the sandbox's environment.</summary>
    public const string SandboxEnvironment = "DOLIBARR_SANDBOX_ENV";

    /// <summary>Folder of the changesets.</summary>
    public const string Changesets = "DOLIBARR_CHANGESETS";

    /// <summary>The ledger.</summary>
    public const string Ledger = "DOLIBARR_LEDGER";

    /// <summary>The folder of the gate: what the instances are, the policy, who may sign.</summary>
    public const string Gate = "DOLIBARR_GATE";

    /// <summary>The person who has changesets recorded: <c>alice@example.org</c>, as in the list of who may sign.</summary>
    public const string Author = "DOLIBARR_AUTHOR";

    /// <summary>The agent's SSH key, by which it signs what it has finished.</summary>
    public const string RecorderKey = "DOLIBARR_RECORDER_KEY";

    /// <summary>Our company's name.</summary>
    public const string CompanyName = "DOLIBARR_COMPANY_NAME";

    /// <summary>Our company's SIREN.</summary>
    public const string CompanySiren = "DOLIBARR_COMPANY_SIREN";

    /// <summary>Our company's VAT number.</summary>
    public const string CompanyVatNumber = "DOLIBARR_COMPANY_VAT";

    /// <summary>The application's name.</summary>
    public const string App = "DOLIBARR_APP";

    /// <summary>Domain from which the URLs default.</summary>
    public const string Domain = "DOLIBARR_DOMAIN";

    /// <summary>How long a server may still be busy with a request whose answer did not come, in seconds.</summary>
    public const string SettleSeconds = "DOLIBARR_SETTLE_SECONDS";

    /// <summary>The profile of the configuration file.</summary>
    public const string Profile = "DOLIBARR_PROFILE";

    /// <summary>Every variable that brings the key that writes to prod, or says where it is.</summary>
    public static ImmutableArray<string> OfWriteKey { get; } = KeySource.NamesOf(ProdWriteKey);

    /// <summary>The variables of the three keys.</summary>
    internal static ImmutableArray<string> Keys { get; } = [ProdApiKey, ProdWriteKey, SandboxApiKey];

    /// <summary>Every variable that a program of ours reads.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        App, Author, Changesets, CompanyName, CompanySiren, CompanyVatNumber, Domain, FileRights.Variable, Gate, Ledger, Profile, ProdUrl,
            RecorderKey, SandboxEnvironment, SandboxUrl, SettleSeconds, Target,
        .. Keys.SelectMany(key => KeySource.NamesOf(key)),
    ];

    /// <summary>A problem for each variable that looks like one of ours and is not: a misspelt name would be passed over, and what it was to say would not hold.</summary>
    /// <param name="set">The environment's variables, by name.</param>
    internal static IEnumerable<Problem> Misspelt(IReadOnlyDictionary<string, string?> set) => set.Keys.Order(StringComparer.Ordinal)
        .Where(name => !All.Contains(name))
        .Select(name => (Name: name, Meant: Likeness.Nearest(name, All)))
        .Where(one => one.Meant is not null || one.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        .Select(one => new Problem(Codes.VariableUnknown, one.Name, $"No program reads this variable{(one.Meant is { } meant ? $"; {meant} is one" : "")}."));
}
