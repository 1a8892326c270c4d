using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// What may become of an invoice whose values a program read from printed pages, as the policy says in <see cref="Member"/>.
/// An agent reads that member alone, to know how far it may go on the sandbox; whether it is done on prod, a replay says.
/// </summary>
public sealed record PrintedRule
{
    /// <summary>The member of <c>policy.json</c>.</summary>
    public const string Member = "printed";

    private const string SupplierOnFileWord = "supplier-on-file";
    private const string DraftWord = "draft";
    private const int Limit = 1024 * 1024;

    private PrintedRule(string word) => Word = word;

    /// <summary>It stays a draft, whoever it is from.</summary>
    public static PrintedRule Draft { get; } = new(DraftWord);

    /// <summary>It may be made final, where all of it is proven and a legal id on the pages names a supplier on file.</summary>
    public static PrintedRule SupplierOnFile { get; } = new(SupplierOnFileWord);

    /// <summary>The words that a policy may use.</summary>
    public static ImmutableArray<string> Words { get; } = [DraftWord, SupplierOnFileWord];

    /// <summary>As a policy writes it.</summary>
    public string Word { get; }

    /// <summary>The rule of a word; a draft for none and for any other.</summary>
    public static PrintedRule Of(string? word) => word == SupplierOnFileWord ? SupplierOnFile : Draft;

    /// <summary>The rule of the policy in a folder of the gate; a draft where there is none, or it cannot be trusted or read.</summary>
    public static PrintedRule In(string? gate)
    {
        if (gate is null)
        {
            return Draft;
        }
        var path = Path.Combine(gate, GateFiles.Policy);
        try
        {
            if (GuardedFile.ProblemOf(path, "the policy") is not null || RegularFile.ReadUnlinked(path, Limit) is not { } bytes)
            {
                return Draft;
            }
            using var policy = JsonDocument.Parse(bytes);
            return policy.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(Member, out var word)
                && word.ValueKind == JsonValueKind.String
                ? Of(word.GetString())
                : Draft;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return Draft;
        }
    }
}
