using System.Text;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Dolibarr;

/// <summary>Logs each call once: method, path, status, duration, tries. Queries and masked bodies at debug level. Never a header, never the key.</summary>
internal sealed class CallLog(Connection connection) : DelegatingHandler
{
    private const int LongestBody = 16_384;

    private readonly ILogger log = connection.Log;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        await LogBodyAsync("Sending", request, request.Content, cancel);
        var start = connection.Clock.GetTimestamp();
        var outcome = "no answer";
        try
        {
            var response = await base.SendAsync(request, cancel);
            outcome = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await LogBodyAsync("Received", request, response.Content, cancel);
            return response;
        }
        finally
        {
            var took = connection.Clock.GetElapsedTime(start);
            log.LogInformation(
                "{Method} {Path} {Status} in {Milliseconds} ms, tries {Tries}",
                request.Method.Method, connection.Key.RedactFrom(request.RequestUri!.AbsolutePath), outcome, (long)took.TotalMilliseconds, Tries.Of(request));
        }
    }

    private async Task LogBodyAsync(string what, HttpRequestMessage request, HttpContent? content, CancellationToken cancel)
    {
        if (!log.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        var body = content is null ? "" : Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancel));
        var masked = Masking.Mask(body);
        log.LogDebug(
            "{What} {Method} {PathAndQuery} {Body}",
            what,
            request.Method.Method,
            connection.Key.RedactFrom(request.RequestUri!.PathAndQuery),
            connection.Key.RedactFrom(masked.Length <= LongestBody ? masked : $"{masked[..LongestBody]}… ({masked.Length - LongestBody} more characters)"));
    }
}
