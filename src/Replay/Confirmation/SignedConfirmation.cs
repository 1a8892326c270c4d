using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;
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
    public async Task<CheckedWord> CheckAsync(Plan plan, SignedFiles files, Past past, CancellationToken cancel)
    {
        if (files.StatementPath is not { } path)
        {
            return new CheckedWord(null, [new Problem(Codes.NoStatement, files.Signatures[0], "Its name does not end in .sig, so it does not tell which statement it is for.")]);
        }
        var (bytes, unreadable) = StatementFile.Read(path, "statement");
        if (bytes is null)
        {
            return new CheckedWord(null, [unreadable!]);
        }
        var (statement, edited) = StatementFile.Parse(bytes, path);
        if (statement is null)
        {
            return new CheckedWord(null, [edited!]);
        }
        var signed = Digest.Of(bytes).Hex;
        var now = Statement.Of(plan, StatementFile.LanguageOf(statement) ?? Language.English, StatementFile.TimeOf(statement)!.Value);
        var problems = new StatementComparison(statement, now).Problems(plan, Confirmation.Moved(plan, statement.PlanSha256, past), clock.GetUtcNow());
        if (past.UsedUp.Contains(signed))
        {
            problems = problems.Add(new Problem(Codes.SignatureUsed, path, "This statement was confirmed before, and its replay was completed: it counts once."));
        }
        var (signers, unsigned) = await SignersAsync(bytes, files.Signatures, cancel);
        problems = [.. problems, .. unsigned, .. unsigned.IsEmpty ? SignerCount.Problems(plan, signers) : []];
        return problems.IsEmpty
            ? new CheckedWord(new Signed(signed, [.. SignerCount.Counted(signers).Select(signer => $"{signer.Name} ({signer.Key})")]), [])
            : new CheckedWord(null, problems);
    }

    private async Task<FoundSigners> SignersAsync(byte[] statement, ImmutableArray<string> signatures, CancellationToken cancel)
    {
        var (allowed, faults) = AllowedSigners();
        if (!faults.IsEmpty)
        {
            return new FoundSigners([], faults);
        }
        using var check = new SignatureCheck(SignaturePurpose.Statement, statement);
        var signers = ImmutableArray.CreateBuilder<Signer>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var path in signatures)
        {
            var (bytes, problem) = StatementFile.Read(path, "signature");
            switch (bytes is null ? null : await check.SignerAsync(bytes, allowed, cancel))
            {
                case SignatureFinding.Good { Signer: var signer }:
                    signers.Add(signer);
                    break;
                case SignatureFinding.Stranger stranger:
                    problems.Add(new Problem(Codes.NotAllowed, path, $"It is not a signature of anybody who may sign. ssh-keygen says: {stranger.Words}", "Have it signed by somebody in the list of who may sign."));
                    break;
                case SignatureFinding.Bad bad:
                    problems.Add(new Problem(Codes.BadSignature, path, $"It is not a signature by {bad.Name} under this statement. ssh-keygen says: {bad.Words}", $"Sign this very file: ssh-keygen -Y sign -f KEY -n {SignaturePurpose.Statement} FILE"));
                    break;
                default:
                    problems.Add(problem!);
                    break;
            }
        }
        return new FoundSigners(signers.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The list of who may sign. A recorder's key is not in it: whoever has the agent's machine could confirm with it what the agent recorded.</summary>
    private ListedSigners AllowedSigners()
    {
        var (allowed, faults) = SignerList.Signers.Read(gate);
        var (recorders, unread) = SignerList.Recorders.Read(gate);
        faults = [.. faults, .. unread];
        if (allowed.Length == 0 && faults.IsEmpty)
        {
            faults = [new Problem(Codes.NoSigners, SignerList.Signers.FileName, "There is no list of who may sign.")];
        }
        if (SignerList.KeysIn(allowed).Overlaps(SignerList.KeysIn(recorders)))
        {
            faults = faults.Add(new Problem(Codes.KeyInBothLists, SignerList.Signers.FileName, $"A key in it is in {SignerList.Recorders.FileName} too: whoever records with it could also sign."));
        }
        return new ListedSigners(allowed, SshKeygen.Absence() is { } absence ? faults.Add(absence) : faults);
    }

    private sealed record FoundSigners(ImmutableArray<Signer> Signers, ImmutableArray<Problem> Problems);
}

/// <summary>The word of those who signed, as it was checked.</summary>
/// <param name="Signed">Null where it does not count for the plan.</param>
/// <param name="Problems">Why it does not; empty where it does.</param>
internal sealed record CheckedWord(Signed? Signed, ImmutableArray<Problem> Problems);
