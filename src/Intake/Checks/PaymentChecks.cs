using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What is already paid, and to which account the rest is to go.</summary>
internal static class PaymentChecks
{
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts)
    {
        if (facts.Totals.Prepaid is { } prepaid && prepaid != 0)
        {
            yield return new("prepaid", $"{Text(prepaid)} is stated as already paid; Dolibarr has no field for it, due is {Text(facts.Totals.Due)}.", "BT-113");
        }

        foreach (var account in facts.Accounts.Distinct())
        {
            if (IbanForm.OfDocument(account) is not { } iban || !IbanForm.HasCheckDigits(iban))
            {
                yield return new("iban-check-digits", $"The account “{account}” is not an IBAN with right check digits.", "BT-84");
            }
        }
    }

    private static string Text(decimal? amount) => Decimals.AsWritten(amount) ?? "not given";
}
