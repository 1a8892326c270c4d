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
        var last = database.Invoices.Values
            .Where(other => other.Ref.StartsWith(prefix, StringComparison.Ordinal) && Number().IsMatch(other.Ref))
            .Select(other => PhpNumber.Integer(other.Ref["SI2611-".Length..]))
            .DefaultIfEmpty(0)
            .Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{invoice.Date:yyMM}-{last + 1:0000}");
    }

    [GeneratedRegex("^S[IAD].{4}-[0-9]")]
    private static partial Regex Number();
}
