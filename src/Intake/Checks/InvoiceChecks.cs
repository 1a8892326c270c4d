namespace DolibarrAgent.Intake;

/// <summary>What a careful clerk would notice in one document by itself. All are warnings; <see cref="Stops"/> says which of them stop.</summary>
public static class InvoiceChecks
{
    /// <summary>Every warning that the document by itself gives reason for.</summary>
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts, CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. HeaderChecks.Of(facts, context),
            .. PartyChecks.Of(facts),
            .. PaymentChecks.Of(facts),
            .. TotalsChecks.Of(facts),
            .. NoVatChecks.Of(facts),
            .. TextChecks.Of(facts),
            .. PeriodChecks.Of(facts),
        ];
    }
}
