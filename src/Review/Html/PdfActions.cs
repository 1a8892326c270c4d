using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Review;

/// <summary>
/// What a PDF would do in a reader, by the names that stand in it. Chromium's viewer runs a document's scripts as soon as it
/// is opened, whatever the page's policy says: one opened a dialog and a mail program, and a click on a link put another site
/// in the place of the page. So a PDF is shown only once these names are blanked in the copy that is shown.
/// </summary>
internal sealed partial class PdfActions
{
    /// <summary>All that is unpacked of one document.</summary>
    private const int UnpackedLimit = 64 * 1024 * 1024;

    /// <summary>Actions and what they are made of (ISO 32000-1, 12.6.4), forms that hold scripts, media, files from elsewhere.</summary>
    private static readonly FrozenSet<string> Acting = FrozenSet.Create(
        StringComparer.Ordinal, "JavaScript", "JS", "URI", "URL", "Launch", "SubmitForm", "ImportData", "ResetForm", "GoToR", "GoToE", "Named", "Hide", "SetOCGState", "XFA", "RichMedia", "Movie", "Sound", "Rendition");

    private readonly byte[] pdf;
    private readonly byte[] blanked;
    private readonly SortedSet<string> found = new(StringComparer.Ordinal);
    private int room = UnpackedLimit;
    private bool isSafe = true;

    private PdfActions(ReadOnlySpan<byte> bytes) => (pdf, blanked) = (bytes.ToArray(), bytes.ToArray());

    /// <summary>The actions that were found, each once, sorted.</summary>
    public ImmutableArray<string> Found => [.. found];

    /// <summary>The bytes to show, as many as the document has; null where nobody can be sure that they do nothing.</summary>
    public byte[]? Shown => isSafe ? blanked : null;

    public static PdfActions Of(ReadOnlySpan<byte> bytes)
    {
        var actions = new PdfActions(bytes);
        foreach (var (at, length, name) in PdfNames.In(actions.pdf))
        {
            actions.Take(at, length, name);
        }
        return actions;
    }

    private void Take(int at, int length, string name)
    {
        if (Acting.Contains(name))
        {
            found.Add(name);
            blanked.AsSpan(at, length).Fill((byte)'X');
        }
        else if (name == "Encrypt" || (name == "ObjStm" && !IsHarmless(at)))
        {
            isSafe = false;
        }
    }

    /// <summary>Whether the packed objects at this place were looked through and do nothing. What acts in there cannot be blanked in place.</summary>
    private bool IsHarmless(int at)
    {
        var begin = pdf.AsSpan(0, at).LastIndexOf("obj"u8);
        var end = pdf.AsSpan(at).IndexOf("stream"u8);
        if (begin < 0 || end < 0 || !PlainlyPacked().IsMatch(Encoding.Latin1.GetString(pdf.AsSpan(begin..(at + end)))))
        {
            return false;
        }
        var data = at + end + "stream"u8.Length;
        while (data < pdf.Length && pdf[data] is (byte)'\r' or (byte)'\n')
        {
            data++;
        }
        if (Unpacked(data) is not { } inside)
        {
            return false;
        }
        var names = PdfNames.In(inside).Select(found => found.Name).ToHashSet(StringComparer.Ordinal);
        found.UnionWith(names.Where(Acting.Contains));
        return !names.Overlaps(Acting) && !names.Contains("ObjStm") && !names.Contains("Encrypt");
    }

    private byte[]? Unpacked(int from)
    {
        using var plain = new MemoryStream();
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(pdf, from, pdf.Length - from), CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (int read; (read = unpacking.Read(buffer)) > 0 && room >= 0; room -= read)
            {
                plain.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return room < 0 ? null : plain.ToArray();
    }

    /// <summary>A dictionary in which nothing could be meant in another way, or be changed by another object.</summary>
    [GeneratedRegex(@"^obj\s*<<(?:\s*/(?:Type\s*/ObjStm|(?:N|First|Length)\s+[0-9]+|Filter\s*/FlateDecode))+\s*>>\s*$")]
    private static partial Regex PlainlyPacked();
}
