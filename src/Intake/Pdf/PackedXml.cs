using System.IO.Compression;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Unpacks a deflated file as far as it is XML: of an image or another PDF no more than its beginning, for nobody reads it
/// here. Goes block by block, so that no more memory is taken than is unpacked.
/// </summary>
internal static class PackedXml
{
    private const int Beginning = 1024;

    /// <summary>The file; empty where it is not XML, null where it is damaged.</summary>
    public static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> packed, UnpackingBudget budget)
    {
        try
        {
            using var inflated = new ZLibStream(new ReadOnlyMemoryStream(packed), CompressionMode.Decompress);
            var block = new byte[81920];
            var count = inflated.ReadAtLeast(block.AsSpan(0, Beginning), Beginning, throwOnEndOfStream: false);
            if (FileContent.Of(block.AsSpan(0, count)) != ContentKind.Xml)
            {
                return ReadOnlyMemory<byte>.Empty;
            }

            var file = new MemoryStream();
            do
            {
                budget.Take(count);
                file.Write(block, 0, count);
                count = inflated.Read(block);
            }
            while (count > 0);

            return file.GetBuffer().AsMemory(0, (int)file.Length);
        }
        catch (InvalidDataException) when (!budget.IsExceeded)
        {
            return null;
        }
    }
}
