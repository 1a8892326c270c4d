using System.Globalization;

namespace DolibarrAgent.Review;

/// <summary>Where in the page something stands. By number: no id from outside becomes one of the page.</summary>
internal sealed class Anchors(ReviewPage page)
{
    public const string Operations = "operations";

    private readonly Dictionary<VisibleText, string> operations = ById(page.Operations.Select(o => o.Id), Operation);
    private readonly Dictionary<VisibleText, string> evidence = ById(page.Evidence.Select(e => e.Id), Evidence);

    public static string Operation(int index) => Numbered("op", index);

    public static string Evidence(int index) => Numbered("doc", index);

    /// <summary>An operation's id as a link to it, with what is said of it; just the id where there is no such operation or evidence.</summary>
    public Html ToAny(VisibleText id) => operations.ContainsKey(id) ? Link(operations, id) : ToEvidence(id);

    public Html ToEvidence(VisibleText id) => Link(evidence, id);

    private static Html Link(Dictionary<VisibleText, string> anchors, VisibleText id) =>
        anchors.TryGetValue(id, out var anchor) ? Html.Of("a", id).LinkTo(anchor) : id;

    private static Dictionary<VisibleText, string> ById(IEnumerable<VisibleText> ids, Func<int, string> anchor)
    {
        var anchors = new Dictionary<VisibleText, string>();
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            anchors.TryAdd(id, anchor(i));
        }
        return anchors;
    }

    private static string Numbered(string what, int index) => string.Create(CultureInfo.InvariantCulture, $"{what}-{index + 1}");
}
