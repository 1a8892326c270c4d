using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.EndToEnd.Tests.Hostile;

/// <summary>What a sandbox was made to do, held against the changesets that tell of it.</summary>
internal sealed partial class Books(IReadOnlyList<LoggedRequest> effects, IReadOnlyList<Changeset> changesets)
{
    /// <summary>Of each kind of writing how often it took effect, and how often a changeset has it.</summary>
    public (int Seen, int Recorded, int TakenBack) Counts => (effects.Count, changesets.Sum(c => c.Operations.Length), effects.Count(e => IsTakenBack(e) || IsTaking(e)));

    /// <summary>Writes that took effect and that no changeset tells of, nor were they taken back.</summary>
    public IEnumerable<string> Unrecorded => effects.Where(e => !IsTold(e) && !IsTaking(e) && !IsTakenBack(e)).Select(e => $"{e.Call} {e.Body}");

    /// <summary>Kinds of which what lasts on the sandbox is not as often in the finished changesets.</summary>
    public IEnumerable<string> Miscounted => new[] { "create thirdparty", "create supplierInvoice", "attach supplierInvoice", "validate supplierInvoice" }
        .Select(kind => (kind, seen: effects.Count(e => KindOf(e) == kind && !IsTakenBack(e)), told: Operations.Count(o => o.Changeset.State == ChangesetState.Finished && Name(o.Operation) == kind)))
        .Where(k => k.seen != k.told).Select(k => $"{k.kind}: {k.seen} on the sandbox, {k.told} in the changesets");

    /// <summary>Operations that a person who reads the review does not see; where it is to be drawn, in a terminal.</summary>
    public IEnumerable<string> Unreviewed(bool drawn) => changesets.SelectMany(changeset =>
    {
        using var face = new StringWriter();
        var page = ReviewPage.Of(changeset);
        if (drawn)
        {
            new Screen(face, ScreenKind.Plain).Show(TerminalReview.Of(page));
        }
        var text = Blanks().Replace(face.ToString(), "");
        return changeset.Operations
            .Where(o => page.Operations.SingleOrDefault(shown => shown.Id.ToString() == o.Id) is not { } shown
                || drawn && !text.Contains(Blanks().Replace($"{shown.Id} {shown.Heading} {shown.Subject}", ""), StringComparison.Ordinal))
            .Select(o => $"{changeset.Id} {o.Id} {Name(o)}");
    });

    private IEnumerable<(Changeset Changeset, Operation Operation)> Operations => changesets.SelectMany(c => c.Operations.Select(o => (c, o)));

    private static string Name(Operation operation) => $"{operation.Do} {operation.Resource}";

    /// <summary>Whether an operation is of that kind, and has every text of ours that was sent.</summary>
    private static bool Tells(Operation operation, LoggedRequest effect) => Name(operation) == KindOf(effect)
        && TextsIn(effect.Body).Where(IsTheirs).All(sent => TextsOf(operation.Asked).Contains(sent));

    /// <summary>What still stands on the sandbox of the texts that were put in, and no finished changeset has.</summary>
    public IEnumerable<string> LeftIn(IEnumerable<JsonElement> held)
    {
        var told = Operations.Where(o => o.Changeset.State == ChangesetState.Finished).SelectMany(o => TextsOf(o.Operation.Asked)).Select(WebUtility.HtmlDecode).ToHashSet(StringComparer.Ordinal);
        return held.SelectMany(TextsIn).Where(IsTheirs).Select(t => WebUtility.HtmlDecode(t).ReplaceLineEndings("\n")).Where(text => !told.Contains(text));
    }

    private bool IsTold(LoggedRequest effect) => Operations.Any(o => Tells(o.Operation, effect));

    private static bool IsTheirs(string text) => text.Contains(HostileMail.Canary, StringComparison.Ordinal);

    /// <summary>A change that did not come out as asked, and the next call, which sets it back.</summary>
    private bool IsSetBack(LoggedRequest effect, LoggedRequest next) =>
        effect.Method == "PUT" && next.Call == effect.Call && !IsTold(effect) && !TextsIn(next.Body).Any(IsTheirs);

    private bool IsTaking(LoggedRequest effect) => effects.TakeWhile(e => e != effect).LastOrDefault() is { } last && IsSetBack(last, effect)
        || (effect.Method == "DELETE" && effects.Any(e => MakesWhatGoes(e, effect) && e.Number < effect.Number));

    private bool IsTakenBack(LoggedRequest effect) => effects.SkipWhile(e => e != effect).Skip(1).FirstOrDefault() is { } next && IsSetBack(effect, next) || effects.Any(taking => taking.Method == "DELETE" && taking.Number > effect.Number
        && (MakesWhatGoes(effect, taking) || effects.Any(made => made.Number < effect.Number && MakesWhatGoes(made, taking) && IsAbout(effect, taking))));

    private static bool MakesWhatGoes(LoggedRequest made, LoggedRequest taking) => made.Created is { } id && taking.Call == $"DELETE {made.Call[5..]}/{id}";

    private static bool IsAbout(LoggedRequest effect, LoggedRequest taking) => effect.Call.StartsWith($"{effect.Method} {taking.Call[7..]}", StringComparison.Ordinal)
        || (effect.Call == "POST /documents/upload" && taking.Call.StartsWith("DELETE /supplierinvoices", StringComparison.Ordinal));

    private static string KindOf(LoggedRequest effect) => effect.Call.Split('?')[0].Split('/') switch
    {
        ["POST ", "thirdparties"] => "create thirdparty",
        ["PUT ", "thirdparties", _] => "update thirdparty",
        ["POST ", "supplierinvoices"] => "create supplierInvoice",
        ["POST ", "supplierinvoices", _, "validate"] => "validate supplierInvoice",
        ["PUT " or "POST " or "DELETE ", "supplierinvoices", ..] => "update supplierInvoice",
        ["POST ", "documents", "upload"] => "attach supplierInvoice",
        _ => effect.Call,
    };

    private static IEnumerable<string> TextsOf(Fields fields) => fields.SelectMany(f => f.Value switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.Rows rows => rows.Items.SelectMany(TextsOf),
        _ => [],
    });

    private static IEnumerable<string> TextsIn(string? body) => string.IsNullOrEmpty(body) ? [] : TextsIn(JsonDocument.Parse(body).RootElement);

    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => TextsIn(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
