namespace DolibarrAgent.Intake;

/// <summary>How many bytes the streams of one PDF may still unpack to.</summary>
internal sealed class UnpackingBudget(long bytes)
{
    public bool IsExceeded { get; private set; }

    public long Left { get; private set; } = bytes;

    public void Take(long unpacked)
    {
        Left -= unpacked;
        if (Left < 0)
        {
            Refuse();
        }
    }

    // The PDF reader mends what it can and may swallow this; whoever opened it asks IsExceeded afterwards.
    public void Refuse()
    {
        IsExceeded = true;
        throw new InvalidDataException("The streams of the PDF unpack to more than is allowed.");
    }
}
