namespace DolibarrAgent.Changesets;

/// <summary>How an XML, and a web page, begins: with a bracket, behind marks and blanks.</summary>
internal static class XmlHead
{
    private const int Looked = 4096;

    public static bool Begins(ReadOnlySpan<byte> file)
    {
        foreach (var b in file[..Math.Min(file.Length, Looked)])
        {
            if (b == '<')
            {
                return true;
            }

            // 0 is a part of a longer character, the others are those of the marks.
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
            {
                return false;
            }
        }

        return false;
    }
}
