using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>The words by which a text says that it is about paying: "by" and "until" alone may be about a delivery.</summary>
internal static partial class PaymentWords
{
    /// <summary>Whether one of them is in a text in small letters without accents.</summary>
    public static bool Pay(string text) => Paying().IsMatch(text);

    [GeneratedRegex(@"\bdue\b|echeance|date limite|payable|paiement|regl|prelev|\bpay|debited|collected|zahl|fallig|eingezogen|abgebucht|uberweis|vencim|\bpago|scaden|pagam|addebit|vervald|betal|incasso|afgeschreven")]
    private static partial Regex Paying();
}
