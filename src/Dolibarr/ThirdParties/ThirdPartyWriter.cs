using System.Text.Json;

namespace DolibarrAgent.Dolibarr;

/// <summary>Writes third parties. Dolibarr's yes proves nothing: read back.</summary>
internal sealed class ThirdPartyWriter(Caller caller, IWriteThirdParties api)
{
    /// <summary>The number of the new third party on this server.</summary>
    public Task<Answer<long>> CreateAsync(NewThirdParty thirdParty, CancellationToken cancel) =>
        caller.SendAsync(token => api.CreateAsync(thirdParty.ToBody(), token), Written.NewId, cancel);

    /// <summary>Sends the given fields only. What comes back from Dolibarr is an echo of the request and is not used.</summary>
    public Task<Answer<Done>> UpdateAsync(long id, ThirdPartyChange change, CancellationToken cancel) => caller.SendAsync(
        token => api.UpdateAsync(id, change.ToBody(), token),
        reply => reply.Read<JsonElement, Done>(Inbound.Default.JsonElement, echo => Written.EchoOf(reply, echo, id)),
        cancel);

    /// <summary>Refused with <see cref="ErrorCodes.InUse"/> where other objects refer to it.</summary>
    public Task<Answer<Done>> DeleteAsync(long id, CancellationToken cancel) =>
        caller.SendAsync(token => api.DeleteAsync(id, token), Written.Success, cancel);
}
