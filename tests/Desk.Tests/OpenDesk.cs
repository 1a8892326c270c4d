using System.Net;
using System.Text.RegularExpressions;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Desk.Tests;

/// <summary>A desk over two simulated instances, and a browser of the simplest kind that was let in.</summary>
internal sealed partial class OpenDesk : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName, "ReplayTool", new DirectoryInfo(AppContext.BaseDirectory)
            .Name, "replay");

    private readonly CheckedReviews reviews;

    private bool ownsInstances;

    private OpenDesk(TwoInstances two, DeskServer server, CheckedReviews reviews) => (Two, Server, this.reviews) = (two, server, reviews);

    public TwoInstances Two { get; }

    public DeskServer Server { get; }

    public static async Task<OpenDesk> OpenAsync(Language language = Language.English)
    {
        var cancel = TestContext.Current.CancellationToken;
        var desk = await OverAsync(await TwoInstances.StartAsync(), language, cancel);
        desk.ownsInstances = true;
        return desk;
    }

    /// <summary>Over instances that are there.</summary>
    public static async Task<OpenDesk> OverAsync(TwoInstances two, Language language, CancellationToken cancel)
    {
        // What the program remembers of a ledger is not for the user's own folder.
        two.More["XDG_STATE_HOME"] = Path.Combine(Path.GetTempPath(), "dolibarr-tests-state");
        var variables = two.ReplayVariables();
        var reviews = new CheckedReviews(Program, variables);
        var session = SessionOptions.Of(new NoProgress(), NullLogger.Instance, TimeSpan.FromSeconds(1)) with { Reader = reviews.Reader };
        var opened = await DeskServer.OpenAsync(new DeskOptions(variables, session, reviews) { Language = language }, cancel);
        return new OpenDesk(two, ((DeskResult.Open)opened).Server, reviews);
    }

    /// <summary>A client that keeps its cookies and follows nothing by itself.</summary>
    public DeskClient Client() => new(Server.Address);

    /// <summary>The same, let in by a link of its own.</summary>
    public async Task<DeskClient> LetInAsync()
    {
        var client = Client();
        using var entered = await client.GetAsync(Server.NewLink().PathAndQuery);
        entered.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        return client;
    }

    public int Writes => TwoInstances.Writes(Two.Prod).Count();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        reviews.Dispose();
        if (ownsInstances)
        {
            await Two.DisposeAsync();
        }
    }

    private sealed class NoProgress : IReplayProgress
    {
        public void Sending(Operation operation, int attempt) { }

        public void Waiting(Operation operation, DateTimeOffset until) { }

        public void Ended(ReplayedOperation operation) { }
    }
}

/// <summary>What a browser does with a desk, request by request.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient http;

    public DeskClient(Uri address)
    {
        Address = address;
        // A proxy of the environment has nothing to do with loopback.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? change = null) =>
        SendAsync(HttpMethod.Get, path, null, change);

    public async Task<string> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as a page of the desk would.</summary>
    public Task<HttpResponseMessage> PostAsync(
        string path, IEnumerable<KeyValuePair<string, string>> fields, Action<HttpRequestMessage>? change = null) =>
        PostAsync(path, new FormUrlEncodedContent(fields), change);

    /// <summary>The same with files.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, Action<HttpRequestMessage>? change = null) =>
        SendAsync(HttpMethod.Post, path, content, request =>
        {
            request.Headers.TryAddWithoutValidation("Origin", Address.GetLeftPart(UriPartial.Authority));
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            change?.Invoke(request);
        });

    /// <summary>Sends the form of a page that goes to this address, and gives the address that it leads to.</summary>
    public async Task<string> SubmitAsync(string page, string action, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await PostAsync(action, [new("form", FormIn(page, action)), .. fields]);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The word of the first form of a page that goes to this address.</summary>
    public static string FormIn(string page, string action)
    {
        var forms = FormsOf().Matches(page).Where(form => form.Groups["action"].Value == action).ToList();
        return forms.Count > 0 ? forms[0].Groups["word"].Value
            : throw new InvalidOperationException($"No form to {action} in: {TextOf(page)}");
    }

    /// <summary>Waits until a replay has ended, and gives its page.</summary>
    public async Task<string> EndedAsync(string run)
    {
        while (true)
        {
            var page = await PageAsync(run);
            if (!page.Contains("data-events", StringComparison.Ordinal))
            {
                return page;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The code that a plan's page shows.</summary>
    public static string CodeIn(string page) => CodeOfPlan().Match(page) is { Success: true } code
        ? code.Groups["code"].Value
        : throw new InvalidOperationException($"No code in: {TextOf(page)}");

    /// <summary>What a person reads on a page, in one line.</summary>
    public static string TextOf(string page)
    {
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..];
        return WebUtility.HtmlDecode(Blanks().Replace(Tags().Replace(body, tag => tag.Value is "<bdi>" or "</bdi>" ? "" : " "), " "))
            .Trim();
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content,
        Action<HttpRequestMessage>? change)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        change?.Invoke(request);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\"[^>]*>\\s*<input type=\"hidden\" name=\"form\" value=\"(?<word>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex FormsOf();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("class=\"code-of-plan\">(<bdi>)?(?<code>[^<]+)<", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOfPlan();
}

/// <summary>A field of a form, as it is sent.</summary>
internal static class Sent
{
    public static KeyValuePair<string, string> As(string name, string value) => new(name, value);
}
