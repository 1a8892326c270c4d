using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace DolibarrAgent.Dolibarr;

/// <summary>Time limits for every call, and another try for a read that met a passing fault. A write has one try, whatever happens.</summary>
internal sealed class Tries : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<int> Count = new("tries");

    private readonly HttpLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<HttpResponseMessage> _reads;
    private readonly ResiliencePipeline<HttpResponseMessage> _writes;

    public Tries(HttpLimits limits, TimeProvider clock)
    {
        (_limits, _clock) = (limits, clock);
        _reads = ForReads();
        _writes = Builder().AddTimeout(limits.Write).Build();
    }

    /// <summary>How often the request was sent.</summary>
    public static int Of(HttpRequestMessage request) => request.Options.TryGetValue(Count, out var tries) ? tries : 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pipeline = request.Method == HttpMethod.Get ? _reads : _writes;
        return await pipeline.ExecuteAsync(
            async token =>
            {
                request.Options.Set(Count, Of(request) + 1);
                return await base.SendAsync(request, token);
            },
            cancellationToken);
    }

    private ResiliencePipelineBuilder<HttpResponseMessage> Builder() => new() { TimeProvider = _clock };

    private ResiliencePipeline<HttpResponseMessage> ForReads()
    {
        var builder = Builder().AddTimeout(_limits.ReadTotal);
        if (_limits.ReadRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = _limits.ReadRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _limits.RetryDelay,
                MaxDelay = _limits.LongestRetryDelay,
                ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(AskedFor(arguments.Outcome.Result)),
            });
        }

        return builder.AddTimeout(_limits.ReadTry).Build();
    }

    private bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: { } fault } when ServerKeyException.Within(fault) is not null => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Exception: OperationCanceledException { InnerException: TimeoutException } } => true,
        { Result: { } response } => IsPassing(response) && !(AskedFor(response) > _limits.LongestRetryDelay),
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
        { Date: { } date } => date - _clock.GetUtcNow() is var delay && delay > TimeSpan.Zero ? delay : TimeSpan.Zero,
        _ => null,
    };
}
