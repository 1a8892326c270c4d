using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>Values that a test knows to be right.</summary>
internal static class Known
{
    public static ILogger ConsoleWhenAsked => NullLogger.Instance;

    public static ServerUrl Server(string url) => Valid(ServerUrl.Read("test", url));

    public static ApiKey Key(string key) => Valid(ApiKey.Read("test", key));

    public static T Valid<T>(Checked<T> read) => read.Should().BeOfType<Checked<T>.Valid>().Subject.Value;

    public static T Ok<T>(Answer<T> answer) => answer.Should().BeOfType<Answer<T>.Ok>($"{answer}").Subject.Value;

    public static DolibarrError Refused<T>(Answer<T> answer) => answer.Should().BeOfType<Answer<T>.Refused>($"{answer}").Subject.Error;

    public static NoAnswer Unanswered<T>(Answer<T> answer) => answer.Should().BeOfType<Answer<T>.Unanswered>($"{answer}").Subject.Fault;
}
