using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Every resource that is simulated, in one list.</summary>
internal static class Resources
{
    public static ImmutableArray<Route> Routes(Database database) =>
    [
        .. new ServerStatus(database).Routes,
        .. new Setup(database).Routes,
        .. new PaymentDictionaries(database).Routes,
        .. new Currencies(database).Routes,
        .. UserResource.Routes,
        .. new ThirdPartyReading(database).Routes,
        .. new ThirdPartyWriting(database).Routes,
        .. new BankAccountResource(database).Routes,
        .. new ObjectResource(database, ContactTable.Table).Routes,
        .. new PurchasePrices(database).Routes,
        .. new ObjectResource(database, ProductTable.Table).Routes,
        .. new ObjectResource(database, CategoryTable.Table).Routes,
        .. new CategoryMemberResource(database).Routes,
        .. new InvoiceReading(database).Routes,
        .. new InvoiceWriting(database).Routes,
        .. new InvoiceStatus(database).Routes,
        .. new InvoiceLineResource(database).Routes,
        .. new OwnAccounts(database).Routes,
        .. new Payments(database).Routes,
        .. new DocumentReading(database).Routes,
        .. new DocumentWriting(database).Routes,
    ];
}
