using System.Collections.Immutable;
using System.Text;
using DolibarrAgent.Readers;

namespace DolibarrAgent.Intake;

/// <summary>The programs of the system that draw pages and recognise words in pictures; without them pages that are pictures are not read.</summary>
public sealed record RecognitionTools
{
    /// <summary>What installs them on Debian and Ubuntu.</summary>
    public const string Packages = "apt-get install tesseract-ocr tesseract-ocr-fra poppler-utils";

    private static readonly ImmutableArray<string> Wanted = ["fra", "eng"];

    /// <summary>Those of this machine, each from its fixed place.</summary>
    public static RecognitionTools Here { get; } = new();

    /// <summary>Draws a page of a PDF.</summary>
    public LimitedProgram Drawing { get; init; } = new("/usr/bin/pdftoppm");

    /// <summary>Recognises words.</summary>
    public LimitedProgram Recognising { get; init; } = new("/usr/bin/tesseract");

    /// <summary>The names of those that are not there.</summary>
    public ImmutableArray<string> Missing =>
    [
        .. new[] { Recognising, Drawing }.Where(program => !File.Exists(program.Program)).Select(program => Path.GetFileName(program.Program)),
        .. File.Exists(LimitedProgram.Limiter) ? ImmutableArray<string>.Empty : [Path.GetFileName(LimitedProgram.Limiter)],
    ];

    /// <summary>The languages, of French and English, that words can be recognised in: <c>fra</c>, <c>eng</c>.</summary>
    public async Task<ImmutableArray<string>> LanguagesAsync(CancellationToken cancel)
    {
        var known = Missing.IsEmpty ? await Recognising.RunAsync(["--list-langs"], default, cancel) : null;
        return [.. Wanted.Intersect(Encoding.UTF8.GetString(known ?? []).Split('\n', StringSplitOptions.TrimEntries), StringComparer.Ordinal)];
    }
}
