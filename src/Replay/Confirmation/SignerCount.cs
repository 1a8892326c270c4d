using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>Whether those who signed are enough. A person counts once, and so does a key.</summary>
internal static class SignerCount
{
    public static IEnumerable<Problem> Problems(Plan plan, ImmutableArray<Signer> signers)
    {
        var author = plan.Loaded.Changeset.Recorded.Author;
        var mayNot = !plan.Policy.AuthorMaySign;
        if (mayNot && string.IsNullOrWhiteSpace(author))
        {
            yield return new Problem(Codes.AuthorUnknown, plan.Loaded.Changeset.Id, "The policy asks that nobody signs what they had recorded themselves, and the changeset does not say who that was.");
        }
        var counted = Counted(signers).Where(signer => !mayNot || author is null || !SignerName.Same(signer.Name, author)).ToList();
        if (mayNot && author is not null && signers.Any(signer => SignerName.Same(signer.Name, author)))
        {
            yield return new Problem(Codes.AuthorSigned, author, "The author of the changeset signed it; the policy does not count that.");
        }
        foreach (var need in plan.Needs)
        {
            var those = counted.Where(signer => need.Rule.Of.IsEmpty || need.Rule.Of.Contains(signer.Name)).Select(signer => signer.Name).ToList();
            if (those.Count < need.Rule.Signers)
            {
                yield return new Problem(Codes.SignaturesMissing, "--signature", $"It takes {need}; {(those.Count == 0 ? "nobody of them has signed" : $"signed by {string.Join(", ", those)} only")}.");
            }
        }
    }

    /// <summary>Each person and each key once.</summary>
    public static IEnumerable<Signer> Counted(ImmutableArray<Signer> signers) =>
        signers.DistinctBy(signer => signer.Key, StringComparer.Ordinal).DistinctBy(signer => signer.Name.Trim(), StringComparer.OrdinalIgnoreCase);
}
