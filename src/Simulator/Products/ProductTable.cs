using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>The columns of <c>llx_product</c> that lists filter and sort by.</summary>
internal static class ProductTable
{
    public const int RefLimit = 128;

    public static ImmutableArray<Column<Product>> All { get; } =
    [
        new("rowid", SqlType.Integer, row => Whole(row.Id)),
        new("ref", SqlType.Text, row => row.Ref),
        new("ref_ext", SqlType.Text, row => row.RefExt),
        new("label", SqlType.Text, row => row.Label),
        new("description", SqlType.Text, row => row.Description),
        new("fk_product_type", SqlType.Integer, row => Whole(row.Type)),
        new("tosell", SqlType.Integer, row => Whole(row.ToSell)),
        new("tobuy", SqlType.Integer, row => Whole(row.ToBuy)),
        new("tva_tx", SqlType.Numeric, row => PgText.Rate(row.VatRate)),
        new("datec", SqlType.Timestamp, row => PhpDate.Sql(row.Created)),
    ];

    public static Table<Product> Columns { get; } = new(All);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
