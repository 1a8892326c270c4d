namespace DolibarrAgent.Resources;

/// <summary>What a field's text means, and so how two of its values are compared.</summary>
public enum FieldType
{
    /// <summary>One line of text. Dolibarr trims it, makes one blank of several, and drops quotation marks and tags.</summary>
    Line,

    /// <summary>Text of several lines, which Dolibarr keeps as HTML.</summary>
    Prose,

    /// <summary>A phone number. Dolibarr takes its blanks and points away.</summary>
    Phone,

    Email,

    /// <summary>A web address. Dolibarr takes <c>http://</c> off and puts the host in small letters.</summary>
    Url,

    /// <summary>An identifier that is written with and without blanks.</summary>
    Identifier,

    /// <summary>A reference that people give: Dolibarr replaces all but letters, digits and some marks, so no others are sent.</summary>
    Code,

    /// <summary>Nine digits, however they are spaced.</summary>
    Siren,

    /// <summary>Fourteen digits, however they are spaced.</summary>
    Siret,

    /// <summary>A VAT number of the form that its country gives it, however it is spaced.</summary>
    VatNumber,

    /// <summary>An IBAN, with its check digits right (ISO 13616): Dolibarr takes any text for one, and money would go there.</summary>
    Iban,

    /// <summary><c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary>Money with two decimals, as text.</summary>
    Amount,

    /// <summary>A unit price with up to five decimals, as text.</summary>
    Price,

    /// <summary>As text, with no more digits and decimals than Dolibarr keeps (<see cref="Quantities"/>).</summary>
    Quantity,

    /// <summary>A percentage, as text.</summary>
    Rate,

    /// <summary>Units of a currency for one of another, as text; Dolibarr keeps eight decimals.</summary>
    ExchangeRate,
    Flag,

    /// <summary>One of a closed list of words.</summary>
    Choice,

    /// <summary>Six hexadecimal digits. Dolibarr takes any text, and shows no color for it.</summary>
    Color,

    /// <summary>A country by its code, ISO 3166 alpha-2.</summary>
    Country,

    /// <summary>Another object.</summary>
    Reference,

    /// <summary>Rows with fields of their own.</summary>
    Rows,
}
