using System.Collections.Concurrent;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// One target, to read, shared by all operations that are looked at together: what they look up goes out in few calls.
/// A resource is registered here, in one line.
/// </summary>
public sealed class SharedReader
{
    /// <summary>Calls under way at once: enough to hide the way there and back and to use a second core, not enough to be a burden.</summary>
    public const int Overlap = 4;

    private readonly Rounds rounds = new(Overlap);
    private readonly ConcurrentDictionary<string, ObjectReads> objects = new(StringComparer.Ordinal);
    private readonly DolibarrReader read;

    public SharedReader(DolibarrReader read)
    {
        this.read = read;
        SupplierInvoices = new SupplierInvoiceReads(read.SupplierInvoices, rounds);
        Documents = new DocumentReads(read.Documents, rounds);
        Currencies = read.Currencies;
        Countries = new CountryReads(read.Countries);
        Products = new ProductReads(read.Products, rounds);
        Dictionaries = new DictionaryReads(read.Dictionaries, rounds);
        BankAccounts = read.BankAccounts;
        Payments = read.Payments;
        CategoryMembers = new CategoryMemberReads(read.CategoryMembers, rounds);
        SupplierPrices = read.SupplierPrices;
    }

    internal SupplierInvoiceReads SupplierInvoices { get; }

    internal DocumentReads Documents { get; }

    internal Currencies Currencies { get; }

    internal CountryReads Countries { get; }

    internal ProductReads Products { get; }

    internal DictionaryReads Dictionaries { get; }

    internal BankAccounts BankAccounts { get; }

    internal Payments Payments { get; }

    internal CategoryMemberReads CategoryMembers { get; }

    internal SupplierPrices SupplierPrices { get; }

    /// <summary>The objects of a resource that is read by its description.</summary>
    internal ObjectReads Objects(Resource resource) => objects.GetOrAdd(resource.Name, _ => new ObjectReads(resource, read.Objects, rounds));

    /// <summary>The same target, for somebody who looks at things alone and at once, whatever others wait for.</summary>
    internal SharedReader Apart() => new(read);

    /// <summary>Looks at every item, together. The results are in the order of the items.</summary>
    public Task<TOut[]> TogetherAsync<TIn, TOut>(IReadOnlyCollection<TIn> items, Func<TIn, Task<TOut>> look) => rounds.TogetherAsync(items, look);
}
