using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>A value that stands on a row, whatever it means there.</summary>
internal abstract record PageToken
{
    private PageToken()
    {
    }

    /// <summary>Its first character in the row's text.</summary>
    public required int Start { get; init; }

    /// <summary>How many characters of the row's text it takes.</summary>
    public required int Length { get; init; }

    /// <summary>The first character behind it.</summary>
    public int End => Start + Length;

    /// <summary>Where it stands.</summary>
    public required PagePlace Place { get; init; }

    /// <summary>Whether it was read without doubt: a word that is doubtful, or that was recognised and cannot be checked, is not.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>A number. Where the writing leaves open which one, all that it can be: <c>5 160,00</c> may be a quantity beside an
    /// amount.</summary>
    /// <param name="Readings">The likeliest first.</param>
    /// <param name="Decimals">How many digits stand behind the decimal sign.</param>
    /// <param name="Currency">The code or sign beside it; null where there is none.</param>
    public sealed record Number(ImmutableArray<decimal> Readings, int Decimals, string? Currency) : PageToken
    {
        /// <summary>How many of the readings take all of it; the others take it for two numbers.</summary>
        public int Whole { get; init; }

        /// <summary>What it can be.</summary>
        /// <param name="isWhole">Whether to take all of it as one number.</param>
        public IEnumerable<decimal> Of(bool isWhole) => isWhole ? Readings.Take(Whole) : Readings;
    }

    /// <summary>A percentage.</summary>
    public sealed record Percent(decimal Value) : PageToken;

    /// <summary>A day; two where it can be read in two ways.</summary>
    public sealed record Day(ImmutableArray<DateOnly> Readings) : PageToken;

    /// <summary>An account number of the form of an IBAN, with the length of its country.</summary>
    public sealed record Iban(string Value) : PageToken;

    /// <summary>A VAT number with the form of its country, or the number of a company: bare.</summary>
    public sealed record LegalId(string Value, LegalIdKind Kind) : PageToken
    {
        /// <summary>Whether its check digits hold; null where it carries none that are known.</summary>
        public bool? HoldsCheckDigits => Kind == LegalIdKind.VatNumber ? VatDigits.Hold(Value) : CheckDigits.IsSirenOrSiret(Value);
    }
}

/// <summary>Which register an id is of.</summary>
internal enum LegalIdKind
{
    /// <summary>A VAT number, its country first.</summary>
    VatNumber,

    /// <summary>Nine digits.</summary>
    Siren,

    /// <summary>Fourteen digits, the first nine of which are the SIREN.</summary>
    Siret,
}
