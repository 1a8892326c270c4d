using System.Collections.Immutable;

namespace DolibarrAgent.Intake.Tests.Proof;

/// <summary>Lays words on a page: a string is a row, <c>|</c> begins the next column, each <c>#</c> at the beginning makes
/// larger letters.</summary>
internal static class PrintedPage
{
    private const double ColumnWidth = 130;
    private const double Line = 14;
    private const double Letter = 8;

    /// <summary>An invoice in French that is proven as it stands.</summary>
    public static ImmutableArray<string> Invoice { get; } =
    [
        "Atelier Duval",
        "12 rue des Lilas",
        "Tél. 01 23 45 67 89",
        "N° TVA FR44732829320",
        "# FACTURE",
        "Facture n° F-1",
        "Date de facture 13/03/2026",
        "Désignation | Qté | PU HT | Montant HT",
        "Conseil | 2 | 40,00 | 80,00 €",
        "Formation | 1 | 20,00 | 20,00 €",
        "Total HT | | | 100,00 €",
        "TVA 20 % | | | 20,00 €",
        "Total TTC | | | 120,00 €",
        "IBAN FR7630006000011234567890189",
    ];

    /// <summary>What the invoice's pages say with one row put in place of another.</summary>
    public static PageReading Reading(string row, params string[] instead) => Read([.. Invoice.SelectMany(one => one == row ? instead
        : [one])]);

    /// <summary>What they say with rows behind the last.</summary>
    public static PageReading With(params string[] more) => Read([.. Invoice, .. more]);

    /// <summary>What pages of one page say.</summary>
    public static PageReading Read(params string[] rows) => PageProof.Of([Of(1, rows)]);

    /// <summary>A page.</summary>
    public static Page Of(int number, params string[] rows) => new()
    {
        Number = number,
        Width = 595,
        Height = 842,
        Source = PageTextSource.Text,
        Words = [.. rows.SelectMany(WordsOf)],
    };

    private static IEnumerable<PageWord> WordsOf(string row, int at)
    {
        var size = 1 + row.TakeWhile(c => c == '#').Count();
        var top = 40 + (at * Line);
        var column = 0;
        foreach (var cell in row.TrimStart('#').Split('|'))
        {
            double left = 40 + (column++ * ColumnWidth);
            foreach (var word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var width = word.Length * 4.5 * size;
                yield return new(word, new(left, top - (Letter * (size - 1)), left + width, top + Letter));
                left += width + (2.5 * size);
            }
        }
    }
}
