using Refit;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Everything that can be written to one Dolibarr. Opened with a permit for its origin; the transport checks it again
/// on every call. A resource that can be written is registered here, in one line.
/// </summary>
internal sealed class DolibarrWriter : IDisposable
{
    private readonly HttpClient http;

    private DolibarrWriter(Connection connection, WritePermit permit)
    {
        http = Pipeline.Open(connection, permit);
        var caller = new Caller(connection);
        SupplierInvoices = new SupplierInvoiceWriter(caller, Api<IWriteSupplierInvoices>());
        Objects = new ObjectWriter(caller, Api<IWriteObjects>());
        Documents = new DocumentWriter(caller, Api<IWriteDocuments>());
        Payments = new PaymentWriter(caller, Api<IWritePayments>());
        CategoryMembers = new CategoryMemberWriter(caller, Api<IWriteCategoryMembers>());
        SupplierPrices = new SupplierPriceWriter(caller, Api<IWriteSupplierPrices>());
    }

    public SupplierInvoiceWriter SupplierInvoices { get; }

    public ObjectWriter Objects { get; }

    public DocumentWriter Documents { get; }

    public PaymentWriter Payments { get; }

    public CategoryMemberWriter CategoryMembers { get; }

    public SupplierPriceWriter SupplierPrices { get; }

    /// <summary>Opens a connection to write where the permit says. Nothing is sent before the first call.</summary>
    public static DolibarrWriter Open(Connection connection, WritePermit permit) => new(connection, permit);

    public void Dispose() => http.Dispose();

    private T Api<T>() => RestService.ForGenerated<T>(http, Outbound.Refit);
}
