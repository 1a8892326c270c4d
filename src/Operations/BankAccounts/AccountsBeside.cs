using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>
/// What the other bank accounts of a third party stand in the way of. Dolibarr takes each label once for a third party: a
/// second one fails behind the insertion of its row, which stays, empty (recorded in <c>thirdparty-bank-label</c>).
/// </summary>
internal static class AccountsBeside
{
    /// <summary>The conflict with another account that has this label; null if there is none, or the operation gives no label.</summary>
    public static Standing? LabelTaken(Operation operation, Fields set, Site site, IEnumerable<BankAccount> others) =>
        set.TextOf("label") is { Length: > 0 } label && others.FirstOrDefault(other => IsSame(other.Label, label)) is { } holder
            ? Standings.Conflict(new Problem(
                Codes.LabelTaken, operation.Id, $"On {site.Name} this third party already has a bank account labelled '{holder.Label}': {BankAccountImage.Describe(holder)}. Dolibarr takes each label once, and leaves an empty row behind when it is asked for a second.",
                "Give this account another label, and record the changeset again."))
            : null;

    /// <summary>What is left of a creation that failed half-way; null where nothing is.</summary>
    public static Standing? HalfDone(Operation operation, Site site, long owner, ImmutableArray<BankAccount> all) =>
        all.Count(BankAccountImage.IsEmpty) is > 0 and var rows
            ? Standings.Conflict(new Problem(
                Codes.HalfDone, operation.Id, $"On {site.Name} this third party has {(rows == 1 ? "an empty bank account" : "empty bank accounts")}, with neither IBAN nor label. Dolibarr leaves such a row where entering an account fails half-way.",
                $"Delete what is empty there by hand ({BankAccountOperations.Instance.Resource.PageOf(owner)}), then run the same command again."))
            : null;

    // A database that compares without regard to case, as MySQL does, takes 'Main' and 'main' for the same.
    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
