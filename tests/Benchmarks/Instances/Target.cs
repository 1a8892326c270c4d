namespace DolibarrAgent.Benchmarks;

/// <summary>The two instances of one replay, the folder of its changesets, and its ledger.</summary>
/// <param name="ProdReaderKey">The key that plans; on a simulator one that may only read.</param>
/// <param name="Ledger">A file.</param>
internal sealed record Target(Server Prod, string ProdReaderKey, Server Sandbox, string Folder, string Ledger)
{
    public Dictionary<string, string?> Variables => new(StringComparer.Ordinal)
    {
        [Settings.Variables.Target] = "sandbox",
        [Settings.Variables.ProdUrl] = Prod.Root.ToString(),
        [Settings.Variables.ProdApiKey] = ProdReaderKey,
        [Settings.Variables.SandboxUrl] = Sandbox.Root.ToString(),
        [Settings.Variables.SandboxApiKey] = Sandbox.Key,
        [Settings.Variables.Changesets] = Folder,
        [Settings.Variables.Ledger] = Ledger,
    };

    /// <summary>The same, as the person has them who replays.</summary>
    public Dictionary<string, string?> ReplayVariables => new(Variables, StringComparer.Ordinal) { [Settings.Variables.ProdWriteKey] = Prod.Key };
}
