namespace DolibarrAgent.Simulator;

/// <summary>A row of <c>llx_facture_fourn</c>.</summary>
internal sealed record SupplierInvoice(long Id)
{
    public const int CreditNote = 2;
    public const int Deposit = 3;

    public required string Ref { get; init; }

    public required string SupplierReference { get; init; }

    public required long ThirdPartyId { get; init; }

    public required int Type { get; init; }

    public int SubType { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    /// <summary>A PUT can clear it.</summary>
    public required DateOnly? Date { get; init; }

    public DateOnly? DueDate { get; init; }

    public string RefExt { get; init; } = "";

    public string Label { get; init; } = "";

    public string NotePrivate { get; init; } = "";

    public string NotePublic { get; init; } = "";

    public Amounts Totals { get; init; } = Amounts.Zero;

    /// <summary>Another currency than the company's, that the server has; null where the invoice is in the company's own.</summary>
    public ForeignCurrency? Currency { get; init; }

    /// <summary>Units of the invoice's currency for one of the company's.</summary>
    public decimal Rate { get; init; } = 1;

    /// <summary>The same totals in the invoice's currency.</summary>
    public Amounts CurrencyTotals { get; init; } = Amounts.Zero;

    public int Status { get; init; }

    public int Paid { get; init; }

    public long? Author { get; init; }

    public long? Validator { get; init; }

    public long? Source { get; init; }

    public int? ConditionId { get; init; }

    public int? ModeId { get; init; }

    public int VatReverseCharge { get; init; }

    public string? CloseCode { get; init; }

    public string? CloseNote { get; init; }

    public bool IsDraft => Status == 0;

    /// <summary>Whether it still has the number that every draft has until it is validated.</summary>
    public bool HasProvisionalRef => Ref.StartsWith("(PROV", StringComparison.OrdinalIgnoreCase) || Ref.StartsWith("PROV", StringComparison.OrdinalIgnoreCase);
}

/// <summary>An amount without tax, its VAT, and both together.</summary>
internal readonly record struct Amounts(decimal WithoutTax, decimal Vat, decimal WithTax)
{
    public static readonly Amounts Zero = new(0, 0, 0);

    public static Amounts operator +(Amounts left, Amounts right) =>
        new(left.WithoutTax + right.WithoutTax, left.Vat + right.Vat, left.WithTax + right.WithTax);

    /// <summary>All three below zero: what a credit note and a negative quantity make of them.</summary>
    public Amounts Negative() => new(-Math.Abs(WithoutTax), -Math.Abs(Vat), -Math.Abs(WithTax));
}
