using System.Globalization;

namespace DolibarrAgent.Benchmarks;

/// <summary>A cost for each operation at several sizes, and how it compares with the smallest: 1.00 everywhere is flat.</summary>
internal sealed class CostTable
{
    private readonly Table table;
    public CostTable(string title, IReadOnlyList<int> sizes) => table = new Table(
        [title, .. sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)), .. sizes.Skip(1).Select(size => string.Create(CultureInfo.InvariantCulture, $"{size:N0} / {sizes[0]:N0}"))]);

    /// <param name="costs">For each operation, by size, in the order of the sizes.</param>
    public void Add(string what, IReadOnlyList<double> costs) => table.Add(
        [what, .. costs.Select(cost => cost.ToString("0.0000", CultureInfo.InvariantCulture)), .. costs.Skip(1).Select(cost => costs[0] > 0 ? (cost / costs[0]).ToString("0.00", CultureInfo.InvariantCulture) : "-")]);

    public void WriteTo(TextWriter output) => table.WriteTo(output);
}
