using System.Net;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Gives every request but a GET a content, and notes when the first byte of it leaves. SocketsHttpHandler sends a
/// request without content again by itself when the server drops the connection, so that one DELETE arrives several
/// times; one with content it sends once.
/// </summary>
internal sealed class OnceOnly : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<NotedContent> Noted = new("sent");

    /// <summary>Whether anything of the request can have reached the server. The headers leave with the content, not before.</summary>
    public static bool MayHaveLeft(HttpRequestMessage request) => request.Options.TryGetValue(Noted, out var content) && content.Started;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (request.Method != HttpMethod.Get)
        {
            var content = new NotedContent(request.Content ?? new ByteArrayContent([]));
            request.Content = content;
            request.Options.Set(Noted, content);
        }

        return base.SendAsync(request, cancel);
    }

    private sealed class NotedContent : HttpContent
    {
        private readonly HttpContent inner;

        public NotedContent(HttpContent inner)
        {
            this.inner = inner;
            foreach (var header in inner.Headers)
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        public bool Started { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancel)
        {
            Started = true;
            return this.inner.CopyToAsync(stream, context, cancel);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = this.inner.Headers.ContentLength ?? -1;
            return length >= 0;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                this.inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
