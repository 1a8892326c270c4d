namespace DolibarrAgent.Intake;

/// <summary>
/// Makes VAT that is rounded a line at a time come to the document's VAT, which is rounded once for each rate.
/// A line that becomes one unit, or is split in two, can round the other way; each moves the VAT by one cent.
/// </summary>
/// <remarks>
/// The fewest extra lines: the roundings of the lines of one rate differ from the document's by their
/// residuals, none more than half a cent, so a cent that is missing comes from at least two lines that were
/// rounded the same way, and each of these can give it back. Turning a line into one unit costs no extra
/// line and comes first; then each split gives one cent, and no split can give more.
/// </remarks>
internal sealed class VatMending(List<IntakeWarning> warnings)
{
    // Documents that are further off than this were not computed as rate times base.
    private const int MostCents = 50;

    /// <summary>Mends one rate. <paramref name="cents"/> is what the VAT of these lines must still move by; what could not be reached stays.</summary>
    public void Mend(List<FittedLine> lines, decimal rate, int cents)
    {
        if (cents == 0 || Math.Abs(cents) > MostCents)
        {
            return;
        }

        var direction = Math.Sign(cents);
        var left = Math.Abs(cents);
        left -= UnitLines(lines, rate, direction, left);
        for (var parts = 2; parts <= 3 && left > 0; parts++)
        {
            left -= Split(lines, rate, direction * parts, left);
        }
    }

    private int UnitLines(List<FittedLine> lines, decimal rate, int direction, int wanted)
    {
        var given = 0;
        foreach (var line in lines.Where(l => l.Rate == rate && !l.IsOneUnit))
        {
            if (given == wanted)
            {
                break;
            }

            if (VatCents.Of(line.Cents, rate) - line.VatCents == direction)
            {
                line.BecomeOneUnit(warnings);
                given++;
            }
        }

        return given;
    }

    // The sign of partsAndDirection is the direction, its size the number of parts: one argument less, nothing else.
    private int Split(List<FittedLine> lines, decimal rate, int partsAndDirection, int wanted)
    {
        var (parts, direction) = (Math.Abs(partsAndDirection), Math.Sign(partsAndDirection));
        var given = 0;
        foreach (var line in lines.Where(l => l.Rate == rate && l.PartCount == 1).OrderByDescending(l => l.IsOneUnit).ThenByDescending(l => Math.Abs(l.Cents)).ToList())
        {
            if (given == wanted)
            {
                break;
            }

            if (VatCents.Split(line.Cents, rate, (parts, line.VatCents + direction)) is { } amounts)
            {
                line.BecomeParts(amounts, warnings);
                given++;
            }
        }

        return given;
    }
}
