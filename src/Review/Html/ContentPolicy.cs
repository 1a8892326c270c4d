using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>What a browser may do with a page: only apply our style and show what the page itself holds, and what is named here.</summary>
public sealed record ContentPolicy
{
    private ContentPolicy() { }

    /// <summary>Nothing but our style.</summary>
    public static ContentPolicy Still { get; } = new();

    /// <summary>Whether it shows pictures that it holds.</summary>
    public bool HoldsPictures { get; init; }

    /// <summary>Whether it shows PDFs that it holds.</summary>
    public bool HoldsPdfs { get; init; }

    /// <summary>Whether it is served by a site of ours: it may send forms there, and run the script of that site.</summary>
    public bool IsServed { get; init; }

    /// <summary>Written for a page with this style sheet.</summary>
    internal string For(string sheet)
    {
        var style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        var policy = $"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action {(IsServed ? "'self'" : "'none'")}";
        policy += HoldsPictures ? "; img-src data:" : "";
        // A browser asks for both: it shows a PDF as a frame within the object.
        policy += HoldsPdfs ? "; object-src data:; frame-src data:" : "";
        return policy + (IsServed ? "; script-src 'self'; connect-src 'self'" : "");
    }
}
