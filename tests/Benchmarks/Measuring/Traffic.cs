using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Benchmarks;

/// <summary>The requests that a simulator got, by route and by moment: before the first write, up to the last one, after it.</summary>
internal sealed partial record Traffic(ImmutableArray<Traffic.Route> Routes)
{
    /// <summary>The read-back of attached files: one call for each, for Dolibarr has none that lists the files of several objects.</summary>
    private const string FileListing = "files, list";

    /// <summary>What a route is for; one that is not here is shown by itself.</summary>
    private static readonly (string Route, string Purpose)[] Purposes =
    [
        ("POST thirdparties", "write: third party"),
        ("POST supplierinvoices", "write: invoice"),
        ("POST documents/upload", "write: file"),
        ("POST supplierinvoices/{id}/validate", "write: validation"),
        ("GET status", "identity"),
        ("GET users/info", "rights"),
        ("GET thirdparties", "third parties, list"),
        ("GET thirdparties/{id}", "third party, one"),
        ("GET supplierinvoices", "invoices, list"),
        ("GET supplierinvoices/{id}", "invoice, one"),
        ("GET documents", FileListing),
        ("GET documents/download", "file, whole"),
        ("GET setup/dictionary/countries/byCode/{code}", "country by code"),
    ];

    public int Writes => Routes.Where(route => route.IsWrite).Sum(route => route.All);

    public int All => Routes.Sum(route => route.All);

    /// <summary>All as one route.</summary>
    public Route Sum => SumOf("all", Routes);

    /// <summary>All but the read-back of attached files.</summary>
    public Route SumWithoutFileListings => SumOf($"all but '{FileListing}'", Routes.Where(route => route.Purpose != FileListing));

    public static Traffic Of(IReadOnlyList<LoggedRequest> requests)
    {
        var numbered = requests.Select((request, at) => (Name: NameOf(request), IsWrite: request.Method != "GET", At: at)).ToList();
        var writes = numbered.Where(request => request.IsWrite).Select(request => request.At).DefaultIfEmpty(int.MaxValue).ToList();
        var (first, last) = (writes[0], writes[^1]);
        return new Traffic([.. numbered.GroupBy(request => request.Name)
            .Select(route => new Route(
                Purposes.FirstOrDefault(purpose => purpose.Route == route.Key).Purpose ?? route.Key, route.First().IsWrite,
                route.Count(request => request.At < first), route.Count(request => request.At >= first && request.At <= last), route.Count(request => request.At > last)))
            .OrderByDescending(route => route.IsWrite).ThenByDescending(route => route.All)]);
    }

    private static Route SumOf(string purpose, IEnumerable<Route> routes) => routes.Aggregate(
        new Route(purpose, false, 0, 0, 0),
        (sum, route) => sum with { Before = sum.Before + route.Before, Between = sum.Between + route.Between, After = sum.After + route.After });

    private static string NameOf(LoggedRequest request)
    {
        var path = request.Path.Split('?')[0].Replace("/api/index.php/", "", StringComparison.Ordinal).TrimEnd('/');
        return $"{request.Method} {Code().Replace(Id().Replace(path, "/{id}"), "/byCode/{code}")}";
    }

    [GeneratedRegex("/[0-9]+")]
    private static partial Regex Id();

    [GeneratedRegex("/byCode/[^/]+")]
    private static partial Regex Code();

    /// <summary>One route's requests.</summary>
    internal sealed record Route(string Purpose, bool IsWrite, int Before, int Between, int After)
    {
        public int All => Before + Between + After;
    }
}
