using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>Our company by the configuration, for a key that may not read it from the server: by this an invoice is known to be for us. A member that is not set is null.</summary>
public sealed record OwnCompany
{
    private OwnCompany()
    {
    }

    /// <summary>Nothing is set.</summary>
    public static OwnCompany Unknown { get; } = new();

    /// <summary>The company's name.</summary>
    public string? Name { get; private init; }

    /// <summary>Its SIREN, nine digits.</summary>
    public string? Siren { get; private init; }

    /// <summary>Its VAT number in capitals, without spaces.</summary>
    public string? VatNumber { get; private init; }

    /// <summary>The company that three texts name, null or blank where they are not set, or all that is wrong with them.</summary>
    public static Checked<OwnCompany> Read(string? name, string? siren, string? vatNumber)
    {
        var company = new OwnCompany { Name = Set(name), Siren = Plain(siren), VatNumber = Plain(vatNumber) };
        ImmutableArray<Problem> problems = [.. SirenProblems(company), .. VatProblems(company)];
        return problems.IsEmpty ? new Checked<OwnCompany>.Valid(company) : new Checked<OwnCompany>.Invalid(problems);
    }

    /// <summary>The refusal where a server is that of another company than the settings name.</summary>
    /// <param name="onServer">The company of the server, for a person.</param>
    /// <param name="inSettings">The company of the settings, for a person.</param>
    public static Problem DiffersFrom(string instance, string onServer, string inSettings) => new(
        Codes.CompanyDiffers, instance, $"{instance} is the ERP of {onServer}; the settings name {inSettings}.",
        $"Correct {Variables.CompanyName}, {Variables.CompanySiren} and {Variables.CompanyVatNumber}, or the URL of {instance}.");

    private static IEnumerable<Problem> SirenProblems(OwnCompany company)
    {
        if (company.Siren is not { } siren)
        {
            yield break;
        }

        if (!LegalIds.IsSiren(siren))
        {
            yield return new Problem(Codes.SirenMalformed, Variables.CompanySiren, $"“{siren}” is not a SIREN.");
        }
        else if (!LegalIds.HasCheckDigit(siren))
        {
            yield return new Problem(Codes.SirenCheckDigit, Variables.CompanySiren, $"The last digit of {siren} does not fit the others.");
        }
    }

    private static IEnumerable<Problem> VatProblems(OwnCompany company)
    {
        if (company.VatNumber is not { } number)
        {
            yield break;
        }

        if (!VatNumberForm.Fits(number))
        {
            yield return new Problem(Codes.VatNumberMalformed, Variables.CompanyVatNumber, $"“{number}” is not a VAT number.",
                VatNumberForm.Of(number) is { } form ? $"Behind {form.Prefix} come {form.Words}." : "Give it with the two letters of its country first.");
        }
        else if (company.Siren is { } siren && LegalIds.IsSiren(siren) && number.StartsWith("FR", StringComparison.Ordinal) && !number.EndsWith(siren, StringComparison.Ordinal))
        {
            yield return new Problem(Codes.CompanyIdsDiffer, Variables.CompanyVatNumber, $"{number} is the VAT number of another company than the SIREN {siren}.", $"A French VAT number ends with the SIREN: correct it, or {Variables.CompanySiren}.");
        }
    }

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Plain(string? text) => Set(text) is { } set ? LegalIds.Bare(set) : null;
}
