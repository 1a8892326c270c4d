namespace DolibarrAgent.Intake;

/// <summary>How many bytes the packed parts of one PDF or of one container may still unpack to.</summary>
internal sealed class UnpackingBudget(long bytes)
{
    public bool IsExceeded { get; private set; }

    public long Left { get; private set; } = bytes;

    /// <summary>How many they were at first.</summary>
    public long Limit { get; } = bytes;

    /// <summary>What was unpacked so far.</summary>
    public long Taken => Limit - Left;

    public void Take(long unpacked)
    {
        Left -= unpacked;
        if (Left < 0)
        {
            Refuse();
        }
    }

    /// <summary>All that a stream unpacks to, block by block, so that no more memory is taken than is unpacked.</summary>
    public ReadOnlyMemory<byte> Unpack(Stream packed)
    {
        var file = new MemoryStream();
        var block = new byte[81920];
        int count;
        while ((count = packed.Read(block)) > 0)
        {
            Take(count);
            file.Write(block, 0, count);
        }

        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }

    // A reader may fix what it can and swallow this; whoever opened it asks IsExceeded afterwards.
    public void Refuse()
    {
        IsExceeded = true;
        throw new InvalidDataException("It unpacks to more than is allowed.");
    }
}
