using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>How bank accounts are named to a person.</summary>
public static class BankAccountWords
{
    /// <summary>One line: the IBAN first, and whether payments go there.</summary>
    public static string Describe(BankAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var iban = LegalIds.Bare(account.Iban) is { Length: > 0 } bare ? bare : "an account without an IBAN";
        return $"{iban}{(account.Bic.Length > 0 ? $", BIC {account.Bic}" : "")}{(account.Bank.Length > 0 ? $", {account.Bank}" : "")}"
            + $"{(account.Label.Length > 0 ? $" ('{account.Label}')" : "")}{(account.IsDefault ? ", the one that is paid to" : "")}";
    }

    internal static string All(ImmutableArray<BankAccount> accounts) => accounts.IsEmpty ? "no bank account" : string.Join("; ", accounts.Select(Describe));
}
