using System.CommandLine;

namespace DolibarrAgent.Simulator;

/// <summary>The arguments that say whose books the server keeps, and who may read that.</summary>
internal sealed class CompanyOptions
{
    private readonly Option<string> name = new("--company") { Description = "The company's name.", DefaultValueFactory = _ => new SimulatedCompany().Name };
    private readonly Option<string> siren = new("--company-siren") { Description = "The company's SIREN.", DefaultValueFactory = _ => "" };
    private readonly Option<string> siret = new("--company-siret") { Description = "The company's SIRET.", DefaultValueFactory = _ => "" };
    private readonly Option<string> vat = new("--company-vat") { Description = "The company's VAT number.", DefaultValueFactory = _ => "" };
    private readonly Option<string?> reader = new("--company-reader") { Description = "The name of the one key that may read the company (GET /setup/company) besides those of the kind admin. Without it every key may where the company is said here, else none." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { name, siren, siret, vat, reader })
        {
            command.Add(option);
        }
    }

    public SimulatedCompany Read(ParseResult parsed) => new()
    {
        Name = parsed.GetValue(name)!,
        Siren = parsed.GetValue(siren)!,
        Siret = parsed.GetValue(siret)!,
        VatNumber = parsed.GetValue(vat)!,
    };

    public string? Reader(ParseResult parsed) => parsed.GetValue(reader)
        ?? (new Option[] { name, siren, siret, vat }.Any(option => parsed.GetResult(option) is { Implicit: false }) ? SimulatorOptions.EveryKey : null);
}
