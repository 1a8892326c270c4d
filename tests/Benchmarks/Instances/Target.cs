using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Benchmarks;

/// <summary>The two instances of one replay, the folder of its changesets, and its ledger.</summary>
/// <param name="ProdReaderKey">The key that plans; on a simulator one that may only read.</param>
/// <param name="Ledger">A file.</param>
internal sealed record Target(Server Prod, string ProdReaderKey, Server Sandbox, string Folder, string Ledger)
{
    public Dictionary<string, string?> Variables => new(StringComparer.Ordinal)
    {
        [Dolibarr.Variables.Target] = "sandbox",
        [Dolibarr.Variables.ProdUrl] = Prod.Root.ToString(),
        [Dolibarr.Variables.ProdApiKey] = ProdReaderKey,
        [Dolibarr.Variables.SandboxUrl] = Sandbox.Root.ToString(),
        [Dolibarr.Variables.SandboxApiKey] = Sandbox.Key,
        [Dolibarr.Variables.Changesets] = Folder,
        [Dolibarr.Variables.Ledger] = Ledger,
    };

    /// <summary>The same, as the person has them who replays.</summary>
    public Dictionary<string, string?> ReplayVariables => new(Variables, StringComparer.Ordinal) { [Dolibarr.Variables.ProdWriteKey] = Prod.Key };
}
