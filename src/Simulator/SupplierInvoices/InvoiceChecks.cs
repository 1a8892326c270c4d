namespace DolibarrAgent.Simulator;

/// <summary>What the database refuses of an invoice once its id is drawn: the unique keys, and suppliers that are not there.</summary>
internal sealed class InvoiceChecks(Database database)
{
    /// <summary>What the server says of it; null when the row can be stored.</summary>
    public string? Refuses(SupplierInvoice invoice)
    {
        if (database.Invoices.HasAnotherLike(invoice))
        {
            return "ErrorRefAlreadyExists";
        }

        return database.ThirdParties.ContainsKey(invoice.ThirdPartyId) ? null : NoSupplier(invoice.ThirdPartyId).Text;
    }

    private static SqlError NoSupplier(long id) =>
        new("23503", "insert or update on table \"llx_facture_fourn\" violates foreign key constraint \"fk_facture_fourn_fk_soc\"", "ri_ReportViolation, ri_triggers.c:2596")
        {
            More =
            [
                $"DETAIL:  Key (fk_soc)=({id}) is not present in table \"llx_societe\".",
                "SCHEMA NAME:  public",
                "TABLE NAME:  llx_facture_fourn",
                "CONSTRAINT NAME:  fk_facture_fourn_fk_soc",
            ],
        };
}
