using DolibarrAgent.Settings;
using Refit;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Everything that can be read from one Dolibarr, and nothing that writes: its transport refuses any call but GET.
/// Safe for several callers at once. A resource is registered here, in one line.
/// </summary>
public sealed class DolibarrReader : IDisposable
{
    private readonly HttpClient http;
    private readonly ServerKey key;

    private DolibarrReader(Connection connection)
    {
        key = new ServerKey(connection.Pin);
        http = Pipeline.Open(connection, permit: null, key);
        var caller = new Caller(connection);
        Server = connection.Server;
        Status = new Statuses(caller, Api<IReadStatus>());
        Users = new Users(caller, Api<IReadUsers>(), connection.Clock);
        SupplierInvoices = new SupplierInvoices(caller, Api<IReadSupplierInvoices>(), Users);
        Products = new Products(caller, Api<IReadProducts>(), Users);
        Objects = new Objects(caller, Api<IReadObjects>(), Users);
        ThirdParties = new ThirdParties(Objects);
        Documents = new Documents(caller, Api<IReadDocuments>());
        BankAccounts = new BankAccounts(Objects);
        Payments = new Payments(caller, Api<IReadPayments>(), Users);
        CategoryMembers = new CategoryMembers(caller, Api<IReadCategoryMembers>());
        SupplierPrices = new SupplierPrices(caller, Api<IReadProducts>());
        Currencies = new Currencies(caller, Api<IReadCurrencies>());
        Countries = new Countries(caller, Api<IReadCountries>());
        Dictionaries = new Dictionaries(caller, Api<IReadDictionaries>());
        Company = new Companies(caller, Api<IReadCompany>());
        Constants = new Constants(caller, Api<IReadConstants>());
    }

    /// <summary>Where it is.</summary>
    public ServerUrl Server { get; }

    /// <summary>SHA-256 of the public key that the server presented last, in hexadecimal; empty before the first call, and over http.</summary>
    public string TlsKey => key.Seen;

    /// <summary>Who answers.</summary>
    public Statuses Status { get; }

    /// <summary>The key's own user and rights.</summary>
    public Users Users { get; }

    /// <summary>Third parties.</summary>
    public ThirdParties ThirdParties { get; }

    /// <summary>Supplier invoices.</summary>
    public SupplierInvoices SupplierInvoices { get; }

    /// <summary>Products and services.</summary>
    public Products Products { get; }

    /// <summary>Objects of every resource that is read by its description.</summary>
    public Objects Objects { get; }

    /// <summary>Files on objects.</summary>
    public Documents Documents { get; }

    /// <summary>Bank details on file.</summary>
    public BankAccounts BankAccounts { get; }

    /// <summary>Payments of supplier invoices, and the company's own bank accounts.</summary>
    public Payments Payments { get; }

    /// <summary>What is in categories.</summary>
    public CategoryMembers CategoryMembers { get; }

    /// <summary>What is not shown of suppliers' prices.</summary>
    public SupplierPrices SupplierPrices { get; }

    /// <summary>Currencies of invoices, by code.</summary>
    public Currencies Currencies { get; }

    /// <summary>Countries by code.</summary>
    public Countries Countries { get; }

    /// <summary>Terms and means of payment.</summary>
    public Dictionaries Dictionaries { get; }

    /// <summary>The company itself.</summary>
    public Companies Company { get; }

    /// <summary>The server's setup, by name.</summary>
    public Constants Constants { get; }

    /// <summary>Opens a connection to read. Nothing is sent before the first call.</summary>
    public static DolibarrReader Open(Connection connection) => new(connection);

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private T Api<T>() => RestService.ForGenerated<T>(http, Outbound.Refit);
}
