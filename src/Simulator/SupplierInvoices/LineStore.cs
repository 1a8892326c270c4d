namespace DolibarrAgent.Simulator;

/// <summary>Writes lines and keeps the invoice's totals up to date, as every write of a line does.</summary>
internal sealed class LineStore(Database database)
{
    private const string Table = "facture_fourn_det";

    public IEnumerable<InvoiceLine> Of(long invoice) =>
        database.Lines.Values.Where(line => line.InvoiceId == invoice).OrderBy(line => line.Rank).ThenBy(line => line.Id);

    public long Add(SupplierInvoice invoice, LineFields fields, bool alone)
    {
        var line = new InvoiceLine(database.NextId(Table), invoice.Id)
        {
            Currency = alone ? database.Options.CompanyCurrency : null,
            SpecialCode = fields.SpecialCode,
            Rank = alone ? fields.Rank : 0,
        };
        Write(invoice, line, fields);
        return line.Id;
    }

    /// <summary>Overwrites a line with what was sent: whatever was not sent becomes nothing.</summary>
    public void Write(SupplierInvoice invoice, InvoiceLine line, LineFields fields)
    {
        var (price, priceWithTax, amounts) = LineArithmetic.Of(fields);
        var isCredit = invoice.Type == SupplierInvoice.CreditNote;
        line = line with
        {
            Description = fields.Description,
            SupplierReference = fields.SupplierReference.Length > 0 ? fields.SupplierReference : line.SupplierReference,
            Quantity = (float)(isCredit ? Math.Abs(fields.Quantity) : fields.Quantity),
            Discount = (float)fields.Discount,
            UnitPrice = isCredit ? -Math.Abs(price) : price,
            UnitPriceWithTax = isCredit ? -Math.Abs(priceWithTax) : priceWithTax,
            CurrencyUnitPrice = price,
            VatRate = fields.VatRate,
            VatCode = fields.VatCode,
            Amounts = isCredit || fields.Quantity < 0 ? amounts.Negative() : amounts,
            CurrencyAmounts = amounts,
            ProductType = fields.ProductType,
            Product = fields.Product ?? line.Product,
            Unit = fields.Unit,
            InfoBits = fields.InfoBits,
            Rank = fields.Rank != 0 ? fields.Rank : line.Rank,
            From = fields.From,
            To = fields.To,
        };
        database.Lines = database.Lines.SetItem(line.Id, line);
        UpdateTotals(invoice.Id);
    }

    public void Remove(InvoiceLine line, long invoice)
    {
        database.Lines = database.Lines.Remove(line.Id);
        UpdateTotals(invoice);
    }

    public void UpdateTotals(long invoice)
    {
        var lines = database.Lines.Values.Where(line => line.InvoiceId == invoice).OrderBy(line => line.Id);
        var rounded = VatRounder.Round(database.Options.Rounding, lines);
        database.Lines = database.Lines.SetItems(rounded.Select(line => KeyValuePair.Create(line.Id, line)));
        var row = database.Invoices[invoice];
        database.Invoices = database.Invoices.SetItem(invoice, row with
        {
            Totals = rounded.Aggregate(Amounts.Zero, (sum, line) => sum + line.Amounts),
            CurrencyTotals = rounded.Aggregate(Amounts.Zero, (sum, line) => sum + line.CurrencyAmounts),
            Modified = database.Now,
        });
    }
}
