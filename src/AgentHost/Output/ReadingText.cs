using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.AgentHost;

/// <summary>A reading as lines for a person.</summary>
internal static class ReadingText
{
    public static string Of(Problem problem) => $"{Shown.Line(problem.Place)}: rejected. {Shown.Line(problem.Message)} {problem.Remedy}";

    public static IEnumerable<string> Lines(Reading reading, CheckContext context)
    {
        var file = Shown.Line(reading.File.Name);
        return reading.Invoices.IsEmpty
            ?
            [
                $"{file}: {reading.Outcome.Word}. {Shown.Line(reading.Outcome.Refusal!.Message)} {Shown.Line(reading.Outcome.Refusal.Remedy)}",
                .. PrintedLines.Of(reading.Outcome),
            ]
            : reading.Invoices.SelectMany(invoice => Lines(file, PreparedInvoice.Of(invoice, context, VatRounding.PerLine)));
    }

    private static IEnumerable<string> Lines(string file, PreparedInvoice prepared)
    {
        var (facts, fit) = (prepared.Invoice.Facts, prepared.Fit);
        yield return $"{file}: {Shown.Line(facts.Number ?? "without number")}, type {Shown.Line(facts.TypeCode ?? "unknown")}, of {Day(facts.IssueDate)}, due {Due(facts)}";
        yield return $"  seller   {Shown.Line(facts.Seller.Name)} ({Ids(facts.Seller)})";
        yield return facts.Buyer is { } buyer ? $"  buyer    {Shown.Line(buyer.Name)} ({Ids(buyer)})" : "  buyer    not given";
        yield return $"  totals   {Amount(facts.Totals.Net)} net, {Amount(facts.Totals.Vat)} VAT, {Amount(facts.Totals.Gross)} gross, {Amount(facts.Totals.Due)} due, {Shown.Line(facts.Currency)}";
        foreach (var account in facts.Accounts)
        {
            yield return $"  account  {Shown.Line(account)}";
        }
        foreach (var line in fit.Lines)
        {
            yield return $"  line     {Decimals.Text(line.Quantity)} × {Decimals.Text(line.UnitPrice)} at {Decimals.Text(line.VatRate)} %  {Shown.Line(line.Description)}";
        }
        yield return $"  Dolibarr {Amount(fit.Predicted.Net)} net, {Amount(fit.Predicted.Vat)} VAT, {Amount(fit.Predicted.Gross)} gross: {(fit.Exact ? "as the document" : "not as the document")}";
        foreach (var difference in fit.Differences)
        {
            yield return $"  differs  {difference.Where}: {Amount(difference.Document)} in the document, {Amount(difference.Dolibarr)} in Dolibarr";
        }
        foreach (var warning in prepared.Warnings)
        {
            yield return $"  {(Stops.Include(warning) ? "STOPS   " : "warning ")} {warning.Code}: {Shown.Line(warning.Text)}";
        }
    }

    private static string Due(InvoiceFacts facts) => !facts.DueDates.IsEmpty
        ? string.Join(", ", facts.DueDates.Select(d => Day(d)))
        : DueDate.Of(facts) is { } due ? $"{Day(due.Day)} by its payment terms" : "not given";

    private static string Ids(Party seller)
    {
        var ids = new[] { ("VAT id", seller.VatId), ("SIREN", seller.Siren), ("SIRET", seller.Siret) }.Where(id => id.Item2 is not null).ToList();
        return ids.Count == 0 ? "no legal id" : string.Join(", ", ids.Select(id => $"{id.Item1} {Shown.Line(id.Item2)}"));
    }

    private static string Day(DateOnly? day) => Days.Text(day) ?? "an unknown date";

    private static string Amount(decimal? amount) => Decimals.Money(amount) ?? "?";
}
