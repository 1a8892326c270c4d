using DolibarrAgent.Changesets;

namespace DolibarrAgent.AgentHost;

/// <summary>A call of the model that came to nothing. It had no effect: functions are called only behind a whole answer.</summary>
/// <param name="Problem">What happened, without the key in it.</param>
/// <param name="MayPass">Whether the same call may well succeed when it is made again.</param>
internal sealed record ModelFailure(Problem Problem, bool MayPass)
{
    /// <summary>How long the endpoint asks to be left alone; null where it does not say.</summary>
    public TimeSpan? After { get; init; }

    public static ModelFailure Cut => Passing(Codes.ModelCut, "The connection to the model broke off in the middle of its answer.");

    public static ModelFailure Silent => Passing(Codes.ModelSilent, "The model's endpoint stopped answering.");

    public static ModelFailure Garbled => Passing(Codes.ModelGarbled, "What the model's endpoint answered is not an answer of OpenAI's chat completions.");

    public static ModelFailure Empty => Passing(Codes.ModelEmpty, "The model's answer was empty.");

    public static ModelFailure TooLarge => new(Of(Codes.ModelTooLarge, "The model's answer does not end; it was given up."), MayPass: false);

    public static ModelFailure Unreachable(string reason) => Passing(Codes.ModelUnreachable, $"The model's endpoint cannot be reached: {reason}");

    /// <summary>An answer that is not 200.</summary>
    /// <param name="says">The endpoint's own words, which are data.</param>
    public static ModelFailure Status(int status, string says, TimeSpan? after) => status switch
    {
        401 or 403 => new(Of(Codes.ModelKeyRefused, $"The model's endpoint refuses the key ({status}){says}", $"Check {ModelSettings.KeyVariable} and {ModelSettings.UrlVariable}."), MayPass: false),
        404 => new(Of(Codes.ModelNotFound, $"The model's endpoint does not know this address or this model (404){says}", $"Check {ModelSettings.UrlVariable} and {ModelSettings.NameVariable}."), MayPass: false),
        >= 300 and < 400 => new(Of(Codes.ModelRedirects, $"The model's endpoint sends its callers elsewhere ({status}), which is not followed.", $"Give the URL that it leads to in {ModelSettings.UrlVariable}, if it is the right one."), MayPass: false),
        429 => Passing(Codes.ModelBusy, $"The model's endpoint asks to wait (429){says}") with { After = after },
        408 or >= 500 => Passing(Codes.ModelError, $"The model's endpoint failed ({status}){says}") with { After = after },
        _ => new(Of(Codes.ModelRefused, $"The model's endpoint refused the call ({status}){says}"), MayPass: false),
    };

    private static ModelFailure Passing(ProblemCode code, string message) => new(Of(code, message), MayPass: true);

    private static Problem Of(ProblemCode code, string message, string? remedy = null) =>
        new(code, ModelSettings.UrlVariable, message, remedy ?? code.Remedy);
}

/// <summary>Carries a failure out of the kernel's loop.</summary>
internal sealed class ModelCallException(ModelFailure failure) : Exception(failure.Problem.Message)
{
    public ModelFailure Failure { get; } = failure;
}

/// <summary>A call of the model that a bound forbids. It was not made.</summary>
internal sealed class BoundReachedException() : Exception("A bound was reached.");
