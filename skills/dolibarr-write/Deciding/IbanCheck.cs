using DolibarrAgent.Changesets;
using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Compares the accounts of a document with those on file. They are never written from a document: a changed IBAN is
/// how invoices are stolen, so one that is not on file is the loudest notice there is. A person enters it, with a command of their own.
/// </summary>
internal static class IbanCheck
{
    private const string EnterIt = "A person enters it, with agent set-iban.";

    public static async Task<ImmutableArray<Notice>> LookAsync(InvoiceFacts facts, ThirdParty? supplier, DolibarrReader read, CancellationToken cancel)
    {
        ImmutableArray<string> accounts = [.. facts.Accounts.Select(IbanForm.Bare).Where(a => a.Length > 0).Distinct()];
        if (accounts.IsEmpty)
        {
            return [];
        }
        var named = string.Join(", ", accounts);
        if (supplier is null)
        {
            return [new Notice("iban-unknown", $"The document asks for payment to {named}; the supplier is new, so no account is on file to compare. {EnterIt}")];
        }
        if (await read.BankAccounts.ListAsync(supplier.Id, cancel) is not Answer<ImmutableArray<BankAccount>>.Ok { Value: var onFile })
        {
            return [new Notice("iban-unknown", $"The document asks for payment to {named}; the accounts on file of '{supplier.Name}' could not be read. Compare them by hand.")];
        }
        ImmutableArray<string> known = [.. onFile.Select(a => IbanForm.Bare(a.Iban)).Where(iban => iban.Length > 0)];
        if (known.IsEmpty)
        {
            return [new Notice("iban-unknown", $"The document asks for payment to {named}; '{supplier.Name}' has no account on file to compare. {EnterIt}")];
        }
        return [.. accounts.Where(account => !known.Contains(account)).Select(account => new Notice(
            "iban-not-on-file", $"THE ACCOUNT IS NOT ON FILE: the document asks for payment to {account}; '{supplier.Name}' has {string.Join(", ", known)}. Do not pay before the supplier has confirmed it through a channel that you know. {EnterIt}"))];
    }
}
