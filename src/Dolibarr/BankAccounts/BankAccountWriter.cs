using System.Text.Json;

namespace DolibarrAgent.Dolibarr;

/// <summary>Writes bank details. Dolibarr checks nothing of them, and what it answers is an echo of the request: read back.</summary>
internal sealed class BankAccountWriter(Caller caller, IWriteBankAccounts api)
{
    public Task<Answer<Done>> CreateAsync(long thirdParty, BankAccountBody body, CancellationToken cancel) => caller.SendAsync(
        token => api.CreateAsync(thirdParty, body, token),
        reply => reply.Read<JsonElement, Done>(Inbound.Default.JsonElement, echo => echo.ValueKind == JsonValueKind.Object && echo.TryGetProperty("id", out _)
            ? new Answer<Done>.Ok(Done.Now)
            : Unhappy.NotUnderstood<Done>(reply, "not the bank details that were written")),
        cancel);

    /// <summary>Sends the given fields only.</summary>
    public Task<Answer<Done>> UpdateAsync(long thirdParty, long id, BankAccountBody body, CancellationToken cancel) => caller.SendAsync(
        token => api.UpdateAsync(thirdParty, id, body, token),
        reply => reply.Read<JsonElement, Done>(Inbound.Default.JsonElement, echo => Written.EchoOf(reply, echo, id)),
        cancel);

    /// <summary>A bare 1, or -1 where the database refused.</summary>
    public Task<Answer<Done>> DeleteAsync(long thirdParty, long id, CancellationToken cancel) => caller.SendAsync(
        token => api.DeleteAsync(thirdParty, id, token),
        reply => reply.Read<long?, Done>(Inbound.Default.NullableInt64, done => done == 1
            ? new Answer<Done>.Ok(Done.Now)
            : Unhappy.NothingDone<Done>(reply, "Dolibarr did not delete the bank details.", "Look at the third party's bank details again.")),
        cancel);
}
