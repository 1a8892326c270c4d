using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Which lines count. EXTENDED and XRechnung nest lines, and summing a group with its parts would book it twice.</summary>
internal static class CountedLines
{
    /// <summary>The parts, where they come to the announced sum (BT-106); else the outermost lines, where those do; else the parts, with a warning.</summary>
    public static ImmutableArray<CountedLine> Of(InvoiceFacts facts, List<IntakeWarning> warnings)
    {
        var all = facts.Lines.Select((line, index) => new CountedLine(line, index + 1)).ToImmutableArray();
        if (!all.Any(l => l.Line.Parent is not null || l.Line.Status is not null))
        {
            return all;
        }

        var groups = all.Select(l => l.Line.Parent).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var parts = all.RemoveAll(l => l.Line.Status is "GROUP" or "INFORMATION" || (l.Line.Id is { } id && groups.Contains(id)));
        var outermost = all.RemoveAll(l => l.Line.Parent is not null || l.Line.Status is "INFORMATION");
        var sum = facts.Totals.LineTotal;
        if (Sum(parts) != sum && Sum(outermost) == sum)
        {
            warnings.Add(new("sub-lines", "The document's lines have parts that do not come to the announced sum; the outermost lines do and are entered, the parts are not.", "BT-106"));
            return outermost;
        }

        warnings.Add(Sum(parts) == sum
            ? new("sub-lines", "The document groups its lines; the parts are entered, the groups' subtotals are not.", "BT-106")
            : new("sub-lines-disagree", "The document groups its lines, and neither the groups nor their parts come to the announced sum.", "BT-106"));
        return parts;
    }

    private static decimal Sum(ImmutableArray<CountedLine> lines) => lines.Sum(l => l.Line.NetAmount ?? 0);
}

/// <summary>A line that counts.</summary>
/// <param name="Position">Where it stands in the document, from 1.</param>
internal sealed record CountedLine(InvoiceLine Line, int Position);
