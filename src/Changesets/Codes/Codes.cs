using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>
/// The register of all codes of problems, in files by area: each stands here once, with its kind, whose it is and what to do.
/// </summary>
public static partial class Codes
{
    private static readonly FrozenDictionary<string, ProblemCode> Named;

    // Runs behind the fields of all files of this class, of which each adds itself.
    static Codes()
    {
        All = [.. Register.Entries];
        Named = All.ToFrozenDictionary(code => code.Text, StringComparer.Ordinal);
    }

    public static ImmutableArray<ProblemCode> All { get; }

    /// <summary>The code of something that was found or warned of, where it becomes a problem. One that is not there is a defect.</summary>
    public static ProblemCode Of(string text) => Named[text];

    private static ProblemCode Conflict(Whose whose, string text, string remedy) => Register.Add(text, ProblemKind.Conflict, whose, remedy);

    private static ProblemCode Failure(Whose whose, string text, string remedy) => Register.Add(text, ProblemKind.Failure, whose, remedy);

    private static ProblemCode Refusal(Whose whose, string text, string remedy) => Register.Add(text, ProblemKind.Refusal, whose, remedy);

    /// <summary>A class of its own: it is there before the first field is set, whatever the order of the files.</summary>
    private static class Register
    {
        public static List<ProblemCode> Entries { get; } = [];

        public static ProblemCode Add(string text, ProblemKind kind, Whose whose, string remedy)
        {
            var code = new ProblemCode(text, kind, whose, remedy);
            Entries.Add(code);
            return code;
        }
    }
}
