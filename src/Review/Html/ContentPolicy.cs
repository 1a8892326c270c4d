using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>What a browser may do with the page: only apply our style and show what the page itself holds.</summary>
internal static class ContentPolicy
{
    private static readonly string Style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Sheet)));

    public static string For(HtmlDocuments documents, HtmlCrops crops)
    {
        var policy = $"default-src 'none'; style-src 'sha256-{Style}'; base-uri 'none'; form-action 'none'";
        if (documents.HoldsPictures || crops.HoldsPictures)
        {
            policy += "; img-src data:";
        }
        // A browser asks for both: it shows a PDF as a frame within the object.
        return documents.HoldsPdfs ? policy + "; object-src data:; frame-src data:" : policy;
    }
}
