namespace DolibarrAgent.Simulator;

/// <summary>Writes lines and keeps the invoice's totals up to date, as every write of a line does.</summary>
internal sealed class LineStore(Database database)
{
    private const string Table = "facture_fourn_det";

    public IEnumerable<InvoiceLine> Of(long invoice) =>
        database.Lines.Of(invoice).Values.OrderBy(line => line.Rank).ThenBy(line => line.Id);

    /// <summary>The product that a line hangs on; null where it hangs on none, or on one that is not there.</summary>
    public ObjectRow? ProductOf(InvoiceLine line) => line.Product is { } id ? ProductTable.Of(database).GetValueOrDefault(id) : null;

    /// <summary>Adds a line by itself, with the invoice's currency; its id.</summary>
    public long Add(SupplierInvoice invoice, LineFields fields)
    {
        var line = new InvoiceLine(database.NextId(Table), invoice.Id)
        {
            Currency = invoice.Currency?.Code ?? database.Options.CompanyCurrency,
            SpecialCode = fields.SpecialCode,
            Rank = fields.Rank,
        };
        MakeRoom(invoice.Id, fields.Rank);
        Write(invoice, line, invoice.Currency is null ? fields : fields.AddedInCurrency());
        line = database.Lines[line.Id];
        var isCredit = invoice.Type == SupplierInvoice.CreditNote;
        line = line with
        {
            // Here the kind is the one that was sent, also beside a product.
            ProductType = fields.ProductType,
            CurrencyUnitPrice = isCredit ? -Math.Abs(line.CurrencyUnitPrice) : line.CurrencyUnitPrice,
            CurrencyAmounts = isCredit || fields.Quantity < 0 ? line.CurrencyAmounts.Negative() : line.CurrencyAmounts,
        };
        database.Lines = database.Lines.With(line);
        UpdateTotals(invoice.Id);
        return line.Id;
    }

    /// <summary>A line that asks for a rank among the others moves those from there on one back.</summary>
    private void MakeRoom(long invoice, long rank)
    {
        var others = Of(invoice).ToArray();
        if (rank < 1 || rank > others.Length)
        {
            return;
        }

        database.Lines = database.Lines.With(others.Select((line, at) => line with { Rank = at + 1 >= rank ? at + 2 : line.Rank }));
    }

    /// <summary>Adds a line that came inside its invoice: an empty row first, which stays empty when the line is refused.</summary>
    public void AddInside(SupplierInvoice invoice, LineFields fields)
    {
        var line = new InvoiceLine(database.NextId(Table), invoice.Id) { SpecialCode = fields.SpecialCode, IsBare = fields.IsBackwards };
        if (line.IsBare)
        {
            database.Lines = database.Lines.With(line);
            return;
        }

        Write(invoice, line, fields);
    }

    /// <summary>Overwrites a line with what was sent: whatever was not sent becomes nothing.</summary>
    public void Write(SupplierInvoice invoice, InvoiceLine line, LineFields fields)
    {
        fields = fields.At(invoice.Rate);
        var (price, priceWithTax, amounts) = LineArithmetic.Of(fields);
        var (currencyPrice, _, currencyAmounts) = invoice.Currency is null ? (price, priceWithTax, amounts) : LineArithmetic.Of(fields.InCurrency());
        var isCredit = invoice.Type == SupplierInvoice.CreditNote;
        line = line with
        {
            IsBare = false,
            Description = fields.Description,
            SupplierReference = fields.SupplierReference,
            Quantity = (float)(isCredit ? Math.Abs(fields.Quantity) : fields.Quantity),
            Discount = (float)fields.Discount,
            UnitPrice = isCredit ? -Math.Abs(price) : price,
            UnitPriceWithTax = isCredit ? -Math.Abs(priceWithTax) : priceWithTax,
            CurrencyUnitPrice = currencyPrice,
            VatRate = fields.VatRate,
            VatCode = fields.VatCode,
            Amounts = isCredit || fields.Quantity < 0 ? amounts.Negative() : amounts,
            CurrencyAmounts = currencyAmounts,
            ProductType = fields.Product is { } id
                ? PhpNumber.Integer(ProductTable.Of(database).GetValueOrDefault(id)?["fk_product_type"])
                : fields.ProductType,
            Product = fields.Product ?? line.Product,
            Unit = fields.Unit,
            InfoBits = fields.InfoBits,
            Rank = fields.Rank != 0 ? fields.Rank : line.Rank,
            From = fields.From,
            To = fields.To,
        };
        database.Lines = database.Lines.With(line);
        UpdateTotals(invoice.Id);
    }

    public void Remove(InvoiceLine line, long invoice)
    {
        database.Lines = database.Lines.Without(line);
        UpdateTotals(invoice);
    }

    public void UpdateTotals(long invoice)
    {
        var rounded = VatRounder.Round(database.Options.Rounding, database.Lines.Of(invoice).Values);
        database.Lines = database.Lines.With(rounded);
        var row = database.Invoices[invoice];
        database.Invoices = database.Invoices.With(row with
        {
            Totals = rounded.Aggregate(Amounts.Zero, (sum, line) => sum + line.Amounts),
            CurrencyTotals = rounded.Aggregate(Amounts.Zero, (sum, line) => sum + line.CurrencyAmounts),
            Modified = database.Now,
        });
    }
}
