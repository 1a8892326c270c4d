using DolibarrAgent.Review;
using Microsoft.AspNetCore.Http;

namespace DolibarrAgent.Desk;

/// <summary>What every answer tells a browser: keep nothing, show it in no frame, hand it to no other site, guess no type.</summary>
internal static class SafeHeaders
{
    public static void Give(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // A page replaces it by its own; a file that a browser shows by itself may do nothing.
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
    }

    /// <summary>What a page may do, and that nobody puts it into a frame, which only a header can say.</summary>
    public static string PolicyOf(HtmlPage page) => $"{page.SentPolicy}; frame-ancestors 'none'";
}
