using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>A PDF of one page, whose objects are given: they are numbered from 1, and the page follows them.</summary>
internal sealed record CraftedPdf(params IReadOnlyList<CraftedObject> Objects)
{
    /// <summary>What the page draws.</summary>
    public string Content { get; init; } = "q Q";

    /// <summary>Entries of the page's resources.</summary>
    public string Resources { get; init; } = "";

    /// <summary>Entries of the page; the number of its contents stands for {0}.</summary>
    public string Page { get; init; } = "/MediaBox [0 0 595 842] /Contents {0} 0 R";

    /// <summary>Entries of the catalog besides the pages.</summary>
    public string Catalog { get; init; } = "";

    public byte[] ToBytes()
    {
        var pdf = new PdfBody();
        foreach (var item in Objects)
        {
            _ = item.Stream is null ? pdf.Add(item.Entries) : pdf.AddStream(item.Entries, item.Stream);
        }
        var content = pdf.AddStream("", Encoding.Latin1.GetBytes(Content));
        var pages = pdf.Next + 1;
        var page = pdf.Add($"<< /Type /Page /Parent {pages} 0 R {Page.Replace("{0}", $"{content}", StringComparison.Ordinal)} "
            + $"/Resources << {Resources} >> >>");
        pdf.Add($"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>");
        var root = pdf.Add($"<< /Type /Catalog /Pages {pages} 0 R {Catalog} >>");
        return pdf.ToFile(root, root);
    }

    public static string Times(int count, string text) => new StringBuilder().Insert(0, text, count).ToString();
}

/// <summary>An object, whole; or the entries of a stream's dictionary, and the stream.</summary>
internal sealed record CraftedObject(string Entries, byte[]? Stream = null)
{
    /// <summary>A stream of letters.</summary>
    public static CraftedObject Of(string entries, string stream) => new(entries, Encoding.Latin1.GetBytes(stream));
}
