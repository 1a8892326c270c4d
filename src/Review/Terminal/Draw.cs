using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>What the terminal's faces are put together from. Takes visible text and words of this program, never raw text.</summary>
public static class Draw
{
    private const int Indent = 3;

    /// <summary>An empty line.</summary>
    public static IRenderable Gap => new Text(" ");

    /// <summary>No line at all.</summary>
    public static IRenderable Nothing => new Stacked();

    /// <summary>The head of a part of the page.</summary>
    public static IRenderable Section(VisibleText title, Style? style = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new Stacked(Gap, new Rule($"[bold]{Markup.Escape(title.ToString())}[/]") { Justification = Justify.Left, Style = style ?? Styles.Quiet });
    }

    public static IRenderable Indented(IRenderable inner) => Stacked.Behind(Indent, inner);

    /// <summary>Names and values, in two columns.</summary>
    public static IRenderable Facts(IEnumerable<ReviewFact> facts)
    {
        var table = Columns(new TableColumn(""), new TableColumn(""));
        table.ShowHeaders = false;
        foreach (var fact in facts)
        {
            table.AddRow(new VisibleCell(fact.Name, Styles.Quiet), new VisibleCell(fact.Value));
        }
        return table;
    }

    /// <summary>A word of this program.</summary>
    public static VisibleText Own(string words) => Words.Own(words);

    /// <summary>A table without lines.</summary>
    public static Table Columns(params ReadOnlySpan<TableColumn> columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }
        return table;
    }

    /// <summary>A column under a word of this program.</summary>
    public static TableColumn Column(VisibleText name, Justify alignment = Justify.Left) =>
        new(new VisibleCell(name, Styles.Quiet)) { Alignment = alignment };
}
