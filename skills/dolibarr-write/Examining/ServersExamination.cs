using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What the two servers say of themselves, besides what they are configured as.</summary>
internal static class ServersExamination
{
    public static IEnumerable<Examined> Between(ProgramSettings settings, BothServers servers)
    {
        if (servers is not ({ } sandbox, { } prod))
        {
            yield break;
        }
        var (sandboxName, prodName) = (settings.SandboxInstance.Name, settings.ProdInstance.Name);
        // Where both say the same, that tells nothing: many a sandbox is a copy that kept prod's setting.
        if (sandbox.IsProduction && !prod.IsProduction)
        {
            yield return new Examined(Codes.UrlsSwapped, sandboxName, $"The server configured as {sandboxName} calls itself a production server, and the one configured as {prodName} calls itself {prod.Environment}: the two are swapped.")
            {
                Remedy = $"Compare {Variables.SandboxUrl} and {Variables.ProdUrl} with the servers, and write nothing before you know which is which. If they are right, set $dolibarr_main_prod in the conf.php of both servers to what they are.",
            };
        }
        if (sandbox.Version != prod.Version)
        {
            yield return new Examined(Health.Note, "versions-differ", sandboxName, $"{sandboxName} is Dolibarr {sandbox.Version}, {prodName} is {prod.Version}: the two may store the same thing in different ways.")
            {
                Remedy = $"Bring both to the same version, {sandboxName} first, and rehearse what waits to be replayed.",
            };
        }
    }
}

/// <summary>What both servers say; null of one that does not answer.</summary>
internal sealed record BothServers(ServerStatus? Sandbox, ServerStatus? Prod);
