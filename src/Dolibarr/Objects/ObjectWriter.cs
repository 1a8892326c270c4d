using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>Writes the objects of every resource that is written by its description. Dolibarr's yes proves nothing: read back.</summary>
internal sealed class ObjectWriter(Caller caller, IWriteObjects api)
{
    /// <summary>The number of the new object on this server.</summary>
    public Task<Answer<long>> CreateAsync(ObjectBody body, CancellationToken cancel) => caller.SendAsync(
        token => api.CreateAsync(RouteOf(body), body, token),
        reply => ApiOf(body.Resource).Below is null ? Written.NewId(reply) : Written.EchoedId(reply),
        cancel);

    /// <summary>Sends the given fields only. What comes back from Dolibarr is an echo of the request and is not used.</summary>
    public Task<Answer<Done>> UpdateAsync(long id, ObjectBody body, CancellationToken cancel) => caller.SendAsync(
        token => api.UpdateAsync(RouteOf(body), id, body, token),
        reply => reply.Read<JsonElement, Done>(Inbound.Default.JsonElement, echo => Written.EchoOf(reply, echo, id)),
        cancel);

    /// <summary>Refused with <see cref="Codes.InUse"/> where Dolibarr says that others refer to it.</summary>
    public Task<Answer<Done>> DeleteAsync(Resource resource, long id, CancellationToken cancel) =>
        caller.SendAsync(token => api.DeleteAsync(ApiOf(resource).Route, id, token), Written.Success, cancel);

    /// <summary>One that stands below another. A bare 1, or -1 where the database refused.</summary>
    public Task<Answer<Done>> DeleteBelowAsync(Resource resource, long owner, long id, CancellationToken cancel) => caller.SendAsync(
        token => api.DeleteAsync(ApiOf(resource).RouteBelow(owner), id, token),
        reply => reply.Read<long?, Done>(Inbound.Default.NullableInt64, done => done == 1
            ? new Answer<Done>.Ok(Done.Now)
            : Unhappy.NothingDone<Done>(reply, $"Dolibarr did not delete the {resource.Title.English}.", "Look at it again.")),
        cancel);

    private static string RouteOf(ObjectBody body) =>
        ApiOf(body.Resource) is var api && api.Below is { } owner ? api.RouteBelow(body.Ids[owner]) : api.Route;

    private static ObjectApi ApiOf(Resource resource) =>
        resource.Api ?? throw new ArgumentException($"A {resource.Name} is not written by its description.", nameof(resource));
}
