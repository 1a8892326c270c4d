using System.Collections.Immutable;

namespace DolibarrAgent.Desk;

/// <summary>
/// Who is let in: whoever brings a link that was printed in the terminal and that nobody brought before. From then on the
/// browser's cookie says who it is.
/// </summary>
internal sealed class Entrance
{
    /// <summary>So many browsers at once; each takes a link of its own.</summary>
    private const int Most = 20;

    private readonly Lock gate = new();
    private ImmutableList<Secret> links = [];
    private ImmutableList<Visitor> visitors = [];

    /// <summary>The word of a new link, which opens the desk once.</summary>
    public string NewLink()
    {
        var drawn = Secret.Draw();
        lock (gate)
        {
            links = [.. links.TakeLast(Most - 1), drawn.Secret];
        }
        return drawn.Word;
    }

    /// <summary>The word for the cookie of a browser that brought a link; null where the link was used, or never made.</summary>
    public string? Enter(string link)
    {
        lock (gate)
        {
            if (links.Find(one => one.Is(link)) is not { } known)
            {
                return null;
            }
            links = links.Remove(known);
            var drawn = Secret.Draw();
            visitors = [.. visitors.TakeLast(Most - 1), new Visitor(drawn.Secret)];
            return drawn.Word;
        }
    }

    /// <summary>The browser of a cookie; null where it did not come in by a link.</summary>
    public Visitor? VisitorOf(string? cookie)
    {
        lock (gate)
        {
            return cookie is null ? null : visitors.Find(visitor => visitor.Key.Is(cookie));
        }
    }
}
