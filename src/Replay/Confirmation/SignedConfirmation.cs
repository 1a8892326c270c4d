using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>A statement and the signatures under it, as they were named.</summary>
/// <param name="Statement">The file; null for the first signature's without <c>.sig</c>.</param>
/// <param name="Signatures">At least one file.</param>
public sealed record SignedFiles(string? Statement, ImmutableArray<string> Signatures)
{
    internal const string Ending = ".sig";

    internal string? StatementPath => Statement ?? (Signatures[0].EndsWith(Ending, StringComparison.Ordinal) ? Signatures[0][..^Ending.Length] : null);
}

/// <summary>The word of those who signed, once it was checked.</summary>
/// <param name="Statement">SHA-256 of the statement, by which it is known when it comes again.</param>
/// <param name="Signers">Their names, with the fingerprints of their keys.</param>
internal sealed record Signed(string Statement, ImmutableArray<string> Signers);

/// <summary>Checks signatures against a plan that was made just now on the live target, and says all that is wrong with them.</summary>
/// <param name="gate">The folder of the gate.</param>
internal sealed class SignedConfirmation(string? gate, TimeProvider clock)
{
    /// <summary>The word that was given, or why it does not count for this plan.</summary>
    public async Task<(Signed? Signed, ImmutableArray<Problem> Problems)> CheckAsync(Plan plan, SignedFiles files, Past past, CancellationToken cancel)
    {
        if (files.StatementPath is not { } path)
        {
            return (null, [new Problem("no-statement", files.Signatures[0], "Its name does not end in .sig, so it does not tell which statement it is for.", "Name the statement with --statement.")]);
        }
        var (bytes, unreadable) = StatementFile.Read(path, "statement");
        if (bytes is null)
        {
            return (null, [unreadable!]);
        }
        var (statement, edited) = StatementFile.Parse(bytes, path);
        if (statement is null)
        {
            return (null, [edited!]);
        }
        var signed = Digest.Of(bytes).Hex;
        var now = Statement.Of(plan, StatementFile.LanguageOf(statement) ?? Language.English, StatementFile.TimeOf(statement)!.Value);
        var problems = new StatementComparison(statement, now).Problems(plan, Confirmation.Moved(plan, statement.PlanSha256, past), clock.GetUtcNow());
        if (past.UsedUp.Contains(signed))
        {
            problems = problems.Add(new Problem("signature-used", path, "This statement was confirmed before, and its replay came to its end: it counts once.", "Look at `replay history`, then at the plan as it is now; have a new statement of it signed."));
        }
        var (signers, unsigned) = await SignersAsync(bytes, files.Signatures, cancel);
        problems = [.. problems, .. unsigned, .. unsigned.IsEmpty ? SignerCount.Problems(plan, signers) : []];
        return problems.IsEmpty ? (new Signed(signed, [.. SignerCount.Counted(signers).Select(signer => $"{signer.Name} ({signer.Key})")]), []) : (null, problems);
    }

    private async Task<(ImmutableArray<Signer> Signers, ImmutableArray<Problem> Problems)> SignersAsync(byte[] statement, ImmutableArray<string> signatures, CancellationToken cancel)
    {
        var (allowed, faults) = AllowedSigners.Read(gate);
        if (SshKeygen.Absence() is { } absence)
        {
            faults = faults.Add(absence);
        }
        if (!faults.IsEmpty)
        {
            return ([], faults);
        }
        using var keygen = new SshKeygen(statement, allowed);
        var signers = ImmutableArray.CreateBuilder<Signer>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var path in signatures)
        {
            var (bytes, problem) = StatementFile.Read(path, "signature");
            var signer = (Signer?)null;
            if (bytes is not null)
            {
                (signer, problem) = await keygen.CheckAsync(bytes, path, cancel);
            }
            if (signer is not null)
            {
                signers.Add(signer);
            }
            else
            {
                problems.Add(problem!);
            }
        }
        return (signers.ToImmutable(), problems.ToImmutable());
    }
}
