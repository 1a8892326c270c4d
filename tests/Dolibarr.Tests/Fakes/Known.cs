using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>Values that a test knows to be right, and the one case of an answer that it expects.</summary>
internal static class Known
{
    public const string Secret = "canary-8f3b/+=77";

    public static HttpLimits QuickLimits { get; } = new()
    {
        RetryDelay = TimeSpan.FromMilliseconds(1),
        LongestRetryDelay = TimeSpan.FromSeconds(1),
    };

    public static ServerUrl Server(string url) => Valid(ServerUrl.Read("test", url));

    public static ApiKey Key(string key = Secret) => Valid(ApiKey.Read("test", key));

    public static Connection ConnectionTo(string url) => new(Server(url), Key()) { Limits = QuickLimits };

    public static T Valid<T>(Checked<T> read) => read.Should().BeOfType<Checked<T>.Valid>($"{read}").Subject.Value;

    public static T Ok<T>(Answer<T> answer) => answer.Should().BeOfType<Answer<T>.Ok>($"{answer}").Subject.Value;

    public static Refusal Refused<T>(Answer<T> answer)
    {
        var (problem, status) = answer.Should().BeOfType<Answer<T>.Refused>($"{answer}").Subject;
        return new(problem.Code, problem.Message, problem.Remedy, status);
    }

    public static Silence Unanswered<T>(Answer<T> answer)
    {
        var (problem, mayHaveTakenEffect) = answer.Should().BeOfType<Answer<T>.Unanswered>($"{answer}").Subject;
        return new(problem.Code, problem.Message, mayHaveTakenEffect);
    }
}

/// <summary>What a refusal says.</summary>
internal sealed record Refusal(ProblemCode Code, string Message, string Remedy, int HttpStatus);

/// <summary>What is said where no answer came.</summary>
internal sealed record Silence(ProblemCode Code, string Message, bool MayHaveTakenEffect);
