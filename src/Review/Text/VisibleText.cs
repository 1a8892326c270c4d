using System.Collections.Immutable;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>
/// Text that is fit to be shown on any face: one line, nothing in it invisible, nothing in it that a terminal obeys.
/// Made by <see cref="Visible"/> and nowhere else. What stands in ⟨ ⟩ is this program's word: data cannot write those
/// two characters, so it can forge neither a mark nor a word of ours. Two different texts are shown differently.
/// </summary>
public sealed class VisibleText : IEquatable<VisibleText>
{
    internal VisibleText(IEnumerable<VisiblePart> parts, Suspicion suspicion)
    {
        Parts = [.. Joined(parts)];
        Suspicion = suspicion;
    }

    public static VisibleText None { get; } = new([], Suspicion.None);

    public ImmutableArray<VisiblePart> Parts { get; }

    /// <summary>What a person should know about this text as a text.</summary>
    public Suspicion Suspicion { get; }

    public bool IsEmpty => Parts.IsEmpty;

    /// <summary>This and another with a blank between them; no blank beside nothing.</summary>
    public VisibleText And(VisibleText other) =>
        IsEmpty ? other : other.IsEmpty ? this : new VisibleText([.. Parts, new VisiblePart(" ", Voice.Ours), .. other.Parts], Suspicion | other.Suspicion);

    /// <summary>All of them with a blank between them; no blank beside nothing.</summary>
    internal static VisibleText Joined(IEnumerable<VisibleText> texts)
    {
        var (parts, suspicion) = (new List<VisiblePart>(), Suspicion.None);
        foreach (var text in texts.Where(text => !text.IsEmpty))
        {
            parts.AddRange(parts.Count == 0 ? text.Parts : [new VisiblePart(" ", Voice.Ours), .. text.Parts]);
            suspicion |= text.Suspicion;
        }
        return new VisibleText(parts, suspicion);
    }

    public bool Equals(VisibleText? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override bool Equals(object? obj) => Equals(obj as VisibleText);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Concat(Parts.Select(p => p.Text));

    private static IEnumerable<VisiblePart> Joined(IEnumerable<VisiblePart> parts)
    {
        var run = new StringBuilder();
        var by = Voice.Ours;
        foreach (var part in parts)
        {
            if (part.By != by && run.Length > 0)
            {
                yield return new VisiblePart(run.ToString(), by);
                run.Clear();
            }
            by = part.By;
            run.Append(part.Text);
        }
        if (run.Length > 0)
        {
            yield return new VisiblePart(run.ToString(), by);
        }
    }
}

/// <summary>A run of text by one voice.</summary>
public sealed record VisiblePart(string Text, Voice By);

/// <summary>Whose words they are.</summary>
public enum Voice
{
    /// <summary>From a document, a Dolibarr, an agent, a file: from outside.</summary>
    Data,

    /// <summary>This program's.</summary>
    Ours,

    /// <summary>This program's, in ⟨ ⟩, where data stands otherwise.</summary>
    Mark,
}

/// <summary>What a text does that an honest one need not.</summary>
[Flags]
public enum Suspicion
{
    None = 0,

    /// <summary>It holds characters that steer a terminal, turn the direction of reading or show nothing.</summary>
    Hidden = 1,

    /// <summary>It holds letters of another script that look like those around them.</summary>
    MixedScripts = 2,
}
