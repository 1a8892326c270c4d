using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>
/// The numbers of validated invoices: <c>SI2611-0001</c>, <c>SA</c> for credit notes, <c>SD</c> for deposits. Each
/// prefix has one count through all months; the month is that of the invoice's date.
/// </summary>
internal static partial class InvoiceNumbers
{
    public static string Next(Database database, SupplierInvoice invoice)
    {
        var prefix = invoice.Type switch
        {
            SupplierInvoice.CreditNote => "SA",
            SupplierInvoice.Deposit => "SD",
            _ => "SI",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{invoice.Date:yyMM}-{database.Invoices.LastCount(prefix) + 1:0000}");
    }

    /// <summary>The prefix and the count of a reference that is such a number; null where it is not one.</summary>
    public static (string Prefix, long Count)? Read(string reference) =>
        Number().IsMatch(reference) ? (reference[..2], PhpNumber.Integer(reference["SI2611-".Length..])) : null;

    [GeneratedRegex("^S[IAD].{4}-[0-9]")]
    private static partial Regex Number();
}
