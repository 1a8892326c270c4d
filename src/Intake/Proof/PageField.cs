using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What the pages say of one thing that an invoice must say.</summary>
/// <typeparam name="T">The form of its value.</typeparam>
public abstract record PageField<T>
    where T : notnull
{
    private PageField()
    {
    }

    /// <summary>The value, where it is proven; else the default.</summary>
    public T? ValueOrDefault => this is Proven proven ? proven.Value : default;

    /// <summary>One value, labelled as what it is, that no other contradicts.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Places">Where it stands, the first place first.</param>
    public sealed record Proven(T Value, ImmutableArray<PagePlace> Places) : PageField<T>;

    /// <summary>Several values could be meant; a person or the text must decide.</summary>
    /// <param name="Candidates">Each with where it stands.</param>
    public sealed record Several(ImmutableArray<PageCandidate<T>> Candidates) : PageField<T>;

    /// <summary>The pages do not say it, or not so that it can be told from other things.</summary>
    public sealed record NotThere : PageField<T>;
}

/// <summary>A value that could be meant.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it stands.</param>
/// <typeparam name="T">The form of its value.</typeparam>
public sealed record PageCandidate<T>(T Value, PagePlace Place);
