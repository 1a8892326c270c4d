using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DolibarrAgent.Review;

/// <summary>
/// What a PDF would do in a reader, by the names that stand in it. Chromium's viewer runs a document's scripts as soon as it
/// is opened, whatever the page's policy says: one opened a dialog and a mail program, and a click on a link put another site
/// in the place of the page. So a PDF is shown only once these names are blanked in the copy that is shown.
/// </summary>
internal sealed class PdfActions
{
    /// <summary>Actions and what they are made of (ISO 32000-1, 12.6.4), forms that hold scripts, media, files from elsewhere.</summary>
    private static readonly FrozenSet<string> Acting = FrozenSet.Create(
        StringComparer.Ordinal, "JavaScript", "JS", "URI", "URL", "Launch", "SubmitForm", "ImportData", "ResetForm", "GoToR", "GoToE", "Named", "Hide", "SetOCGState", "XFA", "RichMedia", "Movie", "Sound", "Rendition");

    private readonly byte[] pdf;
    private readonly byte[] blanked;
    private readonly SortedSet<string> found = new(StringComparer.Ordinal);
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
        foreach (var objects in new PackedObjects(actions.pdf).Unpacked())
        {
            actions.TakePacked(objects);
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
        else if (name == "Encrypt")
        {
            isSafe = false;
        }
    }

    /// <summary>What acts in packed objects cannot be blanked in place.</summary>
    private void TakePacked(byte[]? objects)
    {
        if (objects is null)
        {
            isSafe = false;
            return;
        }
        var names = PdfNames.In(objects).Select(found => found.Name).ToHashSet(StringComparer.Ordinal);
        found.UnionWith(names.Where(Acting.Contains));
        isSafe &= !names.Overlaps(Acting) && !names.Contains("ObjStm") && !names.Contains("Encrypt");
    }
}
