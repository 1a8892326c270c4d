using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;
using DolibarrAgent.Settings;
using DolibarrAgent.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Tests;

/// <summary>
/// <c>erp</c> and <c>erp-sandbox</c>, simulated, with a folder for changesets. They number their objects and the entries
/// of their dictionaries differently, so an id that leaks from one to the other meets the wrong object or none.
/// </summary>
public sealed class TwoInstances : IAsyncDisposable
{
    public static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.4 the invoice itself");

    private static readonly Patience Patience = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(50), TimeProvider.System);

    /// <summary>Whose books these are: the company that the sample invoices are addressed to.</summary>
    private static readonly SimulatedCompany Us = new() { Name = "Arcodange Exemple SAS", Siren = "424761419", VatNumber = "FR22424761419" };

    private TwoInstances(SimulatedDolibarr prod, SimulatedDolibarr sandbox)
    {
        Prod = prod;
        Sandbox = sandbox;
    }

    public SimulatedDolibarr Prod { get; }

    public SimulatedDolibarr Sandbox { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("changesets-").FullName;

    public static Task<TwoInstances> StartAsync() => StartAsync([], []);

    /// <summary>Whose servers go by this clock.</summary>
    public static async Task<TwoInstances> StartAsync(TimeProvider clock)
    {
        var cancel = TestContext.Current.CancellationToken;
        return new TwoInstances(
            await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("prod"), FirstId = 5000, DictionaryOffset = 40, Production = true, Company = Us, Clock = clock }, cancel),
            await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("sandbox"), FirstId = 1, Company = Us, Clock = clock }, cancel));
    }

    /// <summary>With the module Multicurrency where there are currencies, given as <c>USD=1.10</c>.</summary>
    public static async Task<TwoInstances> StartAsync(IEnumerable<string> onSandbox, IEnumerable<string> onProd)
    {
        var cancel = TestContext.Current.CancellationToken;
        return new TwoInstances(
            await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("prod"), FirstId = 5000, DictionaryOffset = 40, Production = true, Company = Us, Currencies = [.. onProd.Select(c => ForeignCurrency.Read(c)!)] }, cancel),
            await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = Keys("sandbox"), FirstId = 1, Company = Us, Currencies = [.. onSandbox.Select(c => ForeignCurrency.Read(c)!)] }, cancel));
    }

    /// <summary>More variables, on both sides: whose books these are, as the sample invoices are addressed.</summary>
    public Dictionary<string, string?> More { get; } = new(StringComparer.Ordinal)
    {
        ["DOLIBARR_COMPANY_NAME"] = "Arcodange Exemple SAS",
        ["DOLIBARR_COMPANY_SIREN"] = "424761419",
        ["DOLIBARR_COMPANY_VAT"] = "FR22424761419",
    };

    /// <summary>The variables of somebody who may do everything; a test takes away or changes what it is about.</summary>
    public Dictionary<string, string?> Variables() => new(More, StringComparer.Ordinal)
    {
        ["DOLIBARR_TARGET"] = "sandbox",
        ["DOLIBARR_PROD_URL"] = Prod.Address.ToString(),
        ["DOLIBARR_PROD_API_KEY"] = "prod-reader-key",
        ["DOLIBARR_SANDBOX_URL"] = Sandbox.Address.ToString(),
        ["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-agent-key",
        ["DOLIBARR_CHANGESETS"] = Folder,
    };

    /// <summary>The same, as a person has them who replays.</summary>
    public Dictionary<string, string?> ReplayVariables() => new(Variables(), StringComparer.Ordinal) { ["DOLIBARR_PROD_WRITE_KEY"] = "prod-agent-key" };

    public async Task<Recorder> RecorderAsync()
    {
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(Variables(), SettingsNeeds.Agent)).Value;
        var opened = await Recorder.OpenAsync(settings, new RecorderOptions("test 1.0", null, NullLogger.Instance, Patience), TestContext.Current.CancellationToken);
        return opened is OpenResult.Open { Recorder: var recorder } ? recorder : throw new InvalidOperationException(string.Join("; ", ((OpenResult.Refused)opened).Problems));
    }

    /// <summary>A supplier, its invoice, the file on it, validated: the main job, recorded on the sandbox. Without the validation it can be taken back.</summary>
    /// <returns>The path of changeset.json.</returns>
    public async Task<string> RecordMainJobAsync(bool validated = true)
    {
        using var recorder = await RecorderAsync();
        recorder.Entitle("Supplier invoice F-2026-1, Hébergeur Dupont SARL, 35.20 EUR");
        var pdf = recorder.AddFile("pdf", Pdf, (id, digest) => new Evidence.File { Id = id, Name = "F-2026-1.pdf", Sha256 = digest, Size = Pdf.Length });
        foreach (var operation in MainJob(pdf.Id).Where(o => validated || o is not Operation.Validate))
        {
            Done(await recorder.DoAsync(operation, TestContext.Current.CancellationToken));
        }
        return ((EndResult.Ended)await recorder.FinishAsync(TestContext.Current.CancellationToken)).Path;
    }

    /// <summary>A changeset of its own with these operations.</summary>
    /// <returns>The path of changeset.json.</returns>
    public async Task<string> RecordAsync(params IEnumerable<Operation> operations)
    {
        using var recorder = await RecorderAsync();
        foreach (var operation in operations)
        {
            Done(await recorder.DoAsync(operation, TestContext.Current.CancellationToken));
        }
        return ((EndResult.Ended)await recorder.FinishAsync(TestContext.Current.CancellationToken)).Path;
    }

    /// <summary>An invoice of the main job's supplier, which is there before it.</summary>
    public static Operation InvoiceOfDupont(string number) => new Operation.Create
    {
        Id = "",
        Resource = "supplierInvoice",
        Keys = ["supplierReference", "supplier"],
        Set = Invoice(Dupont).With("supplierReference", number),
    };

    /// <summary>A supplier that has nothing to do with the main job's.</summary>
    public static Operation Another(string name, string vatNumber = "FR22424761419") => new Operation.Create
    {
        Id = "",
        Resource = "thirdparty",
        Set = Fields.None.With("name", name).With("supplier", true).With("vatNumber", vatNumber),
        Keys = ["vatNumber"],
    };

    /// <summary>A change of the telephone number of the main job's supplier.</summary>
    public static Operation PhoneOfDupont(string before, string after) => new Operation.Update
    {
        Id = "",
        Resource = "thirdparty",
        On = Dupont,
        Before = Fields.None.With("phone", before),
        Set = Fields.None.With("phone", after),
    };

    /// <summary>The main job's supplier by its keys.</summary>
    public static Reference.Found Dupont { get; } =
        new(Fields.None.With("vatNumber", "FR40303265045").With("siren", "303265045").With("name", "Hébergeur Dupont SARL"));

    /// <summary>The result where it was done; fails the test with the recorder's own words where it was not.</summary>
    public static RecordResult.Done Done(RecordResult result) => result as RecordResult.Done
        ?? throw new InvalidOperationException(string.Join("; ", ((RecordResult.Refused)result).Problems));

    public static Fields Supplier { get; } = Fields.None
        .With("name", "Hébergeur Dupont SARL").With("supplier", true)
        .With("vatNumber", "FR40303265045").With("siren", "303265045").With("country", "FR").With("email", "factures@dupont.example");

    public static IEnumerable<Operation> MainJob(string pdf)
    {
        yield return new Operation.Create { Id = "", Resource = "thirdparty", Set = Supplier, Keys = ["vatNumber", "siren"], From = [pdf] };
        yield return new Operation.Create { Id = "", Resource = "supplierInvoice", Set = Invoice(new Reference.Created("op1")), Keys = ["supplierReference", "supplier"], From = [pdf] };
        yield return new Operation.Attach { Id = "", Resource = "supplierInvoice", To = new Reference.Created("op2"), File = pdf, From = [pdf] };
        yield return new Operation.Validate { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2"), From = [pdf] };
    }

    public static Fields Invoice(Reference supplier) => Fields.None
        .With("supplier", supplier).With("supplierReference", "F-2026-1").With("date", "2026-11-20").With("dueDate", "2026-12-20")
        .With("lines", [Line("VPS & co", "2", "10.50"), Line("Domain", "1", "8.33")]);

    public static Fields Line(string description, string quantity, string price) => Fields.None
        .With("description", description).With("quantity", quantity).With("unitPrice", price).With("vatRate", "20").With("kind", "service");

    /// <summary>The calls other than GET.</summary>
    public static IEnumerable<LoggedRequest> Writes(SimulatedDolibarr instance) => instance.Requests.Where(r => r.Method != "GET");

    public async ValueTask DisposeAsync()
    {
        await Prod.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static System.Collections.Immutable.ImmutableArray<SimulatedKey> Keys(string instance) =>
        [.. new[] { "agent", "reader:read", "admin:admin", "blind:blind", "none:none", "mute:mute", "buyer:buyer" }
            .Select(k => k.Split(':'))
            .Select(k => SimulatedKey.Read($"{k[0]}={instance}-{k[0]}-key{(k.Length > 1 ? ":" + k[1] : "")}", out _)!)];
}
