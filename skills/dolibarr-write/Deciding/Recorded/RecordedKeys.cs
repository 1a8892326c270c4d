using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// By what a recorded changeset is looked for in the index. A key only points: two things may share one, and whoever
/// follows it compares with what the changeset itself says.
/// </summary>
internal static class RecordedKeys
{
    /// <summary>All keys of a changeset.</summary>
    public static ImmutableArray<long> Of(RecordedChangeset changeset) =>
    [
        .. changeset.Invoices.SelectMany(invoice => OfNumber(invoice.NumberKey, invoice.Supplier).Concat(OfDay(invoice.Date, invoice.Gross, invoice.Supplier)))
            .Concat(changeset.Brought.Select(OfBlob)).Concat(changeset.TakenBack.Select(OfTakenBack)).Append(OfId(changeset.Id)).Distinct(),
    ];

    public static long OfId(string changeset) => Hash($"id/{changeset}");

    /// <summary>A mail or file that it rests on.</summary>
    public static long OfBlob(string sha256) => Hash($"blob/{sha256}");

    /// <summary>What it deletes again, by its marker.</summary>
    public static long OfTakenBack(string marker) => Hash($"back/{marker}");

    /// <summary>An invoice by its number, one key for each id that its supplier is known by.</summary>
    public static IEnumerable<long> OfNumber(string numberKey, SupplierIds supplier) => supplier.Keys.Select(id => Hash($"number/{id}/{numberKey}"));

    /// <summary>An invoice by its day and amount.</summary>
    public static IEnumerable<long> OfDay(DateOnly? day, decimal? gross, SupplierIds supplier) =>
        supplier.Keys.Select(id => Hash($"day/{id}/{Days.Text(day)}/{Decimals.Text(gross)}"));

    private static long Hash(string key) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
