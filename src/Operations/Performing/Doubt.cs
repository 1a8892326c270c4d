using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>What a person is told of an operation that was sent, and of which nobody knows what became.</summary>
internal sealed record Doubt(Operation Operation, string Target, Patience Patience)
{
    /// <summary>The target cannot be read.</summary>
    public Problem Unseen(Problem problem) => problem with
    {
        Message = $"It was sent, no answer came, and what became of it could not be read on {Target}. {problem.Message}",
    };

    /// <summary>The target answered with an error of its own, and shows nothing.</summary>
    public Problem Errored(string error) => new(
        Codes.ServerError, Operation.Id, $"{Target} failed while it was at work on it, and does not show it. A part of it may be there, so it is not sent again. {Target} said: {error}",
        $"Look on {Target} for what is left of it and delete that, or have its log read. Then run the same command again: it asks you before it sends this again.");

    /// <summary>Nothing was answered, nothing is shown, and a second one would stay.</summary>
    public Problem MayStillCome(DateTimeOffset since) => new(
        Codes.MayStillCome, Operation.Id, $"It was sent, and by {Moments.Shown(since)} no answer had come. {Target} does not show it, but may still be at work on it: a request that waits for a lock can take effect minutes later. Sent again, it could be there twice.",
        $"Wait until {Target} answers as usual, and look for it there. Then run the same command again: it asks you before it sends this again. Where you know how long {Target} works on one request at most, DOLIBARR_SETTLE_SECONDS says so, and this is sent again after that time.");

    /// <summary>It was sent as often as it is tried.</summary>
    public Problem NoAnswer(int attempts, string silence) => new(
        Codes.NoAnswer, Operation.Id, string.Create(CultureInfo.InvariantCulture, $"It was sent {attempts} times, and {Target} does not show it. The last time: {silence}"), $"Look at {Target}. When it answers again, run the same command again.");

    /// <summary>What the end rests on where it was sent again.</summary>
    public string Assumed(DateTimeOffset since) =>
        $"It was sent again: by {Moments.Shown(since)} no answer had come to what was sent before. That {Target} does not carry that one out as well rests on {(Patience.IsGiven ? "DOLIBARR_SETTLE_SECONDS" : "your confirmation")}: `replay verify` shows whether it did.";
}
