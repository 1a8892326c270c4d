using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether an account that a person wants entered goes with those that its supplier has on file.</summary>
internal static class AccountsOnFile
{
    /// <summary>Why it does not; null where it does.</summary>
    public static Problem? Problem(BankAccountAsked asked, ThirdParty party, ImmutableArray<BankAccount> onFile)
    {
        var supplier = ThirdPartyWords.Describe(party);
        if (onFile.FirstOrDefault(account => IbanForm.Bare(account.Iban) == IbanForm.Bare(asked.Iban)) is { } there)
        {
            return new Problem(
                Codes.AlreadyThere, "--iban", $"{supplier} has this account on file already: {Describe(there)}. Nothing was changed.",
                "Nothing has to be entered. Correct its BIC, bank or label by hand in Dolibarr, on both instances.");
        }
        var replaced = asked.Replaces is { } old ? onFile.FirstOrDefault(account => IbanForm.Bare(account.Iban) == IbanForm.Bare(old)) : null;
        if (asked.Replaces is { } missing && replaced is null)
        {
            return new Problem(
                Codes.ReplacedNotOnFile, "--replaces", $"{supplier} has no account {IbanForm.Bare(missing)}; on file: {All(onFile)}.");
        }
        return replaced is null ? LabelTaken(asked, supplier, onFile) : Stale(asked, replaced) ?? LabelTaken(asked, supplier, [.. onFile.Where(account => account != replaced)]);
    }

    // Dolibarr keeps a label once for each third party: it answers 500 and leaves an empty account behind.
    private static Problem? LabelTaken(BankAccountAsked asked, string supplier, ImmutableArray<BankAccount> others) =>
        asked.Label is { } label && others.FirstOrDefault(account => account.Label == KeepableText.Line(label)) is { } other
            ? new Problem(
                Codes.LabelTaken, "--label", $"{supplier} has another account with the label '{other.Label}': {Describe(other)}.")
            : null;

    /// <summary>What is not given stays as it is, and the BIC of the old bank must not stay with the new IBAN.</summary>
    private static Problem? Stale(BankAccountAsked asked, BankAccount replaced)
    {
        var stale = new[] { ("--bic", asked.Bic, replaced.Bic), ("--bank", asked.Bank, replaced.Bank) }
            .Where(detail => detail.Item2 is null && detail.Item3.Length > 0).Select(detail => (Option: detail.Item1, Held: detail.Item3)).ToList();
        return stale.Count > 0
            ? new Problem(
                Codes.DetailsMissing, stale[0].Option, $"The account that is replaced has {string.Join(" and ", stale.Select(one => $"'{one.Held}' for {one.Option}"))}, which would stay with the new IBAN.",
                $"Give {string.Join(" and ", stale.Select(one => one.Option))} of the new account; the same again where the bank is the same.")
            : null;
    }

    private static string All(ImmutableArray<BankAccount> accounts) =>
        accounts.IsEmpty ? "no bank account" : string.Join("; ", accounts.Select(Describe));

    private static string Describe(BankAccount account) => BankAccountOperations.Instance.Describe(account.Found);
}
