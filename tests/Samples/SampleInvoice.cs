using System;
using System.Collections.Generic;
using System.Linq;

namespace DolibarrAgent.Samples;

/// <summary>An invoice of nobody, to be made into a real Factur-X file. Everything that is not stated is computed.</summary>
public sealed record SampleInvoice
{
    /// <summary>The supplier's reference.</summary>
    public required string Number { get; init; }

    /// <summary>380 invoice, 381 credit note, 386 deposit.</summary>
    public string TypeCode { get; init; } = "380";

    /// <summary>The date.</summary>
    public required DateOnly IssueDate { get; init; }

    /// <summary>The due date.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Who asks to be paid.</summary>
    public required SampleParty Seller { get; init; }

    /// <summary>Who pays.</summary>
    public required SampleParty Buyer { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<SampleLine> Lines { get; init; }

    /// <summary>Where to pay.</summary>
    public string? Iban { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>The invoice that a credit note corrects.</summary>
    public string? Corrects { get; init; }

    /// <summary>Sum of the lines.</summary>
    public decimal Net => Lines.Sum(l => l.Net);

    /// <summary>For each rate: its base, and its VAT rounded once.</summary>
    public IReadOnlyList<(decimal Rate, decimal Base, decimal Vat)> VatByRate =>
        [.. Lines.GroupBy(l => l.VatRate).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Sum(l => l.Net), Round(g.Sum(l => l.Net) * g.Key / 100)))];

    /// <summary>Sum of the VAT of the rates.</summary>
    public decimal Vat => VatByRate.Sum(r => r.Vat);

    /// <summary>With VAT.</summary>
    public decimal Gross => Net + Vat;

    /// <summary>Two decimals, halves away from zero.</summary>
    public static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A company of a sample.</summary>
public sealed record SampleParty(string Name, string Siren, string VatId)
{
    /// <summary>Fourteen digits.</summary>
    public string? Siret { get; init; }

    /// <summary>Street and number.</summary>
    public string Street { get; init; } = "1 rue des Exemples";

    /// <summary>Postcode.</summary>
    public string Postcode { get; init; } = "75001";

    /// <summary>City.</summary>
    public string City { get; init; } = "Paris";

    /// <summary>ISO 3166.</summary>
    public string Country { get; init; } = "FR";
}

/// <summary>A line of a sample. <see cref="Unit"/> is UN/ECE recommendation 20.</summary>
public sealed record SampleLine(string Name, decimal Quantity, decimal UnitPrice, decimal VatRate)
{
    /// <summary>How the seller calls the item.</summary>
    public string? SellerItem { get; init; }

    /// <summary>C62 is "one".</summary>
    public string Unit { get; init; } = "C62";

    /// <summary>Quantity times price, rounded.</summary>
    public decimal Net => SampleInvoice.Round(Quantity * UnitPrice);
}
