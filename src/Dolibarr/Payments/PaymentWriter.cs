namespace DolibarrAgent.Dolibarr;

/// <summary>Enters payments. Dolibarr compares nothing with what is owed, and pays a draft too: look before, and read back.</summary>
internal sealed class PaymentWriter(Caller caller, IWritePayments api)
{
    /// <summary>The number of the new payment on this server.</summary>
    public Task<Answer<long>> PayAsync(long invoice, PaymentBody body, CancellationToken cancel) =>
        caller.SendAsync(token => api.PayAsync(invoice, body, token), Written.NewId, cancel);
}
