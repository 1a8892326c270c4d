using System.Collections.Frozen;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Our company, so far as it is known: from the server where the key may read it, else from the settings.</summary>
/// <param name="From">What it is known from, for a person.</param>
internal sealed record WhoWeAre(string? Name, string? Siren, string? VatNumber, string From)
{
    /// <summary>A department has no more words than these at one end of a name.</summary>
    private const int MostTaken = 4;

    private static readonly FrozenSet<string> Departments = FrozenSet.ToFrozenSet(
        ["service", "compta", "comptabilite", "comptable", "fournisseurs", "facturation", "factures", "administratif", "accounting", "accounts", "payable", "invoices", "invoicing", "department", "dept", "attn", "buchhaltung", "rechnungswesen", "kreditoren", "administration", "amministrazione", "contabilita", "contabilidad", "administratie"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where nothing is known; refused where server and settings name two companies.</summary>
    public static Result<WhoWeAre?> Of(CompanyProfile? onServer, OwnCompany configured, string instance)
    {
        var server = new WhoWeAre(Set(onServer?.Name), BareOf(onServer?.Siren) ?? SirenOf(onServer?.Siret), BareOf(onServer?.VatNumber), $"{instance}'s setup");
        var (siren, vat) = (BareOf(configured.Siren), BareOf(configured.VatNumber));
        if (AreTwo(server.Siren ?? SirenOfVat(server.VatNumber), siren ?? SirenOfVat(vat)) || AreTwo(server.VatNumber, vat) || (server.Siren ?? server.VatNumber) is null && HaveTwoNames(server.Name, configured.Name))
        {
            return Result.Refused<WhoWeAre?>(new Problem(
                "company-differs", instance, $"{instance} is the ERP of {server.Words}; the settings name {new WhoWeAre(configured.Name, siren, vat, "").Words}.",
                $"Correct {Variables.CompanyName}, {Variables.CompanySiren} and {Variables.CompanyVatNumber}, or the URL of {instance}."));
        }

        var known = new WhoWeAre(server.Name ?? configured.Name, server.Siren ?? siren, server.VatNumber ?? vat, server is { Name: null, Siren: null, VatNumber: null } ? "the settings" : server.From);
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

    private bool? IsByName(Party party) => Name is null || !party.Names.Any() ? null : party.Names.SelectMany(WithoutDepartments).Any(name => PartyNames.AreSame(name, Name) || PartyNames.AreSameCompany(name, Name));

    /// <summary>
    /// What a name may be as it is addressed: <c>Atelier Ponant SAS, service comptabilité</c> is not another company. Such
    /// words may also be part of a name, so it is tried with all of them, with none, and with those at its ends taken off one by one.
    /// </summary>
    private static IEnumerable<string> WithoutDepartments(string name)
    {
        string[] words = name.Split([' ', ',', ';', ':', '-', '–', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var behind = words.Reverse().TakeWhile(IsDepartment).Take(MostTaken).Count();
        var before = words.TakeWhile(IsDepartment).Take(MostTaken).Count();
        return [name, string.Join(' ', words.Where(word => !IsDepartment(word))),
            .. Enumerable.Range(1, behind).Select(taken => string.Join(' ', words.SkipLast(taken))),
            .. Enumerable.Range(1, before).Select(taken => string.Join(' ', words.Skip(taken)))];
    }

    private static bool IsDepartment(string word) => Departments.Contains(PlainLetters.Of(word));

    private static bool AreTwo(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.Ordinal);

    private static bool HaveTwoNames(string? one, string? other) => AreTwo(one, other) && !PartyNames.AreSameCompany(one!, other!);

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? BareOf(string? id) => Set(id) is { } text && LegalIds.Bare(text) is { Length: > 2 } bare ? bare : null;

    private static string? SirenOf(string? siret) => BareOf(siret) is { } bare && LegalIds.IsSiret(bare) ? bare[..LegalIds.SirenLength] : null;

    private static string? SirenOfVat(string? vat) => vat is null ? null : LegalIds.SirenOfVatNumber(vat);
}
