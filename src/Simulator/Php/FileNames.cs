using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>File names as the server stores them.</summary>
internal static partial class FileNames
{
    private static readonly ImmutableArray<string> Executable =
    [
        ".htm", ".html", ".shtml", ".js", ".phar", ".php", ".php3", ".php4", ".php5", ".phtml", ".pht", ".pl", ".py", ".cgi",
        ".ksh", ".sh", ".bash", ".bat", ".cmd", ".wpk", ".exe", ".dmg", ".appimage",
    ];

    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖŠÙÚÛÜÝŸàáâãäåçèéêëìíîïñòóôõöšùúûüýÿ";
    private const string Bare = "AAAAAACEEEEIIIINOOOOOSUUUUYyaaaaaaceeeeiiiinooooosuuuuyy";

    private static readonly ImmutableDictionary<string, string> MimeTypes = new Dictionary<string, string>
    {
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".xml"] = "text/xml",
        [".html"] = "text/html",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
    }.ToImmutableDictionary();

    /// <summary>Without accents and without what a file system or a shell may take amiss, which becomes <paramref name="instead"/>.</summary>
    public static string Sanitize(string name, string instead = "_")
    {
        var clean = new StringBuilder();
        foreach (var letter in name)
        {
            clean.Append("<>/\\?*|\":°$;`".Contains(letter, StringComparison.Ordinal) ? instead : Unaccented(letter).ToString());
        }

        var dashes = TwoDashes().Replace(clean.ToString(), "_");
        return DashAtEnd().Replace(DashAfterBlank().Replace(dashes, " _$1"), "").Replace("..", "", StringComparison.Ordinal);
    }

    /// <summary>Under which name it lies in the folder: what could be run gets <c>.noexe</c> behind it.</summary>
    public static string OnDisk(string name) =>
        Executable.Contains(Path.GetExtension(name).ToLowerInvariant()) ? name + ".noexe" : name;

    public static string MimeType(string name) =>
        MimeTypes.GetValueOrDefault(Path.GetExtension(name).ToLowerInvariant(), "application/octet-stream");

    /// <summary>Only the Latin letters that the server knows lose their accent.</summary>
    private static char Unaccented(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Bare[at] : letter;

    [GeneratedRegex("--+")]
    private static partial Regex TwoDashes();

    [GeneratedRegex(@"\s+-([^\s])")]
    private static partial Regex DashAfterBlank();

    [GeneratedRegex(@"\s+-$")]
    private static partial Regex DashAtEnd();
}
