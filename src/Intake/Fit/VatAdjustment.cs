namespace DolibarrAgent.Intake;

/// <summary>
/// Makes VAT that is rounded a line at a time come to the document's VAT, which is rounded once for each rate.
/// A line that becomes one unit, or is split in two, can round the other way; each moves the VAT by one cent.
/// </summary>
/// <remarks>
/// The fewest extra lines: the roundings of the lines of one rate differ from the document's by their
/// residuals, none more than half a cent, so a cent that is missing comes from at least two lines that were
/// rounded the same way, and each of these can give it back. Turning a line into one unit costs no extra
/// line and comes first; then each split in two gives one cent, and no split can give more.
/// </remarks>
internal sealed class VatAdjustment(List<IntakeWarning> warnings)
{
    // Documents that are further off than this were not computed as rate times base.
    private const int MostCents = 50;

    private const int MostLinesTried = 1000;

    /// <summary>Whether no part may have the other sign: on a credit note Dolibarr would turn it round.</summary>
    public bool KeepsSigns { get; init; }

    /// <summary>Adjusts the lines of one rate. <paramref name="cents"/> is what their VAT must still move by; what could not be reached stays.</summary>
    public void Apply(IReadOnlyList<FittedLine> lines, int cents)
    {
        if (cents == 0 || Math.Abs(cents) > MostCents)
        {
            return;
        }

        var direction = Math.Sign(cents);
        var left = Math.Abs(cents);
        left -= UnitLines(lines, direction, left);
        foreach (var way in Enum.GetValues<SplitWay>().Where(way => !(KeepsSigns && way == SplitWay.InTwoOfBothSigns)))
        {
            left -= Split(lines, way, direction, left);
        }
    }

    private int UnitLines(IReadOnlyList<FittedLine> lines, int direction, int wanted)
    {
        var given = 0;
        foreach (var line in lines.Where(l => !l.IsOneUnit))
        {
            if (given == wanted)
            {
                break;
            }

            if (VatCents.Of(line.Cents, line.Rate) - line.VatCents == direction)
            {
                line.BecomeOneUnit(warnings);
                given++;
            }
        }

        return given;
    }

    private int Split(IReadOnlyList<FittedLine> lines, SplitWay way, int direction, int wanted)
    {
        if (wanted == 0)
        {
            return 0;
        }

        var given = 0;
        foreach (var line in lines.Where(l => l.PartCount == 1).OrderByDescending(l => l.IsOneUnit).ThenByDescending(l => Math.Abs(l.Cents)).Take(MostLinesTried).ToList())
        {
            if (given == wanted)
            {
                break;
            }

            if (VatCents.Split(line.Cents, line.Rate, new WantedSplit(way, line.VatCents + direction)) is { } amounts)
            {
                line.BecomeParts(amounts, warnings);
                given++;
            }
        }

        return given;
    }
}
