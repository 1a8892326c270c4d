using System.Text.Json;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Demo;

/// <summary>
/// The main job from end to end: an invoice comes by email, the agent enters it on the sandbox, a person reads what was
/// done and confirms, and it is on prod, once.
/// </summary>
internal sealed class MainJob(string folder, TextWriter output, bool canAnswer)
{
    private const int Waits = 2;

    // Whose ERP it is: the company that the sample invoice is addressed to.
    private static readonly string[] Company = ["--company", "Arcodange Exemple SAS", "--company-siren", "424761419", "--company-vat", "FR22424761419"];

    private readonly string mail = Path.Combine(folder, "invoice.eml");
    private readonly string changesets = Path.Combine(folder, "changesets");

    public async Task<int> PlayAsync()
    {
        await File.WriteAllBytesAsync(mail, SampleEmail.With(SampleCatalogue.Hosting).ToBytes());
        using var prod = await SimulatedInstance.StartAsync("erp", 7001, ["--production", .. Company]);
        using var sandbox = await SimulatedInstance.StartAsync("erp-sandbox", 1, Company);
        Say("1. Two simulated Dolibarr are up, and a mail with a Factur-X invoice has come in.",
            $"erp          {prod.Address}", $"erp-sandbox  {sandbox.Address}", $"mail         {mail}");

        var agent = new Dictionary<string, string>
        {
            ["DOLIBARR_TARGET"] = "sandbox",
            ["DOLIBARR_PROD_URL"] = prod.Address.ToString(),
            ["DOLIBARR_SANDBOX_URL"] = sandbox.Address.ToString(),
            ["DOLIBARR_SANDBOX_API_KEY"] = "erp-sandbox-agent-key",
            ["DOLIBARR_CHANGESETS"] = changesets,
            // What a program remembers of the demo's ledger goes with it.
            ["XDG_STATE_HOME"] = folder,
        };
        var person = new Dictionary<string, string>(agent)
        {
            ["DOLIBARR_PROD_API_KEY"] = "erp-reader-key",
            ["DOLIBARR_PROD_WRITE_KEY"] = "erp-agent-key",
        };

        Say("2. The agent enters it on the sandbox: `agent ingest invoice.eml`. It has no key for prod.");
        var (ingested, json) = await ChildProgram.Agent.RunAsync(agent, "ingest", mail, "--json");
        if (ingested != 0)
        {
            return Fail("agent ingest", ingested, json);
        }
        var changeset = Read(json, "changeset");
        output.WriteLine($"   recorded: {changeset}");

        Say("3. A person reviews and plans: `replay changeset.json`. Nothing is written.");
        var planned = await ChildProgram.Replay.RunHereAsync(person, changeset);
        var (_, plan) = await ChildProgram.Replay.RunAsync(person, changeset, "--json");
        if (planned != Waits)
        {
            return Fail("replay", planned, plan);
        }

        var code = Read(plan, "plan", "code");
        string[] confirm = ["--confirm", changeset];
        Say(canAnswer
                ? "4. The person confirms: `replay --confirm changeset.json`. Type the code that the plan shows."
                : "4. The person confirms. There is no terminal to type in, so the demo passes the plan's code:",
            canAnswer ? "" : $"`replay --confirm changeset.json --code {code}`");
        var confirmed = await ChildProgram.Replay.RunHereAsync(person, canAnswer ? confirm : [.. confirm, "--code", code]);
        if (confirmed != 0)
        {
            return Fail("replay --confirm", confirmed, "");
        }
        var writes = await prod.WritesAsync();

        Say("5. Prod is compared with the sandbox, field by field: `replay verify changeset.json`.");
        var verified = await ChildProgram.Replay.RunHereAsync(person, "verify", changeset);
        if (verified != 0)
        {
            return Fail("replay verify", verified, "");
        }

        Say("6. The same confirmation again: everything is there already.");
        var again = await ChildProgram.Replay.RunHereAsync(person, [.. confirm, "--code", code]);
        var more = await prod.WritesAsync() - writes;
        if (again != 0 || more != 0)
        {
            return Fail("the second replay --confirm", again, $"{more} writes reached prod.");
        }

        Say($"Done. Prod got {writes} writes from the first replay and {more} from the second.", $"The changeset is in {Path.GetDirectoryName(changeset)}");
        return 0;
    }

    private void Say(string title, params string[] lines)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            output.WriteLine($"   {line}");
        }
        output.Flush();
    }

    private int Fail(string what, int exitCode, string said)
    {
        output.WriteLine($"The demo stopped: {what} ended with {exitCode}. {said}");
        output.WriteLine($"What was made so far is in {folder}");
        return 1;
    }

    private static string Read(string json, params string[] path)
    {
        using var document = JsonDocument.Parse(json);
        return path.Aggregate(document.RootElement, (element, name) => element.GetProperty(name)).GetString() ?? "";
    }
}
