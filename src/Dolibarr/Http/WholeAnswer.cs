using System.Buffers;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Reads an answer to its end, within the limit, before anyone looks at it: so a body that breaks off counts as no
/// answer, is covered by the timeout of the try, and a read can be tried again.
/// </summary>
internal sealed class WholeAnswer(int largest) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var response = await base.SendAsync(request, cancel);
        try
        {
            var body = await ReadAsync(response.Content, cancel);
            var whole = new AnswerBody(body);
            whole.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content.Dispose();
            response.Content = whole;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > largest)
        {
            throw new AnswerTooLargeException(largest);
        }

        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var buffer = new MemoryStream();
        // A few kilobytes are asked for many times; a buffer of its own for each would be most of what a replay allocates.
        var chunk = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(chunk, cancel)) > 0)
            {
                if (buffer.Length + read > largest)
                {
                    throw new AnswerTooLargeException(largest);
                }

                buffer.Write(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return buffer.ToArray();
    }
}

/// <summary>The whole body of an answer, in memory.</summary>
internal sealed class AnswerBody(byte[] bytes) : ByteArrayContent(bytes)
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public static ReadOnlyMemory<byte> Of(HttpResponseMessage response) => ((AnswerBody)response.Content).Bytes;
}

/// <summary>An answer over the limit. Becomes an unanswered call.</summary>
internal sealed class AnswerTooLargeException(int limit) : Exception($"The answer is larger than {limit} bytes.");
