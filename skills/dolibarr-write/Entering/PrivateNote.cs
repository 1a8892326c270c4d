using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// What a document says of paying, ordering and delivering and Dolibarr has no field for: one line for each, in the
/// invoice's private note, so that nothing of it is lost. Accounts are not among it: nobody is to pay by a note.
/// </summary>
internal static class PrivateNote
{
    /// <summary>Null where the document says nothing of the kind.</summary>
    public static string? Of(InvoiceFacts facts)
    {
        string?[] lines =
        [
            .. facts.PaymentTerms.Select(terms => Line("Payment terms", terms)),
            .. facts.PaymentMeans.Select(Means).Distinct(),
            Line("Creditor identifier", facts.CreditorId),
            facts.Totals.Prepaid is { } prepaid and not 0 ? $"Already paid by the document: {Decimals.Cents(prepaid)}; due: {Decimals.Cents(facts.Totals.Due)}" : null,
            Line("Order", facts.Related.Order),
            Line("Supplier's order", facts.Related.SalesOrder),
            Line("Contract", facts.Related.Contract),
            Line("Project", facts.Related.Project),
            Line("Buyer reference", facts.Related.Buyer),
            Line("Despatch advice", facts.Related.DespatchAdvice),
            Line("Delivery date", Days.Text(facts.DeliveryDate)),
            facts.Period is { } period ? Line("Period", $"{Days.Text(period.From) ?? "?"} to {Days.Text(period.To) ?? "?"}") : null,
        ];
        var said = lines.OfType<string>().ToList();
        return said.Count == 0 ? null : KeepableText.Prose(string.Join('\n', said));
    }

    private static string? Means(PaymentMeans means)
    {
        string?[] parts =
        [
            means.Code is { } code ? $"{PaymentMeansCodes.NameOf(code) ?? "means"} ({code})" : null,
            means.Text,
            means.Reference is { } reference ? $"reference {reference}" : null,
            means.AccountName is { } holder ? $"account holder {holder}" : null,
            means.Mandate is { } mandate ? $"mandate {mandate}" : null,
            means.DebitedAccount is { } ours ? $"debited from {ours}" : null,
        ];
        var said = parts.OfType<string>().ToList();
        return said.Count == 0 ? null : $"Payment: {KeepableText.Line(string.Join(", ", said))}";
    }

    private static string? Line(string label, string? text) => string.IsNullOrWhiteSpace(text) ? null : $"{label}: {KeepableText.Line(text)}";
}
