using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Stands in every pipeline and lets a request pass only when it is a GET, or when the connection was opened with a
/// permit for the very origin that the request goes to. A read-only key does not protect: Dolibarr stores
/// uploads from a user who may only read.
/// </summary>
internal sealed class WriteGate(WritePermit? permit) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
        request.Method == HttpMethod.Get || Allows(request.RequestUri)
            ? base.SendAsync(request, cancel)
            : throw new WriteRefusedException(request.Method, request.RequestUri);

    private bool Allows(Uri? url) => permit is not null && url is not null && permit.Origin == Origin.Of(url);
}

/// <summary>A write that was stopped here; nothing was sent. Becomes a refused answer.</summary>
internal sealed class WriteRefusedException(HttpMethod method, Uri? url)
    : Exception($"{method} {url?.AbsolutePath} was not sent: this connection may only read {url?.GetLeftPart(UriPartial.Authority)}.");
