using System.Collections.Immutable;
using System.Net;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.AgentHost;

/// <summary>Which model works, and where: any endpoint that speaks OpenAI's chat completions. What a mail says goes there.</summary>
internal sealed class ModelSettings
{
    public const string UrlVariable = "OPENAI_BASE_URL";
    public const string KeyVariable = "OPENAI_API_KEY";
    public const string NameVariable = "AGENT_MODEL";

    private readonly string key;

    private ModelSettings(Uri url, string key, string name) => (Url, this.key, Name) = (url, key, name);

    /// <summary>The root of the API, without a slash at its end: <c>https://api.example.org/v1</c>.</summary>
    public Uri Url { get; }

    /// <summary>What the endpoint calls the model.</summary>
    public string Name { get; }

    /// <summary>The settings, or all that is wrong with them. No message repeats a key.</summary>
    public static ModelSettingsRead Read(IReadOnlyDictionary<string, string?> variables)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var url = UrlOf(Value(UrlVariable), variables, problems);
        var (key, name) = (Value(KeyVariable), Value(NameVariable));
        if (key is null)
        {
            problems.Add(new(Codes.ModelKeyMissing, KeyVariable, "The model's key is not set."));
        }
        else if (!key.All(c => c is > ' ' and <= '~'))
        {
            problems.Add(new(Codes.ModelKeyMalformed, KeyVariable, "The model's key contains a space, a line end or another character that no key has."));
        }
        if (name is null)
        {
            problems.Add(new(Codes.ModelMissing, NameVariable, "No model is named."));
        }
        return problems.Count == 0 ? new ModelSettingsRead(new ModelSettings(url!, key!, name!), []) : new ModelSettingsRead(null, problems.ToImmutable());

        string? Value(string variable) => variables.GetValueOrDefault(variable) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>The key, for the one client that sends it.</summary>
    internal string Reveal() => key;

    /// <summary>A text without the key.</summary>
    public string Redact(string text) => text.Replace(key, ApiKey.Redacted, StringComparison.Ordinal);

    public override string ToString() => $"{Name} at {Url}";

    private static Uri? UrlOf(string? text, IReadOnlyDictionary<string, string?> variables, ImmutableArray<Problem>.Builder problems)
    {
        if (text is null)
        {
            problems.Add(new(Codes.ModelUrlMissing, UrlVariable, "The model's URL is not set."));
            return null;
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
        {
            problems.Add(new(Codes.ModelUrlMalformed, UrlVariable, text.Contains('@', StringComparison.Ordinal) ? "This is not a URL." : $"“{text}” is not a URL."));
            return null;
        }
        problems.AddRange(FaultsOf(url));
        if (Erps(variables).Any(erp => erp.IsSameServerAs(Origin.Of(url))))
        {
            problems.Add(new(Codes.ModelUrlIsErp, UrlVariable, "The model's URL is that of a Dolibarr."));
        }
        return new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/'));
    }

    private static IEnumerable<Problem> FaultsOf(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback && !(IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address)))
        {
            yield return new(Codes.ModelUrlNotHttps, UrlVariable, "The URL is not https.");
        }
        if (url.UserInfo.Length > 0)
        {
            yield return new(Codes.ModelUrlWithUser, UrlVariable, "The URL carries a user name or password.", $"Take it out; {KeyVariable} says who calls.");
        }
        if (url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            yield return new(Codes.ModelUrlWithQuery, UrlVariable, "The URL has a “?” or “#” part.");
        }
    }

    private static IEnumerable<Origin> Erps(IReadOnlyDictionary<string, string?> variables) =>
        new[] { Variables.ProdUrl, Variables.SandboxUrl }.Select(name => variables.GetValueOrDefault(name)).OfType<string>()
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null).OfType<Uri>().Select(Origin.Of);
}

/// <summary>A model's settings as they were read.</summary>
/// <param name="Settings">Null where something is wrong with them.</param>
/// <param name="Problems">All that is wrong; empty where nothing is.</param>
internal sealed record ModelSettingsRead(ModelSettings? Settings, ImmutableArray<Problem> Problems);
