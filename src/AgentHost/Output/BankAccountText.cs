using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Operations;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>What came of entering a bank account: whose it is, the accounts before and now, and the changeset.</summary>
internal static class BankAccountText
{
    public static async Task<int> ShowAsync(Result<EnteredBankAccount> result, bool json, Terminal terminal)
    {
        if (json)
        {
            await terminal.Out.WriteLineAsync(BankAccountJson.Of(result));
        }
        switch (result)
        {
            case Result<EnteredBankAccount>.Ok { Value: var entered }:
                if (!json)
                {
                    Show(entered, terminal);
                }
                return ExitCode.Done;
            case Result<EnteredBankAccount>.Refused refused:
                await ProblemLines.ShowAsync(refused.Problems, terminal);
                return ExitCode.Of(refused.Problems);
            default:
                throw new InvalidOperationException("A bank account is entered, or that is refused.");
        }
    }

    private static void Show(EnteredBankAccount entered, Terminal terminal)
    {
        new Screen(terminal.Out, terminal.Screen).Show(TerminalReview.Of(ReviewPage.Of(entered.Changeset)));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"Supplier: {Shown.Line(entered.Supplier)}");
        Accounts("Bank accounts before", entered.Before, terminal);
        if (entered.After is { } after)
        {
            Accounts("Bank accounts now", after, terminal);
        }
        else
        {
            terminal.Out.WriteLine("The bank accounts could not be read again. Look at them in Dolibarr.");
        }
        if (entered.Page is { } page)
        {
            terminal.Out.WriteLine($"In Dolibarr: {Shown.Line(page.ToString())}");
        }
        terminal.Out.WriteLine($"Recorded on {Shown.Line(entered.Changeset.Recorded.On.Instance)}: {Shown.Line(entered.Path)}");
        terminal.Out.WriteLine($"Next: replay {Shown.Line(entered.Path)}");
    }

    private static void Accounts(string heading, ImmutableArray<BankAccount> accounts, Terminal terminal)
    {
        terminal.Out.WriteLine($"{heading}:{(accounts.IsEmpty ? " none" : "")}");
        foreach (var account in accounts)
        {
            terminal.Out.WriteLine($"  {Shown.Line(BankAccountOperations.Instance.Describe(account.Found))}");
        }
    }
}
