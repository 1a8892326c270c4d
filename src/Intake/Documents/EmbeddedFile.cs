using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>One file inside an invoice's XML, or what is said of one that is left out.</summary>
/// <param name="File">Null if there is none: an element without text refers to a file elsewhere, which is not fetched.</param>
internal sealed record EmbeddedFile(SourceFile? File, IntakeWarning? Warning)
{
    private const string Term = "BT-125";

    /// <summary>The file of an element, which is called by its <paramref name="number"/> where it has no name.</summary>
    public static EmbeddedFile Of(Element carrier, int number, ReadLimits limits)
    {
        if (carrier.Text is not { } text)
        {
            return new(null, null);
        }

        var name = carrier.Attribute("filename") is { Length: > 0 } given ? given : string.Create(CultureInfo.InvariantCulture, $"attachment-{number}");
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var written) || written == 0)
        {
            return new(null, new("embedded-file-unreadable", $"The file '{FileNames.Clean(name)}' inside the XML is broken and was left out.", Term));
        }

        Array.Resize(ref bytes, written);
        var type = TypeOf(bytes, carrier.Attribute("mimeCode"));
        var file = SourceFile.From(Path.HasExtension(name) ? name : name + Ending(type), type, bytes);
        return ContentRefusals.TwoThings(file) is { } twice ? new(null, new("embedded-file-left-out", $"The file '{file.CleanName}' inside the XML was left out. {twice.Message}", Term))
            : ActiveContent.Is(file, limits) ? new(null, new("embedded-file-left-out", $"The file '{file.CleanName}' inside the XML is a program, a script or a web page, or holds macros; it was left out.", Term))
            : new(file, null);
    }

    // What is read or opened here is what its bytes are; of all else its sender may know better.
    private static string TypeOf(byte[] bytes, string? stated) => FileContent.Of(bytes) switch
    {
        var kind and (ContentKind.Pdf or ContentKind.Xml or ContentKind.Gzip or ContentKind.Tar or ContentKind.Cms or ContentKind.Tnef) => ContentTypes.Of(kind),
        _ when stated is { Length: > 0 } => stated,
        var kind => ContentTypes.Of(kind),
    };

    private static string Ending(string type) => type switch
    {
        "application/pdf" => ".pdf",
        "application/xml" => ".xml",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "text/csv" => ".csv",
        _ => "",
    };
}
