using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Sorts a party's identifiers into SIREN, SIRET, VAT number and the rest, wherever the document puts them: legal
/// organisation, tax registration, party identification, electronic address. A scheme says what an identifier is
/// (ISO 6523, the Peppol list of electronic addresses, and the names that older documents use); without a scheme its
/// form does, where it can be nothing else.
/// </summary>
internal sealed class PartyIdentifiers
{
    private const string SirenScheme = "0002";
    private const string SiretScheme = "0009";
    private const string BelgianEnterprise = "0208";

    // Where a French company is reached (AFNOR XP Z12-013): SIREN, SIREN_SIRET, and more behind it.
    private const string FrenchAddress = "0225";

    private static readonly FrozenSet<string> VatSchemes = FrozenSet.ToFrozenSet(
        [
            "VA", "VAT", "0211", "0213", "9906", "9910", "9914", "9920", "9922", "9923", "9924", "9925", "9926", "9927", "9928", "9929", "9930", "9931", "9932",
            "9933", "9934", "9935", "9936", "9937", "9938", "9939", "9940", "9941", "9942", "9943", "9944", "9945", "9946", "9947", "9948", "9949", "9950", "9951",
            "9952", "9953", "9955", "9957",
        ],
        StringComparer.OrdinalIgnoreCase);

    // Item numbers, places, banks, mailboxes: what looks like a VAT number in one of these is not one.
    private static readonly FrozenSet<string> OtherSchemes = FrozenSet.ToFrozenSet(["0060", "0088", "0204", "9918", "EM", "SEPA"], StringComparer.OrdinalIgnoreCase);

    private readonly List<PartyIdentifier> all = [];
    private readonly List<PartyIdentifier> elsewhere = [];

    /// <summary>ISO 3166: what a number without a scheme is depends on it.</summary>
    public string? Country { get; init => field = value?.ToUpperInvariant(); }

    /// <summary>BT-31 as it is written.</summary>
    public string? VatIdAsWritten { get; set; }

    /// <summary>BT-32.</summary>
    public string? TaxNumber { get; set; }

    /// <summary>The VAT number, bare; null where nothing has the form of one.</summary>
    public string? VatId => (VatIdAsWritten is { } declared ? VatNumberText.NumberIn(declared, Country) : null)
        ?? All.Where(i => IsVatScheme(i.Scheme)).Select(i => VatNumberText.NumberIn(i.Value, Country)).FirstOrDefault(id => id is not null)
        ?? All.Where(i => i.Scheme == BelgianEnterprise).Select(i => VatNumberText.NumberIn("BE" + LegalIds.Bare(i.Value), Country)).FirstOrDefault(id => id is not null)
        ?? All.Where(i => i.Scheme is null || !OtherSchemes.Contains(i.Scheme)).Select(i => VatNumberText.NumberIn(i.Value, null)).OfType<string>().FirstOrDefault(IsVatNumberOfCountry);

    public string? Siret => DeclaredSiret
        ?? (Country is null or "FR" ? Bare(i => i.Scheme is null).FirstOrDefault(id => LegalIds.IsSiret(id) && CheckDigits.IsSirenOrSiret(id)) : null)
        ?? FromAddress(LegalIds.SiretLength);

    /// <summary>Suppliers write their SIRET under 0002 too; its first nine digits are the SIREN.</summary>
    public string? Siren => Bare(i => IsSirenScheme(i.Scheme)).FirstOrDefault(id => LegalIds.IsSiren(id) || LegalIds.IsSiret(id))?[..LegalIds.SirenLength]
        ?? DeclaredSiret?[..LegalIds.SirenLength]
        ?? (VatId is { } vat ? LegalIds.SirenOfVatNumber(vat) : null)
        ?? (Country is null or "FR" ? Bare(i => i.Scheme is null).FirstOrDefault(id => LegalIds.IsSiren(id) && CheckDigits.IsSirenOrSiret(id)) : null)
        ?? Siret?[..LegalIds.SirenLength]
        ?? FromAddress(LegalIds.SirenLength);

    private string? DeclaredSiret => Bare(i => i.Scheme == SiretScheme || EndsWith(i.Scheme, "SIRET")).FirstOrDefault(LegalIds.IsSiret);

    private IEnumerable<PartyIdentifier> All => all.Concat(elsewhere);

    /// <summary>A party with all that its identifiers say.</summary>
    public Party ToParty() => new()
    {
        VatId = VatId,
        VatIdAsWritten = VatIdAsWritten,
        TaxNumber = TaxNumber,
        Siren = Siren,
        Siret = Siret,
        Country = Country,
        Identifiers = [.. all],
    };

    public void Add(string? scheme, string? value) => Add(all, scheme, value);

    /// <summary>An identifier that stands where others are meant: a tax number, an electronic address.</summary>
    public void AddElsewhere(string? scheme, string? value) => Add(elsewhere, scheme, value);

    private static void Add(List<PartyIdentifier> to, string? scheme, string? value)
    {
        if (Compact(value) is { } identifier)
        {
            to.Add(new(scheme is { Length: > 0 } ? scheme : null, identifier));
        }
    }

    /// <summary>Without any kind of space; null where nothing is left.</summary>
    public static string? Compact(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var compact = string.Concat(value.EnumerateRunes().Where(c => !Rune.IsWhiteSpace(c) && !UnseenCharacters.Are(c)));
        return compact.Length == 0 ? null : compact;
    }

    /// <summary>Whether a scheme says that its identifier is a SIREN.</summary>
    internal static bool IsSirenScheme(string? scheme) => scheme == SirenScheme || EndsWith(scheme, "SIREN") || EndsWith(scheme, "SIRENE");

    private static bool IsVatScheme(string? scheme) => scheme is not null && (VatSchemes.Contains(scheme) || EndsWith(scheme, ":VAT"));

    private static bool EndsWith(string? scheme, string end) => scheme?.EndsWith(end, StringComparison.OrdinalIgnoreCase) == true;

    private IEnumerable<string> Bare(Func<PartyIdentifier, bool> wanted) => All.Where(wanted).Select(i => LegalIds.Bare(i.Value));

    // Greece's VAT numbers begin with EL, those of Northern Ireland with XI.
    private bool IsVatNumberOfCountry(string bare) => LegalIds.IsKnownVatNumber(bare)
        && (Country is null || bare.StartsWith(Country, StringComparison.Ordinal) || (Country == "GR" && bare.StartsWith("EL", StringComparison.Ordinal)) || (Country == "GB" && bare.StartsWith("XI", StringComparison.Ordinal)));

    private string? FromAddress(int length) => All.Where(i => i.Scheme == FrenchAddress)
        .SelectMany(i => i.Value.Split('_'))
        .FirstOrDefault(part => part.Length == length && part.All(char.IsAsciiDigit) && CheckDigits.IsSirenOrSiret(part));
}
