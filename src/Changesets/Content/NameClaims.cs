using System.Collections.Frozen;

namespace DolibarrAgent.Changesets;

/// <summary>What a file's name makes a person's computer open it as, whatever its bytes are.</summary>
public static class NameClaims
{
    private static readonly FrozenSet<string> Acting = FrozenSet.ToFrozenSet(
        [
            ".exe", ".com", ".scr", ".pif", ".cpl", ".dll", ".sys", ".ocx", ".msi", ".msp", ".mst", ".msix", ".appx", ".application", ".gadget", ".apk", ".jar", ".jnlp", ".class", ".dmg", ".pkg", ".deb", ".rpm",
            ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".vb", ".js", ".jse", ".mjs", ".ws", ".wsf", ".wsh", ".wsc", ".sct", ".sh", ".bash", ".command", ".py", ".pyw", ".pl", ".rb", ".php", ".applescript", ".scpt",
            ".hta", ".chm", ".hlp",
            ".lnk", ".url", ".desktop", ".webloc", ".inf", ".reg", ".scf", ".iso", ".img", ".vhd", ".vhdx",
            ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xll", ".sldm", ".pptm", ".potm", ".ppsm", ".ppam", ".mdb", ".accdb", ".accde", ".one",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ContentKind> Kinds = new Dictionary<string, ContentKind>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ContentKind.Pdf,
        [".xml"] = ContentKind.Xml,
        [".png"] = ContentKind.Png,
        [".jpg"] = ContentKind.Jpeg,
        [".jpeg"] = ContentKind.Jpeg,
        [".gif"] = ContentKind.Gif,
        [".webp"] = ContentKind.WebP,
        [".tif"] = ContentKind.OtherPicture,
        [".tiff"] = ContentKind.OtherPicture,
        [".bmp"] = ContentKind.OtherPicture,
        [".heic"] = ContentKind.OtherPicture,
        [".zip"] = ContentKind.Zip,
        [".docx"] = ContentKind.Zip,
        [".xlsx"] = ContentKind.Zip,
        [".pptx"] = ContentKind.Zip,
        [".odt"] = ContentKind.Zip,
        [".ods"] = ContentKind.Zip,
        [".gz"] = ContentKind.Gzip,
        [".tgz"] = ContentKind.Gzip,
        [".tar"] = ContentKind.Tar,
        [".doc"] = ContentKind.Ole,
        [".xls"] = ContentKind.Ole,
        [".ppt"] = ContentKind.Ole,
        [".msg"] = ContentKind.Ole,
        [".eml"] = ContentKind.Mail,
        [".htm"] = ContentKind.WebPage,
        [".html"] = ContentKind.WebPage,
        [".xhtml"] = ContentKind.WebPage,
        [".xht"] = ContentKind.WebPage,
        [".shtml"] = ContentKind.WebPage,
        [".mht"] = ContentKind.WebPage,
        [".mhtml"] = ContentKind.WebPage,
        [".svg"] = ContentKind.WebPage,
        [".svgz"] = ContentKind.WebPage,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind that its ending stands for; null where that says nothing. An ending that a computer runs stands for a program.</summary>
    public static ContentKind? Of(string name)
    {
        var ending = Path.GetExtension(name.TrimEnd(' ', '.'));
        // Endings in "-ms" are the Windows shell's own.
        return Acting.Contains(ending) || ending.EndsWith("-ms", StringComparison.OrdinalIgnoreCase) ? ContentKind.Program
            : Kinds.TryGetValue(ending, out var kind) ? kind
            : null;
    }

    /// <summary>The kind that the name stands for where the bytes are of another that it is opened with; null where nobody is misled. Pictures go for each other.</summary>
    public static ContentKind? Otherwise(string name, ContentKind kind) =>
        Of(name) is { } claimed && claimed != kind && !(FileContent.IsPicture(claimed) && FileContent.IsPicture(kind)) ? claimed : null;
}
