using System.Collections.Immutable;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The skill's own words for a model: <c>SKILL.md</c> and what it refers to, as they lie beside this code.</summary>
public static class SkillText
{
    private static readonly ImmutableArray<string> References = ["references/invoices.md", "references/refusals.md"];

    /// <summary>
    /// What a model is told before anything else: <c>SKILL.md</c> without its heading for programs, and, since a model
    /// cannot open files here, its references behind it.
    /// </summary>
    public static string ForAModel { get; } = string.Join("\n\n", [Body(Read("SKILL.md")), .. References.Select(name => $"`{name}`:\n\n{Read(name)}")]);

    private static string Body(string text) => text.Split("---\n", 3) is ["", _, var body] ? body.Trim() : text;

    private static string Read(string name)
    {
        using var stream = typeof(SkillText).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of this program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
