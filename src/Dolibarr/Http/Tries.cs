using System.Globalization;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Time limits for every call, another try for a read that met a passing fault, and patience with a database that is away. A
/// write has one try, whatever happens.
/// </summary>
internal sealed class Tries : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<int> Count = new("tries");
    private static readonly HttpRequestOptionsKey<bool> Known = new("key worked before");

    private readonly Connection connection;
    private readonly HttpLimits limits;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline<HttpResponseMessage> reads;
    private readonly ResiliencePipeline<HttpResponseMessage> writes;

    // Set by calls that overlap: whichever comes last, it is true of a moment ago.
    private volatile bool keyWorked;
    private volatile bool told;

    public Tries(Connection connection)
    {
        (this.connection, limits, clock) = (connection, connection.Limits, connection.Clock);
        reads = ForReads();
        writes = Builder().AddTimeout(limits.Write).Build();
    }

    /// <summary>How often the request was sent.</summary>
    public static int Of(HttpRequestMessage request) => request.Options.TryGetValue(Count, out var tries) ? tries : 0;

    /// <summary>Whether the key had been accepted on this connection when the request was refused for its key.</summary>
    public static bool KeyHadWorked(HttpRequestMessage? request) => request is not null && request.Options.TryGetValue(Known, out var known) && known;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var pipeline = request.Method == HttpMethod.Get ? reads : writes;
        return await pipeline.ExecuteAsync(
            async token =>
            {
                request.Options.Set(Count, Of(request) + 1);
                request.Options.Set(Known, keyWorked);
                return Heard(await base.SendAsync(request, token));
            },
            cancel);
    }

    private HttpResponseMessage Heard(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode && !IsAway(response))
        {
            keyWorked = true;
            told = false;
        }
        return response;
    }

    private ResiliencePipelineBuilder<HttpResponseMessage> Builder() => new() { TimeProvider = clock };

    private ResiliencePipeline<HttpResponseMessage> ForReads()
    {
        var builder = Builder().AddTimeout(limits.ReadTotal);
        if (limits.Outage > TimeSpan.Zero)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = (int)Math.Ceiling(limits.Outage / limits.OutagePause),
                Delay = limits.OutagePause,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response && IsAway(response)),
                OnRetry = _ =>
                {
                    Tell();
                    return default;
                },
            });
        }
        if (limits.ReadRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = limits.ReadRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = limits.RetryDelay,
                MaxDelay = limits.LongestRetryDelay,
                ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(AskedFor(arguments.Outcome.Result)),
            });
        }

        return builder.AddTimeout(limits.ReadTry).Build();
    }

    private static bool IsAway(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        202 => Outage.IsPage(202, AnswerBody.Of(response)),
        401 => KeyHadWorked(response.RequestMessage),
        >= 500 => DolibarrErrorBody.Read(AnswerBody.Of(response)) is { IsDatabaseGone: true },
        _ => false,
    };

    private void Tell()
    {
        if (!told)
        {
            told = true;
            this.connection.Waiting(string.Create(CultureInfo.InvariantCulture, $"{this.connection.Server} is up, but its database seems to be away. Waiting up to {limits.Outage.TotalSeconds:0} seconds for it."));
        }
    }

    private bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: { } fault } when ServerKeyException.Within(fault) is not null => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Exception: OperationCanceledException { InnerException: TimeoutException } } => true,
        { Result: { } response } => IsPassing(response) && !(AskedFor(response) > limits.LongestRetryDelay),
        _ => false,
    };

    // 501 stays as it is, and so does a 503 in Dolibarr's own words: it means a column that is not there.
    private static bool IsPassing(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        408 or 429 => true,
        501 => false,
        >= 500 => DolibarrErrorBody.Read(AnswerBody.Of(response)) is not { IsFinal: true },
        _ => false,
    };

    private TimeSpan? AskedFor(HttpResponseMessage? response) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } date } => date - clock.GetUtcNow() is var delay && delay > TimeSpan.Zero ? delay : TimeSpan.Zero,
        _ => null,
    };
}
