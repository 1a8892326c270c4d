namespace DolibarrAgent.Settings.Tests;

/// <summary>Values that a test knows to be right.</summary>
internal static class Known
{
    public const string Secret = "canary-8f3b/+=77";

    public static ServerUrl Server(string url) => Valid(ServerUrl.Read("test", url));

    public static ApiKey Key() => Valid(ApiKey.Read("test", Secret));

    public static T Valid<T>(Checked<T> read) => read.Should().BeOfType<Checked<T>.Valid>($"{read}").Subject.Value;
}
