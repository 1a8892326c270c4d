using System.Diagnostics.CodeAnalysis;

namespace DolibarrAgent.Benchmarks;

/// <summary>A Dolibarr with a key that may write there.</summary>
/// <param name="Root">Its root; the API is below it.</param>
internal sealed record Server(Uri Root, string Key)
{
    /// <summary>A client without any of the product's care. It follows the platform's defaults, but asks no proxy.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handler.")]
    public HttpClient Bare()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }, disposeHandler: true)
        {
            BaseAddress = new Uri($"{Root.AbsoluteUri.TrimEnd('/')}/api/index.php/"),
            Timeout = TimeSpan.FromMinutes(2),
        };
        client.DefaultRequestHeaders.Add("DOLAPIKEY", Key);
        return client;
    }
}
