using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;

namespace DolibarrAgent.ReplayTool;

/// <summary>The command line of the program <c>replay</c>. It parses, and does nothing else.</summary>
internal sealed class ReplayCommandLine
{
    private readonly Option<bool> confirm = new("--confirm") { Description = "Replay it on prod, once its plan's code is typed or given.", Arity = ArgumentArity.Zero };
    private readonly Option<string?> code = new("--code") { Description = "The code of the plan, where nobody can type it.", HelpName = "CODE" };
    private readonly Option<string[]> signature = new("--signature") { Description = "A signature under the plan's statement, in place of the code; once for each signer.", HelpName = "FILE.sig", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> statement = new("--statement") { Description = "The statement that was signed, where the signature's name does not tell it.", HelpName = "FILE" };
    private readonly Option<string?> only = new("--only") { Description = "Only these operations, and what they need: op2,op3.", HelpName = "OPERATIONS" };
    private readonly Option<bool> restored = Restored();
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document and nothing else.", Recursive = true, Arity = ArgumentArity.Zero };
    private readonly Option<bool> verbose = new("--verbose") { Description = "Tell each call to a Dolibarr on stderr.", Recursive = true, Arity = ArgumentArity.Zero };
    private readonly Argument<string[]> changesets = new("changeset")
    {
        Description = "A changeset.json, the folder that holds one, or a folder of changesets; several for one plan with one code.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string?> write = new("--statement") { Description = "Write the plan's statement to this file, for others to sign.", HelpName = "FILE" };
    private readonly Option<int?> hours = new("--hours") { Description = "How long the statement is good for; by default as long as the policy allows.", HelpName = "HOURS" };
    private readonly Option<string?> language = new("--language") { Description = "The language of the review: en or fr; by default that of the terminal (LANG).", HelpName = "LANGUAGE", Recursive = true };
    private readonly Option<string?> part = new("--only") { Description = "Only these operations, and what they need: op2,op3.", HelpName = "OPERATIONS" };
    private readonly Option<bool> restoredPart = Restored();
    private readonly Command plan = new("plan", "Plan it, read-only; with --statement, write down what others sign.") { Changeset() };
    private readonly Command rehearse = new("rehearse", "Do it on the sandbox again, after that was reset.") { Changeset() };
    private readonly Command verify = new("verify", "Compare prod with what the sandbox was, read-only.") { Changeset() };
    private readonly Option<bool> chain = new("--verify") { Description = "Check the whole ledger: that no entry was changed, removed or added.", Arity = ArgumentArity.Zero };
    private readonly Command history = new("history", "Tell what the ledger knows of it; with --verify, whether the ledger is whole.") { Changeset() };
    private readonly Argument<string?> folder = new("folder") { Description = "The folder of the changesets; by default DOLIBARR_CHANGESETS.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> all = new("--all") { Description = "List what was replayed, rejected or discarded too.", Arity = ArgumentArity.Zero };
    private readonly Command status = new("status", "List the changesets of a folder with where each stands, in replay order. It contacts no Dolibarr.");
    private readonly Option<string> why = new("--reason") { Description = "Why; the ledger keeps it, and every list shows it.", HelpName = "WHY", Required = true };
    private readonly Option<bool> undo = new("--undo") { Description = "Take an earlier rejection back.", Arity = ArgumentArity.Zero };
    private readonly Command reject = new("reject", "Say no to a changeset: it is not planned or replayed any more.") { Changeset() };
    private readonly Command revert = new("revert", "Make a changeset that takes it back from prod as far as possible, read-only.") { Changeset() };

    private readonly Option<string?> canary = new("--canary") { Description = "The code of a third party that was entered by hand in the sandbox, and that prod has not.", HelpName = "CODE" };
    private readonly Option<bool> again = new("--again") { Description = "Write over what was enrolled before.", Arity = ArgumentArity.Zero };
    private readonly Argument<string> instance = new("instance") { Description = "prod or sandbox; both where it is left out.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Command enroll = new("enroll", "Write down once what prod and the sandbox are: later calls go to no other.");
    private readonly Argument<string> subject = new("what") { Description = "ledger: it ends earlier than this user saw, or is a different one. gate: it lacks a file that it had.", HelpName = "ledger|gate" };
    private readonly Option<string> reason = new("--reason") { Description = "Why; the ledger keeps it.", HelpName = "WHY", Required = true };
    private readonly Command accept = new("accept", "Say that the ledger or the gate is right as it is, though it is not as it was. In a terminal only.");
    private readonly Option<string?> html = new("--html") { Description = "Write the review to this file, to be opened in a browser, documents and all.", HelpName = "FILE" };
    private readonly Option<string?> markdown = new("--markdown") { Description = "Write the review to this file, fit for a comment on a pull request.", HelpName = "FILE" };
    private readonly Option<bool> force = new("--force") { Description = "Replace a file that is there.", Arity = ArgumentArity.Zero };
    private readonly Command review = new("review", "Show only the review, here or in a file. It contacts no Dolibarr.") { Changeset() };

    private ReplayCommandLine()
    {
        language.AcceptOnlyFromAmong([.. Languages.Tags]);
        Add(enroll, instance, canary, again);
        Add(accept, subject, reason);
        subject.AcceptOnlyFromAmong("ledger", "gate");
        Add(review, html, markdown, force);
        Add(status, folder, all);
        Add(reject, why, undo);
        Add(plan, write, hours, part, restoredPart);
        // The whole ledger can be verified without any changeset.
        history.Arguments[0].Arity = ArgumentArity.ZeroOrOne;
        history.Add(chain);
        Root = new RootCommand("Reviews a changeset and plans its replay on prod, read-only; with --confirm, replays it.")
        {
            changesets, confirm, code, signature, statement, only, restored, language, json, verbose, status, plan, review, reject, rehearse, verify, history, revert, enroll, accept,
        };
    }

    private IEnumerable<Command> All => [Root, status, plan, review, reject, rehearse, verify, history, revert, enroll, accept];

    private RootCommand Root { get; }

    public static async Task<Parsed> ReadAsync(string[] arguments, TextWriter output)
    {
        var line = new ReplayCommandLine();
        foreach (var command in line.All)
        {
            // Without an action of its own a command with commands below it cannot be called at all.
            command.SetAction(_ => { });
        }
        var parsed = TypedLine.Read(line.Root, arguments);
        var manner = new Manner { Json = parsed.GetValue(line.json), Verbose = parsed.GetValue(line.verbose) };
        if (TypedLine.FaultsOf(parsed) is [var first, ..])
        {
            return new Parsed.Wrong(first, manner);
        }
        if (parsed.Action != parsed.CommandResult.Command.Action)
        {
            await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
            return new Parsed.Answered();
        }
        return line.Spoken(parsed) switch
        {
            null => new Parsed.Wrong("--code and --signature go with --confirm, and one of them is enough; --statement goes with --signature, or with `replay plan`.", manner),
            Request.Plan { Statement: null, Hours: not null } => new Parsed.Wrong("--hours goes with --statement.", manner),
            { Only: [] } => new Parsed.Wrong("--only names no operation: give it their ids, as in --only op2,op3.", manner),
            Request.History { Path: "", Whole: false } => new Parsed.Wrong("history wants a changeset, or --verify.", manner),
            Request.Enroll { Path: not ("" or "prod" or "sandbox") and var other } => new Parsed.Wrong($"'{other}' is neither prod nor sandbox; leave it out for both.", manner),
            Request.Reject { Reason: "" } => new Parsed.Wrong("--reason wants a reason.", manner),
            Request.Batch { } when line.Alone(parsed) is { } option => new Parsed.Wrong($"{option} goes with one changeset.", manner),
            Request.Accept { Order.Reason: "" } => new Parsed.Wrong("--reason wants a reason.", manner),
            Request.Enroll { Order.Canary: "" } => new Parsed.Wrong("--canary wants the code of a third party.", manner),
            { Path: ['-', ..] path } => new Parsed.Wrong($"There is no option {path}.", manner),
            var request => new Parsed.Asked(request, manner),
        };
    }

    private Request? Spoken(ParseResult parsed) => Request(parsed) is { } request ? request with { Language = Languages.Of(parsed.GetValue(language)), AgainAfterRestore = parsed.GetValue(restored) || parsed.GetValue(restoredPart) } : null;

    private Request? Request(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        ImmutableArray<string> paths = command == Root ? [.. parsed.GetValue(changesets) ?? []] : [];
        var path = command == Root ? paths[0] : parsed.CommandResult.GetValue((Argument<string>)command.Arguments[0]) ?? "";
        var given = parsed.GetResult(code) is { Implicit: false };
        ImmutableArray<string> signatures = [.. parsed.GetValue(signature) ?? []];
        var signed = parsed.GetValue(statement);
        return command switch
        {
            _ when command == enroll => new Request.Enroll(new EnrollOrder(
                path switch { "prod" => EnrollSide.Prod, "sandbox" => EnrollSide.Sandbox, _ => EnrollSide.Both },
                parsed.GetResult(canary) is { Implicit: false } ? (parsed.GetValue(canary) ?? "").Trim() : null,
                parsed.GetValue(again)))
            { Path = path },
            _ when command == accept => new Request.Accept(new AcceptOrder(path == "ledger" ? AcceptSubject.Ledger : AcceptSubject.Gate, (parsed.GetValue(reason) ?? "").Trim())) { Path = path },
            _ when command == plan => new Request.Plan { Path = path, Only = Only(parsed, part), Statement = parsed.GetValue(write), Hours = parsed.GetValue(hours) },
            _ when command == review => new Request.Review { Path = path, Html = parsed.GetValue(html), Markdown = parsed.GetValue(markdown), Force = parsed.GetValue(force) },
            _ when command == status => new Request.Status { Path = path, All = parsed.GetValue(all) },
            _ when command == reject => new Request.Reject { Path = path, Reason = (parsed.GetValue(why) ?? "").Trim(), TakesBack = parsed.GetValue(undo) },
            _ when command == rehearse => new Request.Rehearse { Path = path },
            _ when command == verify => new Request.Verify { Path = path },
            _ when command == history => new Request.History { Path = path, Whole = parsed.GetValue(chain) },
            _ when command == revert => new Request.Revert { Path = path },
            _ when (given && !signatures.IsEmpty) || (signed is not null && signatures.IsEmpty) => null,
            _ when paths.Length > 1 => given && !parsed.GetValue(confirm)
                ? null
                : new Request.Batch { Path = path, Paths = paths, Confirms = parsed.GetValue(confirm), Code = given ? parsed.GetValue(code) : null },
            _ when parsed.GetValue(confirm) => new Request.Confirm { Path = path, Only = Only(parsed, only), Code = given ? parsed.GetValue(code) : null, Signed = signatures.IsEmpty ? null : new SignedFiles(signed, signatures) },
            _ => given || !signatures.IsEmpty ? null : new Request.Plan { Path = path, Only = Only(parsed, only) },
        };
    }

    /// <summary>An option that was given and goes with one changeset alone; null if there is none.</summary>
    private string? Alone(ParseResult parsed) =>
        new Option[] { only, signature, statement }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })?.Name;

    private static ImmutableArray<string>? Only(ParseResult parsed, Option<string?> option) => parsed.GetResult(option) is { Implicit: false }
        ? [.. (parsed.GetValue(option) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : null;

    private static void Add(Command command, params ReadOnlySpan<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
            {
                command.Add(option);
            }
            else
            {
                command.Add((Argument)symbol);
            }
        }
    }

    private static Option<bool> Restored() => new("--again-after-restore") { Description = "Prod, or the ledger, was restored from a backup: plan again what was done and is gone.", Arity = ArgumentArity.Zero };

    private static Argument<string> Changeset() => new("changeset") { Description = "A changeset.json, or the folder that holds one." };
}
