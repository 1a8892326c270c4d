namespace DolibarrAgent.Benchmarks;

/// <summary>A table of plain text: the first column to the left, the others to the right, nothing cut.</summary>
internal sealed class Table(params string[] heads)
{
    private readonly List<string[]> rows = [heads];

    public void Add(params string[] cells) => rows.Add(cells);

    public void WriteTo(TextWriter output)
    {
        var widths = Enumerable.Range(0, heads.Length).Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
            if (ReferenceEquals(row, rows[0]))
            {
                output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }
        output.WriteLine();
    }
}
