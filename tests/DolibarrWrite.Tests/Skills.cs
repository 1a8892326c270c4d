using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Samples;
using DolibarrAgent.Settings;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Sessions of the skill on two simulated instances, and what a person sees there.</summary>
internal static class Skills
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Skill On(TwoInstances two, Action<Dictionary<string, string?>>? change = null) => On(two, PersonDecisions.None, change);

    public static Skill On(TwoInstances two, PersonDecisions decisions, Action<Dictionary<string, string?>>? change = null)
    {
        var variables = two.Variables();
        change?.Invoke(variables);
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables, SettingsNeeds.Agent)).Value;
        return new Skill(new SkillOptions(settings, "test 1.0") { Decisions = decisions, Patience = new Patience(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20), TimeProvider.System) });
    }

    /// <summary>One that reads the pages of files.</summary>
    public static Skill On(TwoInstances two, Intake.IPageReader pages, PersonDecisions? decisions = null, string? gate = null)
    {
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(two.Variables(), SettingsNeeds.Agent))
            .Value with
        { GateFolder = gate };
        return new Skill(new SkillOptions(settings, "test 1.0") { Pages = pages, Decisions = decisions ?? PersonDecisions.None });
    }

    public static KernelPlugin Plugin(Skill skill) => DolibarrPlugin.Of(skill, new Told());

    /// <summary>Calls a function as a kernel's loop does: with texts.</summary>
    public static async Task<JsonElement> CallAsync(this KernelPlugin plugin, string function, params (string Name, object? Value)[] arguments)
    {
        var text = await plugin.CallTextAsync(function, arguments);
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<string> CallTextAsync(this KernelPlugin plugin, string function, params (string Name, object? Value)[] arguments)
    {
        var given = new KernelArguments();
        foreach (var (name, value) in arguments)
        {
            given[name] = value;
        }
        var result = await plugin[function].InvokeAsync(new Kernel(), given, Cancel);
        return result.GetValue<string>()!;
    }

    /// <summary>A result that is not a refusal; fails the test with the refusal's own words where it is one.</summary>
    public static JsonElement Done(this JsonElement result) => result.TryGetProperty("refused", out var refused) ? throw new InvalidOperationException(refused.ToString()) : result;

    public static string CodeOf(JsonElement result) => result.GetProperty("refused")[0].GetProperty("code").GetString()!;

    public static byte[] Mail(SampleInvoice invoice) => SampleEmail.With(invoice).ToBytes();

    public static async Task<IngestResult.Entered> EnterAsync(TwoInstances two, SampleInvoice invoice, PersonDecisions? decisions = null) =>
        Entered(await IngestAsync(two, invoice, decisions));

    public static async Task<IngestResult> IngestAsync(TwoInstances two, SampleInvoice invoice, PersonDecisions? decisions = null)
    {
        using var skill = On(two, decisions ?? PersonDecisions.None);
        return await Ingest.RunAsync(skill, "invoice.eml", Mail(invoice), Cancel);
    }

    /// <summary>The result where it was entered; whatever was noted has a meaning in the review, in both languages.</summary>
    public static IngestResult.Entered Entered(IngestResult result)
    {
        var entered = result as IngestResult.Entered ?? throw new InvalidOperationException(string.Join("; ", ((IngestResult.Refused)result).Problems));
        Codes(entered).Should().BeSubsetOf(Review.RiskCodes.All);
        return entered;
    }

    public static ImmutableArray<Problem> Refused(IngestResult result) => result is IngestResult.Refused refused
        ? refused.Problems
        : throw new InvalidOperationException("It was entered.");

    public static IEnumerable<string> Codes(IngestResult.Entered entered) => entered.Changeset.Warnings.Select(w => w.Code);

    /// <summary>All of a list, as an administrator sees it; none where Dolibarr answers 404 for that.</summary>
    public static async Task<ImmutableArray<JsonElement>> ListAsync(SimulatedDolibarr server, string path)
    {
        using var person = server.ClientOf("admin");
        using var answer = await person.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.IsSuccessStatusCode ? [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.EnumerateArray()] : [];
    }

    /// <summary>A person works on an instance by hand; the answer, an id for a new object.</summary>
    public static async Task<string> ByHandAsync(SimulatedDolibarr server, HttpMethod method, string path, string json)
    {
        using var person = server.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var answer = await person.SendAsync(request, Cancel);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>The sample's supplier, entered by hand; its id.</summary>
    public static Task<string> SupplierByHandAsync(TwoInstances two, string name = "Hébergeur Dupont SARL", string more = "") =>
        ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", $$"""{"name":"{{name}}","fournisseur":1,"code_fournisseur":"-1","tva_intra":"FR40303265045","idprof1":"303265045"{{more}}}""");
}

/// <summary>A log that a failed test shows.</summary>
internal sealed class Told : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{formatter(state, exception)} {exception}");
}
