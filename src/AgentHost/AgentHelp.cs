using System.Collections.Immutable;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>What the help of <c>agent</c> says besides its symbols: examples, variables and exit codes.</summary>
internal static class AgentHelp
{
    public static HelpMore All { get; } = new("agent")
    {
        Examples = new Dictionary<string, ImmutableArray<HelpEntry>>(StringComparer.Ordinal)
        {
            [""] =
            [
                new("agent read invoice.pdf", "What a document says. It contacts no Dolibarr."),
                new("DOLIBARR_TARGET=sandbox agent ingest mail.eml", "Enter the invoice of a mail in the sandbox."),
                new("agent doctor", "Check both instances and every key."),
            ],
            ["ingest"] = [new("DOLIBARR_TARGET=sandbox agent ingest inbox --watch", "Enter what comes into a folder.")],
            ["discard"] = [new("agent discard changesets/… --reason \"entered twice\"", "Take it out of the sandbox again.")],
        }.ToImmutableDictionary(StringComparer.Ordinal),
        Variables =
        [
            new(Variables.Target, "The instance that calls go to: prod or sandbox; prod where it is unset, and prod refuses writes."),
            new("DOLIBARR_SANDBOX_URL, DOLIBARR_SANDBOX_API_KEY",
                "The sandbox, and its key. Better …_KEY_FILE, a file that only you may read."),
            new("DOLIBARR_PROD_URL, DOLIBARR_PROD_API_KEY", "Prod, and the key that reads it."),
            new(Variables.Changesets, "The folder of the changesets (changesets)."),
            new("DOLIBARR_COMPANY_NAME, DOLIBARR_COMPANY_SIREN, DOLIBARR_COMPANY_VAT", "Who we are: whom an invoice must be addressed to."),
        ],
        ExitCodes =
        [
            new("0", "Done, or nothing to do."),
            new("4", "Refused: by the gate, by a rule, or because there is nothing to do it with."),
            new("1", "Wrong usage, a server that does not answer, a wrong key, a full disk."),
        ],
    };
}
