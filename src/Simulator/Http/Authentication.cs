using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>Who calls: the key comes in the header <c>DOLAPIKEY</c>, as a bearer token, or in the query.</summary>
internal static partial class Authentication
{
    public static readonly Reply.Refused NoKey = new(
        StatusCodes.Status401Unauthorized,
        "Failed to login to API. Neither parameter 'HTTP_DOLAPIKEY' nor 'Authentication: Bearer' found on HTTP header (and no parameter DOLAPIKEY in URL).",
        "api_access.class.php:284",
        Stage.Authenticate);

    public static readonly Reply.Refused UnknownKey = new(
        StatusCodes.Status401Unauthorized,
        "Error user not valid (not found with api key or bad status or bad validity dates) (conf->entity=1)",
        "api_access.class.php:224",
        Stage.Authenticate);

    private static readonly string[] KeyParameters = ["DOLAPIKEY", "api_key"];

    public static string KeyOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue("DOLAPIKEY", out var header))
        {
            return header.ToString();
        }

        var inQuery = KeyParameters.Select(name => request.Query[name].ToString()).FirstOrDefault(value => value.Length > 0);
        var bearer = request.Headers.Authorization.ToString();
        return inQuery ?? (bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer["Bearer ".Length..].Trim() : bearer);
    }

    /// <summary>The path and query as they may be written down: without keys, whoever they belong to.</summary>
    public static string Masked(string pathAndQuery) => KeyInQuery().Replace(pathAndQuery, "$1=***");

    [GeneratedRegex("(?<=[?&])(DOLAPIKEY|api_key)=[^&]*", RegexOptions.IgnoreCase)]
    private static partial Regex KeyInQuery();
}
