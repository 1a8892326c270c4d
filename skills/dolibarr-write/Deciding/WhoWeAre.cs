using System.Collections.Frozen;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Our company, so far as it is known: from the server where the key may read it, else from the settings.</summary>
/// <param name="From">What it is known from, for a person.</param>
internal sealed record WhoWeAre(string? Name, string? Siren, string? VatNumber, string From)
{
    private static readonly FrozenSet<string> Departments = FrozenSet.ToFrozenSet(
        ["service", "compta", "comptabilite", "comptable", "fournisseurs", "facturation", "factures", "administratif", "accounting", "accounts", "payable", "invoices", "invoicing", "department", "dept", "attn", "buchhaltung", "rechnungswesen", "kreditoren", "administration", "amministrazione", "contabilita", "contabilidad", "administratie"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where nothing is known; refused where server and settings name two companies.</summary>
    public static Result<WhoWeAre?> Of(CompanyProfile? onServer, OwnCompany configured, string instance)
    {
        var server = new WhoWeAre(Set(onServer?.Name), BareOf(onServer?.Siren) ?? SirenOf(onServer?.Siret), BareOf(onServer?.VatNumber), $"{instance}'s setup");
        var (siren, vat) = (BareOf(configured.Siren), BareOf(configured.VatNumber));
        if (Differ(server.Siren, siren) || Differ(server.VatNumber, vat) || (server.Siren ?? server.VatNumber) is null && Differ(server.Name, configured.Name))
        {
            return Result.Refused<WhoWeAre?>(new Problem(
                "company-differs", instance, $"{instance} is the ERP of {server.Words}; the settings name {new WhoWeAre(configured.Name, siren, vat, "").Words}.",
                $"Correct {Variables.CompanyName}, {Variables.CompanySiren} and {Variables.CompanyVatNumber}, or the URL of {instance}."));
        }

        var known = new WhoWeAre(server.Name ?? configured.Name, server.Siren ?? siren, server.VatNumber ?? vat, onServer is null ? "the settings" : server.From);
        return Result.Ok(known is { Name: null, Siren: null, VatNumber: null } ? null : known);
    }

    /// <summary>For a person.</summary>
    public string Words => string.Join(", ", new[] { Name is null ? null : $"'{Name}'", Siren is null ? null : $"SIREN {Siren}", VatNumber is null ? null : $"VAT {VatNumber}" }.OfType<string>());

    /// <summary>Whether a party of a document is we: by its legal ids, where these cannot be compared by its names; null where nothing can.</summary>
    public bool? Is(Party party) => IsById(party) ?? IsByName(party);

    private bool? IsById(Party party)
    {
        var (siren, theirs) = (Siren ?? SirenOfVat(VatNumber), party.Siren);
        bool?[] compared = [siren is null || theirs is null ? null : siren == theirs, VatNumber is null || party.VatId is null || VatNumber[..2] != party.VatId[..2] ? null : VatNumber == party.VatId];
        return Array.TrueForAll(compared, same => same is null) ? null : Array.Exists(compared, same => same == true);
    }

    private bool? IsByName(Party party) => Name is null || !party.Names.Any() ? null : party.Names.Select(WithoutDepartment).Any(name => PartyNames.AreSame(name, Name) || PartyNames.AreSameCompany(name, Name));

    /// <summary>A name as it is addressed: <c>Atelier Ponant SAS, service comptabilité</c> is not another company.</summary>
    private static string WithoutDepartment(string name) =>
        string.Join(' ', name.Split([' ', ',', ';', ':', '-', '–', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Departments.Contains(PlainLetters.Of(word))));

    private static bool Differ(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.Ordinal) && !PartyNames.AreSameCompany(one, other);

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? BareOf(string? id) => Set(id) is { } text && LegalIds.Bare(text) is { Length: > 2 } bare ? bare : null;

    private static string? SirenOf(string? siret) => BareOf(siret) is { } bare && LegalIds.IsSiret(bare) ? bare[..LegalIds.SirenLength] : null;

    private static string? SirenOfVat(string? vat) => vat is null ? null : LegalIds.SirenOfVatNumber(vat);
}
