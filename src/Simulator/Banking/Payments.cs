using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>
/// Payments of supplier invoices, each with its line on a bank account. Nothing is compared with what is owed, a draft is
/// paid too, and none is deleted by a call. Where the module Multicurrency is on, the amount that is sent is not used: each
/// pays the whole invoice.
/// </summary>
internal sealed class Payments(Database database)
{
    private const string Source = "api_supplier_invoices.class.php:";
    private const int LongestNumber = 50;

    private static readonly RefusalLines ToList = new(476, 479, 483, "Invoice not found");
    private static readonly RefusalLines ToPay = new(524, 527, 532, "Invoice not found");

    private readonly InvoiceAccess access = new(database);
    private readonly PaymentDictionaries dictionaries = new(database);

    private bool IsMulticurrencyOn => !database.Options.Currencies.IsEmpty;

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "supplierinvoices/{id}/payments", List),
        new("POST", "supplierinvoices/{id}/payments", Pay)
        {
            Required = ["datepaye", "payment_mode_id", "closepaidinvoices", "accountid"],
            Numbers = ["payment_mode_id", "accountid"],
        },
    ];

    private Reply List(ApiCall call)
    {
        var (invoice, refusal) = access.Find(call, Rights.ReadInvoices, ToList);
        return invoice is null
            ? refusal!
            : new Reply.Json(new JsonArray([.. database.Bank.PaymentsOf(invoice.Id).Select(View)]));
    }

    private Reply Pay(ApiCall call)
    {
        if (!PhpNumber.IsNumeric(call.Sent("datepaye")!, out var seconds))
        {
            var now = database.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return new Reply.Refused(
                400, $"Invalid value specified for `datepaye`. Expecting unix timestamp, such as {now}",
                    "Validator.php:507", Stage.Validate);
        }

        var (invoice, refusal) = access.Find(call, Rights.WriteInvoices, ToPay);
        if (invoice is null)
        {
            return refusal!;
        }

        var paid = database.Bank.PaymentsOf(invoice.Id).Sum(payment => payment.Amount);
        var asked = PhpNumber.Total(PhpNumber.Price(call.Sent("amount")));
        var amount = IsMulticurrencyOn ? invoice.CurrencyTotals.WithTax : asked > 0 ? asked : invoice.Totals.WithTax - paid;
        if (amount == 0)
        {
            return Failed("ErrorTotalIsNull");
        }

        var number = call.Sent("num_payment") ?? "";
        if (number.Length > LongestNumber)
        {
            return Failed(SqlError.TooLong(LongestNumber).Text);
        }

        // A sequence goes on whatever becomes of the row.
        var id = database.NextId("paiementfourn");
        if (!database.Bank.Accounts.TryGetValue(PhpNumber.Integer(call.Sent("accountid")), out var account))
        {
            return NotBooked("ThisIdNotDefined");
        }

        if (dictionaries.TypeOf((int)PhpNumber.Integer(call.Sent("payment_mode_id"))) is not { } means)
        {
            return NotBooked("OperNotDefined");
        }

        var time = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        var line = new BankLine(database.NextId("bank"), account.Id)
        {
            Date = DateOnly.FromDateTime(time.UtcDateTime),
            Amount = -amount,
            Label = "(SupplierInvoicePayment)",
            Means = means["code"]!.GetValue<string>(),
            Number = number.Length > 0 ? number : null,
            Issuer = call.Sent("chqemetteur") is { Length: > 0 } issuer ? issuer : null,
            Created = database.Now,
            CreatedBy = call.User.Id,
            PaymentId = id,
            ThirdPartyId = invoice.ThirdPartyId,
        };
        var payment = new Payment(id, invoice.Id)
        {
            Ref = Next(time),
            Date = time,
            Amount = amount,
            Means = line.Means,
            Number = number,
            BankLineId = line.Id,
        };
        database.Bank = database.Bank with
        {
            Lines = database.Bank.Lines.Add(line.Id, line),
            Payments = database.Bank.Payments.Add(id, payment),
        };
        Close(invoice, call, paid + amount);
        return new Reply.Json(id);
    }

    /// <summary>An invoice of which nothing is left to pay is paid, where the call asks for it.</summary>
    private void Close(SupplierInvoice invoice, ApiCall call, decimal paid)
    {
        if (call.Sent("closepaidinvoices") == "yes" && paid == invoice.Totals.WithTax && invoice.Paid == 0)
        {
            database.Invoices = database.Invoices.With(invoice with { Status = 2, Paid = 1, Modified = database.Now });
        }
    }

    /// <summary>The next number: the count goes on through all months, the month is that of the payment.</summary>
    private string Next(DateTimeOffset date)
    {
        var last = database.Bank.Payments.Values.Select(payment => PhpNumber.Integer(payment.Ref[^4..])).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"SPAY{date.UtcDateTime:yyMM}-{last + 1:0000}");
    }

    private static Reply.Refused Failed(string why) => new(400, $"Payment error : {why}", Source + "581");

    private static Reply.Refused NotBooked(string why) => new(400, $"Add payment to bank error : {why}", Source + "588");

    private static JsonObject View(Payment payment) => new()
    {
        ["amount"] = PgText.Amount(payment.Amount),
        ["type"] = payment.Means,
        ["typeline"] = "payment",
        ["date"] = PhpDate.Sql(payment.Date),
        ["num"] = payment.Number,
        ["ref"] = payment.Ref,
        ["fk_bank_line"] = payment.BankLineId.ToString(CultureInfo.InvariantCulture),
    };
}
