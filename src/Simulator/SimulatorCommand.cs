using System.Collections.Immutable;
using System.CommandLine;

namespace DolibarrAgent.Simulator;

/// <summary>The command line of the program <c>simulator</c>.</summary>
internal sealed class SimulatorCommand
{
    private const int Refused = 4;
    private const int Failed = 1;

    private readonly Option<string> urls = new("--urls") { Description = "Where to listen, as http://127.0.0.1:8080; port 0 takes a free one.", Required = true };
    private readonly Option<string[]> keys = new("--key") { Description = $"A key that may call, as name=KEY or name=KEY:kind; kinds: {string.Join(", ", SimulatedKey.Kinds.Keys)}.", Required = true };
    private readonly Option<bool> production = new("--production") { Description = "Answer as a production server, which does not tell its environment." };
    private readonly Option<long> firstId = new("--first-id") { Description = "The first id of every table.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> currency = new("--company-currency") { Description = "The company's currency.", DefaultValueFactory = _ => "EUR" };
    private readonly Option<string[]> switchedOff = new("--switched-off") { Description = "A code of terms or types of payment that is switched off, such as 30D; may be given several times.", DefaultValueFactory = _ => [] };
    private readonly Option<int> dictionaryOffset = new("--dictionary-offset") { Description = "What is added to the recorded numbers of terms and types of payment.", DefaultValueFactory = _ => 0 };
    private readonly Option<string[]> currencies = new("--currency") { Description = "A currency that invoices may have besides the company's, as USD=1.10: units of it for one of the company's. Several times for several; without one the module Multicurrency is off.", DefaultValueFactory = _ => [] };
    private readonly CompanyOptions companyOptions = new();
    private readonly Option<string?> log = new("--log") { Description = "A file to append each call to, a line of JSON each." };
    private readonly Option<string> rounding = new("--rounding") { Description = "How VAT is rounded: line or total.", DefaultValueFactory = _ => "line" };
    private readonly Option<int> latency = new("--latency") { Description = "Milliseconds that every call takes at least.", DefaultValueFactory = _ => 0 };
    private readonly FaultOptions faultOptions = new();

    /// <summary>Runs until a signal. Exit code 0, 4 when the arguments are refused, 1 when it cannot listen.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var command = new SimulatorCommand();
        var root = new RootCommand("A Dolibarr 22.0.4 in memory, over HTTP.")
        {
            command.urls, command.keys, command.production, command.firstId, command.currency, command.currencies, command.log, command.rounding, command.latency,
            command.switchedOff, command.dictionaryOffset,
        };
        command.companyOptions.AddTo(root);
        command.faultOptions.AddTo(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 && parsed.Action is not null)
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        }

        var faults = parsed.Errors.Select(error => error.Message.TrimEnd('.')).ToImmutableArray();
        var options = faults.IsEmpty ? command.Read(parsed, out faults) : null;
        if (options is null)
        {
            await errors.WriteLineAsync($"simulator: {string.Join("; ", faults)}. Run simulator --help for the arguments.");
            return Refused;
        }

        return await ServeAsync(options, output, errors);
    }

    private static async Task<int> ServeAsync(SimulatorOptions options, TextWriter output, TextWriter errors)
    {
        try
        {
            await using var server = await SimulatedDolibarr.StartAsync(options, CancellationToken.None);
            var address = server.Address.GetLeftPart(UriPartial.Authority);
            await output.WriteLineAsync($"simulator: Dolibarr {SimulatedDolibarr.Version} at {address} ({(options.Production ? "production" : "non-production")})");
            await output.FlushAsync();
            await server.WaitForShutdownAsync(CancellationToken.None);
            return 0;
        }
        catch (IOException fault)
        {
            await errors.WriteLineAsync($"simulator: cannot listen at {options.Listen}: {fault.Message} Take another port, or end what uses this one.");
            return Failed;
        }
    }

    private SimulatorOptions? Read(ParseResult parsed, out ImmutableArray<string> faults)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var read = parsed.GetValue(keys)!.Select(text => (Key: SimulatedKey.Read(text, out var fault), Fault: fault)).ToImmutableArray();
        found.AddRange(read.Select(key => key.Fault).Where(fault => fault.Length > 0));
        ImmutableArray<SimulatedKey> valid = [.. read.Select(key => key.Key).OfType<SimulatedKey>()];
        if (valid.DistinctBy(key => key.Name).Count() < valid.Length || valid.DistinctBy(key => key.Value).Count() < valid.Length)
        {
            found.Add("two keys have the same name or the same value");
        }

        var url = parsed.GetValue(urls)!;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var listen) || listen.Scheme != Uri.UriSchemeHttp || listen.AbsolutePath != "/")
        {
            found.Add($"--urls takes one address as http://127.0.0.1:8080, not '{url}'");
        }

        if (!Enum.TryParse<VatRounding>(parsed.GetValue(rounding), ignoreCase: true, out var vat) || !Enum.IsDefined(vat))
        {
            found.Add($"--rounding is line or total, not '{parsed.GetValue(rounding)}'");
        }

        if (parsed.GetValue(firstId) < 1 || parsed.GetValue(latency) < 0)
        {
            found.Add("--first-id starts at 1, and --latency at 0");
        }

        if (parsed.GetValue(currencies)!.FirstOrDefault(text => ForeignCurrency.Read(text) is null) is { } wrong)
        {
            found.Add($"--currency is written USD=1.10, not '{wrong}'");
        }

        var plan = faultOptions.Read(parsed, found);
        faults = found.ToImmutable();
        return !faults.IsEmpty ? null : new SimulatorOptions
        {
            Listen = listen!,
            Keys = valid,
            Production = parsed.GetValue(production),
            FirstId = parsed.GetValue(firstId),
            CompanyCurrency = parsed.GetValue(currency)!,
            Currencies = [.. parsed.GetValue(currencies)!.Select(text => ForeignCurrency.Read(text)!)],
            Company = companyOptions.Read(parsed),
            CompanyReader = companyOptions.Reader(parsed),
            SwitchedOff = [.. parsed.GetValue(switchedOff)!],
            DictionaryOffset = parsed.GetValue(dictionaryOffset),
            LogFile = parsed.GetValue(log),
            Rounding = vat,
            Faults = plan,
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
        };
    }
}
