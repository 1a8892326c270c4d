using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>An entry and the lines it became: one, or the parts of a split.</summary>
internal sealed class FittedLine
{
    private readonly Entry entry;

    public FittedLine(Entry entry, List<IntakeWarning> warnings)
    {
        this.entry = entry;
        Lines = [LineFit.Of(entry, warnings)];
        VatCents = (long)(DolibarrArithmetic.Line(Lines[0]).Vat * 100);
    }

    public IReadOnlyList<DolibarrLine> Lines { get; private set; }

    public decimal Rate => entry.VatRate;

    public long Cents => (long)(entry.Net * 100);

    public long VatCents { get; private set; }

    public int PartCount => Lines.Count;

    public bool IsOneUnit => PartCount == 1 && Lines[0].Quantity == 1 && Lines[0].UnitPrice == entry.Net;

    public void BecomeOneUnit(List<IntakeWarning> warnings)
    {
        Lines = [LineFit.OneUnit(entry, warnings)];
        VatCents = Intake.VatCents.Of(Cents, Rate);
    }

    public void BecomeParts(long[] amounts, List<IntakeWarning> warnings)
    {
        var whole = LineFit.OneUnit(entry, []);
        Lines = [.. amounts.Select((cents, index) => whole with
        {
            UnitPrice = cents / 100m,
            Description = $"{whole.Description} ({index + 1}/{amounts.Length})",
        })];
        VatCents = amounts.Sum(cents => Intake.VatCents.Of(cents, Rate));
        warnings.Add(new("line-split", $"“{FitText.Keepable(entry.Text)}” is split into {string.Join(" and ", Lines.Select(l => Decimals.Cents(l.UnitPrice)))}, so that the VAT comes to the document's cent.", entry.Source));
    }
}
