using Microsoft.AspNetCore.Http;

namespace DolibarrAgent.Desk;

/// <summary>
/// Which requests are looked at: those of a page of this very site. A page of another site can make a browser send requests
/// here; it cannot choose what the browser says of where they come from.
/// </summary>
/// <param name="authority">Host and port as they stand in the address of the desk.</param>
internal sealed class RequestGuard(string authority)
{
    private const string Site = "Sec-Fetch-Site";

    /// <summary>The answer's status where a request is not looked at; null where it is.</summary>
    public int? Refusal(HttpRequest request)
    {
        // Another name for this address is how a foreign page becomes "the same site" (DNS rebinding).
        if (request.Host.Value != authority)
        {
            return StatusCodes.Status421MisdirectedRequest;
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            return StatusCodes.Status405MethodNotAllowed;
        }
        return IsOwn(request) ? null : StatusCodes.Status403Forbidden;
    }

    /// <summary>
    /// A page may be asked for from anywhere by whoever types its address; what does something comes from our own pages alone.
    /// </summary>
    private bool IsOwn(HttpRequest request) => HttpMethods.IsPost(request.Method)
        ? request.Headers.Origin == $"http://{authority}" && (request.Headers[Site] is [] or ["same-origin"])
        : request.Headers[Site] is [] or ["same-origin" or "none"];
}
