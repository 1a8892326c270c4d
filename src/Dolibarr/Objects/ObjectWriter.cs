using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>Writes the objects of every resource that is written by its description. Dolibarr's yes proves nothing: read back.</summary>
internal sealed class ObjectWriter(Caller caller, IWriteObjects api)
{
    /// <summary>The number of the new object on this server.</summary>
    public Task<Answer<long>> CreateAsync(ObjectBody body, CancellationToken cancel) =>
        caller.SendAsync(token => api.CreateAsync(RouteOf(body.Resource), body, token), Written.NewId, cancel);

    /// <summary>Sends the given fields only. What comes back from Dolibarr is an echo of the request and is not used.</summary>
    public Task<Answer<Done>> UpdateAsync(long id, ObjectBody body, CancellationToken cancel) => caller.SendAsync(
        token => api.UpdateAsync(RouteOf(body.Resource), id, body, token),
        reply => reply.Read<JsonElement, Done>(Inbound.Default.JsonElement, echo => Written.EchoOf(reply, echo, id)),
        cancel);

    /// <summary>Refused with <see cref="Codes.InUse"/> where Dolibarr says that others refer to it.</summary>
    public Task<Answer<Done>> DeleteAsync(Resources.Resource resource, long id, CancellationToken cancel) =>
        caller.SendAsync(token => api.DeleteAsync(RouteOf(resource), id, token), Written.Success, cancel);

    private static string RouteOf(Resources.Resource resource) => resource.Api?.Route ?? throw new ArgumentException($"A {resource.Name} is not written by its description.", nameof(resource));
}
