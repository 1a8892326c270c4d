using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using Polly.Timeout;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// The outermost handler: what goes wrong below it leaves as one kind of exception that knows whether a write may have arrived.
/// It names the server and not the call, which the log has: an outage that several calls meet is one thing to a person.
/// </summary>
internal sealed class FaultBoundary(ServerUrl server) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await base.SendAsync(request, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && Describe(fault) is { } described)
        {
            throw new NoAnswerException(described, OnceOnly.MayHaveLeft(request) && !NeverConnected(fault));
        }
    }

    private Problem? Describe(Exception fault) => fault switch
    {
        _ when ServerKeyException.Within(fault) is not null => null,
        AnswerTooLargeException =>
            new(Codes.TooLarge, "", $"{server}: {fault.Message}", "Ask for less at once, or raise the limit."),
        TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } =>
            new(Codes.Timeout, "", $"{server} gave no whole answer in time.",
                $"Look whether {server} is up and how busy it is, then try again."),
        HttpRequestException or IOException =>
            new(Codes.Connection, "", $"The connection to {server} failed: {FullStop.After(Root(fault).Message)}",
                $"Look whether {server} is up and can be reached from here, then try again."),
        _ => null,
    };

    private static Exception Root(Exception fault) => fault.InnerException is { } inner ? Root(inner) : fault;

    private static bool NeverConnected(Exception fault) => fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}

/// <summary>Carries what went wrong through Refit to the one place that makes a value of it.</summary>
internal sealed class NoAnswerException(Problem problem, bool mayHaveTakenEffect) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;

    public bool MayHaveTakenEffect { get; } = mayHaveTakenEffect;
}
