using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether the mail that is given as the source of an account names it, in its text, on the pages of its files or in an
/// invoice.</summary>
internal static class AccountInMail
{
    public static ImmutableArray<Notice> Look(ImmutableArray<GivenDocument> documents, DocumentWords words, string iban)
    {
        var bare = IbanForm.Bare(iban);
        ImmutableArray<string> inInvoices = [.. documents.SelectMany(given => given.Invoices).SelectMany(one => one.Invoice.Facts.Accounts).Select(IbanForm.Bare).Distinct()];
        if (documents.IsEmpty || inInvoices.Contains(bare) || words.Say(bare))
        {
            return [];
        }
        ImmutableArray<string> others = [.. inInvoices.Concat(words.Ibans).Where(other => other.Length > 0).Distinct()];
        return [new Notice("iban-not-in-mail",
            $"The account {bare} is neither in the text of the document that was given nor in a structured invoice in it."
            + (others.IsEmpty ? "" : $" It names {string.Join(", ", others)}.")
            + (words.Unread.IsEmpty ? "" : $" The pages of {string.Join(", ", words.Unread)} were not read: look there."))];
    }
}
