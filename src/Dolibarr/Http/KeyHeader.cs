using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>Adds the key, in one header, to requests for its own server over a safe transport, and to no others.</summary>
internal sealed class KeyHeader(Connection connection, ServerKey server) : DelegatingHandler
{
    public const string Name = "DOLAPIKEY";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var url = request.RequestUri ?? throw new InvalidOperationException("A request needs a URL.");
        if (Origin.Of(url) != connection.Server.Origin)
        {
            throw new InvalidOperationException($"The key of {connection.Server} does not go to {url.GetLeftPart(UriPartial.Authority)}.");
        }

        if (url.Scheme != Uri.UriSchemeHttps && !ServerUrl.StaysHere(url))
        {
            throw new InvalidOperationException($"The key of {connection.Server} does not go over plain http.");
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            server.Require("");
        }

        request.Headers.Remove(Name);
        request.Headers.Add(Name, connection.Key.Reveal());
        return base.SendAsync(request, cancel);
    }
}
