using System.Collections.Frozen;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>Our company, so far as it is known: from the server where the key may read it, else from the settings.</summary>
/// <param name="Company">Its name and legal ids, as far as they are known.</param>
/// <param name="From">What it is known from, for a person.</param>
public sealed record WhoWeAre(NamedParty Company, string From)
{
    /// <summary>A department has no more words than these at one end of a name.</summary>
    private const int MostTaken = 4;

    private static readonly FrozenSet<string> Departments = FrozenSet.ToFrozenSet(
        ["service", "compta", "comptabilite", "comptable", "fournisseurs", "facturation", "factures", "administratif", "accounting", "accounts", "payable", "invoices", "invoicing", "department", "dept", "attn", "buchhaltung", "rechnungswesen", "kreditoren", "administration", "amministrazione", "contabilita", "contabilidad", "administratie"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a party of a document is we: by its legal ids, where these cannot be compared by its names; null where nothing can.</summary>
    public bool? Is(NamedParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return IsById(party) ?? IsByName(party);
    }

    /// <summary>Whether our name or a legal id of ours stands in texts.</summary>
    public bool IsNamedIn(WrittenWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Company.Names.Any(words.Name) || new[] { Company.Siren, Company.VatNumber }.Any(id => id is not null && words.Say(id));
    }

    /// <summary>The SIREN of a company, or that in its French VAT number; null where neither is given.</summary>
    internal static string? SirenOf(NamedParty party) => party.Siren ?? (party.VatNumber is { } vat ? LegalIds.SirenOfVatNumber(vat) : null);

    private bool? IsById(NamedParty party)
    {
        var (siren, theirs, vat) = (SirenOf(Company), SirenOf(party), Company.VatNumber);
        bool?[] compared = [siren is null || theirs is null ? null : siren == theirs, vat is null || party.VatNumber is null || vat[..2] != party.VatNumber[..2] ? null : vat == party.VatNumber];
        return Array.TrueForAll(compared, same => same is null) ? null : Array.Exists(compared, same => same == true);
    }

    private bool? IsByName(NamedParty party) => Company.Names.IsEmpty || party.Names.IsEmpty ? null
        : party.Names.SelectMany(WithoutDepartments).Any(name => Company.Names.Any(ours => PartyNames.AreSame(name, ours) || PartyNames.AreSameCompany(name, ours)));

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
}
