using System.Net;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>The root of a Dolibarr: <c>https://erp.arcodange.lab</c>, or with a path, <c>https://host/dolibarr</c>. Never a trailing slash.</summary>
public sealed record ServerUrl
{
    private const string ApiPath = "/api/index.php";

    private ServerUrl(Uri root) => (Root, Origin) = (root, Origin.Of(root));

    /// <summary>The root, where a person finds the login page.</summary>
    public Uri Root { get; }

    /// <summary>The root of its REST API.</summary>
    public Uri Api => new(ToString() + ApiPath);

    /// <summary>Scheme, host and port in one spelling, for comparison: two URLs with the same origin reach the same server.</summary>
    public Origin Origin { get; }

    /// <summary>The URL of a text, or all that is wrong with it.</summary>
    /// <param name="place">Where it stands, for the problem.</param>
    /// <param name="text">An absolute URL; https unless it stays on this machine.</param>
    public static Checked<ServerUrl> Read(string place, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
        {
            return Checked<ServerUrl>.Wrong(
                Codes.UrlMalformed, place, $"“{Shown(text)}” is not a URL.");
        }

        Problem[] problems = [.. ProblemsOf(place, url)];
        return problems.Length == 0
            ? new Checked<ServerUrl>.Valid(new ServerUrl(new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/'))))
            : new Checked<ServerUrl>.Invalid([.. problems]);
    }

    /// <summary>The root without a trailing slash.</summary>
    public override string ToString() => Root.AbsoluteUri.TrimEnd('/');

    /// <summary>The page of an object, for a person: <c>https://host/dolibarr/societe/card.php?socid=4</c>.</summary>
    public Uri Page(string pathAndQuery) => new($"{this}/{pathAndQuery}");

    internal static bool StaysHere(Uri url) => url.IsLoopback || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address));

    private static IEnumerable<Problem> ProblemsOf(string place, Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !StaysHere(url))
        {
            yield return new Problem(Codes.UrlNotHttps, place, "The URL is not https.");
        }

        if (url.UserInfo.Length > 0)
        {
            yield return new Problem(Codes.UrlWithUser, place, "The URL carries a user name or password.");
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            yield return new Problem(Codes.UrlWithQuery, place, "The URL has a “?” or “#” part.");
        }

        var path = url.AbsolutePath.TrimEnd('/');
        if (path.EndsWith(ApiPath, StringComparison.OrdinalIgnoreCase) || path.EndsWith("/api", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Problem(Codes.UrlNamesApi, place, "The URL already ends with the API's path.", $"Leave it out; {ApiPath} is added.");
        }
    }

    // A URL with a user and password in it is not repeated in an error.
    private static string Shown(string text) => text.Contains('@', StringComparison.Ordinal) ? "(not shown: it contains an @)" : text;
}
