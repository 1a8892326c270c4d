using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>The configuration of a program, read once from its environment variables. Immutable; keys in it never print.</summary>
public sealed record ProgramSettings
{
    private const string DefaultFolder = "changesets";

    internal ProgramSettings()
    {
    }

    /// <summary>From <c>DOLIBARR_TARGET</c>; prod when unset.</summary>
    public required Target Target { get; init; }

    /// <summary>The production instance, from <c>DOLIBARR_APP</c> (default <c>erp</c>).</summary>
    public required Instance ProdInstance { get; init; }

    /// <summary>The sandbox instance, from <c>DOLIBARR_APP</c> and <c>DOLIBARR_SANDBOX_ENV</c> (default <c>sandbox</c>).</summary>
    public required Instance SandboxInstance { get; init; }

    /// <summary>Prod, to read; null where its URL or key is not configured.</summary>
    public Endpoint? Prod { get; init; }

    /// <summary>The sandbox; null where its URL or key is not configured.</summary>
    public Endpoint? Sandbox { get; init; }

    /// <summary>Prod with the key that writes; null except where <see cref="SettingsNeeds.Confirm"/> was asked for.</summary>
    public Endpoint? ProdForWriting { get; init; }

    /// <summary>Folder of the changesets, from <c>DOLIBARR_CHANGESETS</c> (default <c>changesets</c>).</summary>
    public required string ChangesetsFolder { get; init; }

    /// <summary>Who may read the changesets and logs that are made, from <c>DOLIBARR_FILES</c> (default <c>private</c>).</summary>
    public FileRights Files { get; init; } = FileRights.Private;

    /// <summary>The ledger, from <c>DOLIBARR_LEDGER</c>: a file, or a PostgreSQL (default <c>ledger.db</c> in the changesets' folder).</summary>
    public required LedgerPlace Ledger { get; init; }

    /// <summary>The folder of the gate, from <c>DOLIBARR_GATE</c> (see <see cref="GateFolder"/>); null where nothing names one. It need not be there.</summary>
    public string? GateFolder { get; init; }

    /// <summary>Where the user's programs keep what they need to remember, from <c>XDG_STATE_HOME</c> or <c>HOME</c>; null where neither is set. It need not be there.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Who has changesets recorded, from <c>DOLIBARR_AUTHOR</c>; null where it is unset.</summary>
    public string? Author { get; init; }

    /// <summary>The file of the agent's SSH key, absolute, from <c>DOLIBARR_RECORDER_KEY</c>; null where it is unset: nothing is signed.</summary>
    public string? RecorderKey { get; init; }

    /// <summary>Who we are, from <c>DOLIBARR_COMPANY_NAME</c>, <c>_SIREN</c> and <c>_VAT</c>; its members are null where they are unset.</summary>
    public required OwnCompany Company { get; init; }

    /// <summary>The endpoint of a target; null where it is not configured.</summary>
    public Endpoint? At(Target target) => target == Target.Prod ? Prod : Sandbox;

    /// <summary>The instance of a target, configured or not, for messages.</summary>
    public Instance InstanceAt(Target target) => target == Target.Prod ? ProdInstance : SandboxInstance;

    /// <summary>The folder of the changesets, whatever is wrong with the other settings: a log goes there too.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    public static string ChangesetsFolderIn(IReadOnlyDictionary<string, string?> variables) =>
        variables.GetValueOrDefault(Variables.Changesets) is { Length: > 0 } folder ? folder : DefaultFolder;

    /// <summary>Reads and checks everything; all problems come together.</summary>
    /// <param name="variables">The environment's variables, by name. A variable that is unset is absent or null.</param>
    /// <param name="needs">What must be there.</param>
    public static Checked<ProgramSettings> Read(IReadOnlyDictionary<string, string?> variables, SettingsNeeds needs) =>
        new SettingsReader(variables, needs).Read();
}

/// <summary>An instance that can be called: where it is, and the key to call it with.</summary>
public sealed record Endpoint(Instance Instance, ServerUrl Server, ApiKey Key);
