using System.Text;

namespace DolibarrAgent.Review;

/// <summary>Markdown as it is written, block by block. Every line begins with a sign of ours, so that no data begins one.</summary>
internal sealed class MarkdownLines
{
    private readonly StringBuilder text = new();

    public void Heading(int level, VisibleText words) => Block($"{new string('#', level)} {MarkdownText.Of(words)}");

    /// <summary>A paragraph of ours, in bold.</summary>
    public void Strong(VisibleText words) => Block($"**{MarkdownText.Of(words)}**");

    public void Quoted(VisibleText words) => Block($"> {MarkdownText.Of(words)}");

    public void List(IEnumerable<VisibleText> items) => Block(string.Join('\n', items.Select(item => $"- {MarkdownText.Of(item)}")));

    /// <summary>Items, each with a list of its own.</summary>
    public void Nested(IEnumerable<MarkdownItem> items) =>
        Block(string.Join('\n', items.Select(item => $"- **{MarkdownText.Of(item.Item)}**{string.Concat(item.Below.Select(below => $"\n  - {MarkdownText.Of(below)}"))}")));

    /// <param name="heads">Of the columns; numbers are set to the right.</param>
    /// <param name="rows">With as many cells.</param>
    public void Table(IReadOnlyList<ReviewColumn> heads, IEnumerable<IEnumerable<VisibleText>> rows) => Block(string.Join('\n', [
        Row(heads.Select(head => head.Name)),
        $"| {string.Join(" | ", heads.Select(head => head.IsNumber ? "---:" : "---"))} |",
        .. rows.Select(Row)]));

    public void Facts(IEnumerable<ReviewFact> facts) => Table([new(VisibleText.None, IsNumber: false), new(VisibleText.None, IsNumber: false)], facts.Select(fact => new[] { fact.Name, fact.Value }));

    public override string ToString() => text.ToString();

    private static string Row(IEnumerable<VisibleText> cells) => $"| {string.Join(" | ", cells.Select(MarkdownText.Of))} |";

    private void Block(string lines)
    {
        text.Append(text.Length == 0 ? "" : "\n").Append(lines).Append('\n');
    }
}

/// <summary>An item with a list of its own.</summary>
internal sealed record MarkdownItem(VisibleText Item, IEnumerable<VisibleText> Below);
