using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent set-iban</c>: a person enters a supplier's bank account in the sandbox. No model is asked, and none can call it.</summary>
internal static class SetIbanCommand
{
    public const string Name = "set-iban";

    public static Command Make(Terminal terminal)
    {
        var supplier = new Option<string>("--supplier") { Description = "Whose account it is: supplier code, VAT number, SIREN, SIRET, or the whole name.", HelpName = "SUPPLIER", Required = true };
        var iban = new Option<string>("--iban") { Description = "The IBAN, with or without spaces.", HelpName = "IBAN", Required = true };
        var replaces = Text("--replaces", "IBAN", "The IBAN on file that it takes the place of. Without it, the account is added to those on file.");
        var bic = Text("--bic", "BIC", "The BIC of the bank.");
        var bank = Text("--bank", "NAME", "The name of the bank.");
        var label = Text("--label", "TEXT", "How Dolibarr lists the account.");
        var mail = Text("--mail", "FILE", "The email (.eml) or document that brought the account. Kept as evidence; an account that is not in it is a warning.");
        var reason = Text("--reason", "TEXT", "Why, and how it was confirmed. Kept as evidence.");
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON." };
        var verbose = new Option<bool>("--verbose") { Description = "Log every call to stderr; bodies go to the log file." };
        var command = new Command(Name, "Enters the bank account of a supplier in the sandbox, alone in a changeset. Confirm it first with the supplier, through a channel that you know.")
        {
            supplier, iban, replaces, bic, bank, label, mail, reason, json, verbose,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = new BankAccountAsked(parsed.GetValue(supplier)!, parsed.GetValue(iban)!)
            {
                Replaces = parsed.GetValue(replaces),
                Bic = parsed.GetValue(bic),
                Bank = parsed.GetValue(bank),
                Label = parsed.GetValue(label),
                Reason = parsed.GetValue(reason),
            };
            var result = await RunAsync(asked, new Source(parsed.GetValue(mail), parsed.GetValue(verbose)), terminal, cancel);
            return await BankAccountText.ShowAsync(result, parsed.GetValue(json), terminal);
        });
        return command;
    }

    private static async Task<Result<EnteredBankAccount>> RunAsync(BankAccountAsked asked, Source source, Terminal terminal, CancellationToken cancel)
    {
        var (options, problems) = SkillWiring.Writing(terminal.Variables);
        if (problems is [var only] && only.Code == Codes.TargetIsProd)
        {
            return new Result<EnteredBankAccount>.Refused(problems);
        }
        var (files, fileProblems) = await InputFile.ReadAllAsync(source.Mail is { } path ? [path] : [], cancel);
        problems = [.. problems, .. fileProblems];
        if (!problems.IsEmpty)
        {
            return new Result<EnteredBankAccount>.Refused(problems);
        }
        using var log = AgentLog.Open(source.Verbose, terminal);
        using var skill = new Skill(options! with { Log = log.Named("agent") });
        foreach (var (name, bytes) in files)
        {
            skill.Documents.Give(name, bytes, cancel);
        }
        var result = await skill.BankAccounts.EnterAsync(asked, cancel);
        return result is Result<EnteredBankAccount>.Refused refused && skill.Changeset.Path is { } open
            ? refused with { Problems = refused.Problems.Add(new Problem(Codes.ChangesetOpen, open, "The changeset is still open: it cannot be replayed.", $"Take back what is in it with `agent discard {open}`, and begin again.")) }
            : result;
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };

    private sealed record Source(string? Mail, bool Verbose);
}
