using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.ReplayTool;

/// <summary>The command line of the program <c>replay</c>. It parses, and does nothing else.</summary>
/// <param name="reader">The language of the help.</param>
internal sealed class ReplayCommandLine(Language reader)
{
    private readonly Option<bool> confirm = new("--confirm") { Description = ReplayWords.Confirm.In(reader), Arity = ArgumentArity.Zero };
    private readonly Option<string?> code = new("--code") { Description = ReplayWords.Code.In(reader), HelpName = "CODE" };
    private readonly Option<string[]> signature =
        new("--signature") { Description = ReplayWords.Signature.In(reader), HelpName = "FILE.sig", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> statement =
        new("--statement") { Description = ReplayWords.SignedStatement.In(reader), HelpName = "FILE" };
    private readonly Option<string?> only = new("--only") { Description = ReplayWords.Only.In(reader), HelpName = "OPERATIONS" };
    private readonly Option<bool> restored = Restored(reader);
    private readonly Option<bool> json =
        new("--json") { Description = ReplayWords.Json.In(reader), Recursive = true, Arity = ArgumentArity.Zero };
    private readonly Option<bool> verbose =
        new("--verbose") { Description = ReplayWords.Verbose.In(reader), Recursive = true, Arity = ArgumentArity.Zero };
    private readonly Argument<string[]> changesets = new("changeset")
    {
        Description = ReplayWords.Changesets.In(reader),
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string?> write = new("--statement") { Description = ReplayWords.Statement.In(reader), HelpName = "FILE" };
    private readonly Option<int?> hours = new("--hours") { Description = ReplayWords.Hours.In(reader), HelpName = "HOURS" };
    private readonly Option<string?> language =
        new("--language") { Description = ReplayWords.Language.In(reader), HelpName = "LANGUAGE", Recursive = true };
    private readonly Option<string?> part = new("--only") { Description = ReplayWords.Only.In(reader), HelpName = "OPERATIONS" };
    private readonly Option<bool> restoredPart = Restored(reader);
    private readonly Command plan = new("plan", ReplayWords.Plan.In(reader)) { Changeset(reader) };
    private readonly Command rehearse = new("rehearse", ReplayWords.Rehearse.In(reader)) { Changeset(reader) };
    private readonly Command verify = new("verify", ReplayWords.Verify.In(reader)) { Changeset(reader) };
    private readonly Option<bool> chain = new("--verify") { Description = ReplayWords.Chain.In(reader), Arity = ArgumentArity.Zero };
    private readonly Command history = new("history", ReplayWords.History.In(reader)) { Changeset(reader) };
    private readonly Argument<string?> folder =
        new("folder") { Description = ReplayWords.Folder.In(reader), Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> all = new("--all") { Description = ReplayWords.All.In(reader), Arity = ArgumentArity.Zero };
    private readonly Command status = new("status", ReplayWords.Status.In(reader));
    private readonly Argument<string?> queue =
        new("folder") { Description = ReplayWords.Folder.In(reader), Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> port = new("--port") { Description = ReplayWords.Port.In(reader), HelpName = "PORT" };
    private readonly Command desk = new("desk", ReplayWords.Desk.In(reader));
    private readonly Option<string> why = new("--reason") { Description = ReplayWords.Why.In(reader), HelpName = "WHY", Required = true };
    private readonly Option<bool> undo = new("--undo") { Description = ReplayWords.Undo.In(reader), Arity = ArgumentArity.Zero };
    private readonly Command reject = new("reject", ReplayWords.Reject.In(reader)) { Changeset(reader) };
    private readonly Command revert = new("revert", ReplayWords.Revert.In(reader)) { Changeset(reader) };

    private readonly Option<string?> canary = new("--canary") { Description = ReplayWords.Canary.In(reader), HelpName = "CODE" };
    private readonly Option<bool> again = new("--again") { Description = ReplayWords.Again.In(reader), Arity = ArgumentArity.Zero };
    private readonly Argument<string> instance =
        new("instance") { Description = ReplayWords.Instance.In(reader), Arity = ArgumentArity.ZeroOrOne };
    private readonly Command enroll = new("enroll", ReplayWords.Enroll.In(reader));
    private readonly Argument<string> subject = new("what") { Description = ReplayWords.Subject.In(reader), HelpName = "ledger|gate" };
    private readonly Option<string> reason =
        new("--reason") { Description = ReplayWords.Reason.In(reader), HelpName = "WHY", Required = true };
    private readonly Command accept = new("accept", ReplayWords.Accept.In(reader));
    private readonly Option<string?> html = new("--html") { Description = ReplayWords.Html.In(reader), HelpName = "FILE" };
    private readonly Option<string?> markdown = new("--markdown") { Description = ReplayWords.Markdown.In(reader), HelpName = "FILE" };
    private readonly Option<bool> force = new("--force") { Description = ReplayWords.Force.In(reader), Arity = ArgumentArity.Zero };
    private readonly Command review = new("review", ReplayWords.Review.In(reader)) { Changeset(reader) };

    private readonly RootCommand root = new(ReplayWords.Replay.In(reader));

    /// <summary>Puts the symbols together.</summary>
    private void Wire()
    {
        language.AcceptOnlyFromAmong([.. Languages.Tags]);
        Add(enroll, instance, canary, again);
        Add(accept, subject, reason);
        subject.AcceptOnlyFromAmong("ledger", "gate");
        Add(review, html, markdown, force);
        Add(status, folder, all);
        Add(desk, queue, port);
        Add(reject, why, undo);
        Add(plan, write, hours, part, restoredPart);
        // The whole ledger can be verified without any changeset.
        history.Arguments[0].Arity = ArgumentArity.ZeroOrOne;
        history.Add(chain);
        Add(root, changesets, confirm, code, signature, statement, only, restored, language, json, verbose);
        foreach (var command in Commands)
        {
            root.Add(command);
        }
    }

    private Command[] Commands => [desk, status, plan, review, reject, rehearse, verify, history, revert, enroll, accept];

    /// <param name="arguments">As they were typed.</param>
    /// <param name="terminal">Gets the help.</param>
    public static async Task<Parsed> ReadAsync(string[] arguments, Terminal terminal)
    {
        var reader = LanguageOf(arguments, terminal);
        var line = new ReplayCommandLine(reader);
        line.Wire();
        foreach (var command in line.Commands.Append(line.root))
        {
            // Without an action of its own a command with commands below it cannot be called at all.
            command.SetAction(_ => { });
        }
        new Helping(ReplayHelp.In(reader), terminal.OutWidth, reader).Serve(line.root, typeof(ReplayCommandLine));
        var parsed = TypedLine.Read(line.root, Helping.Asked(arguments));
        var manner = new Manner { Json = parsed.GetValue(line.json), Verbose = parsed.GetValue(line.verbose) };
        if (TypedLine.FaultsOf(parsed) is [var first, ..])
        {
            return new Parsed.Wrong(first, manner);
        }
        if (Helping.Answers(parsed))
        {
            await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Out });
            return new Parsed.Answered();
        }
        return line.Spoken(parsed) switch
        {
            null => new Parsed.Wrong("--code and --signature go with --confirm, and one of them is enough; --statement goes with --signature, or with `replay plan`.", manner),
            Request.Plan { Statement: null, Hours: not null } => new Parsed.Wrong("--hours goes with --statement.", manner),
            { Only: [] } => new Parsed.Wrong("--only names no operation: give it their ids, as in --only op2,op3.", manner),
            Request.History { Path: "", Whole: false } => new Parsed.Wrong("history wants a changeset, or --verify.", manner),
            Request.Enroll { Path: not ("" or "prod" or "sandbox") and var other } => new Parsed.Wrong($"'{other}' is neither prod nor sandbox; leave it out for both.", manner),
            Request.Desk { Port: var number and (< 0 or > 65535) } => new Parsed.Wrong(
                string.Create(CultureInfo.InvariantCulture, $"{number} is not a port."), manner),
            Request.Desk { } when manner.Json => new Parsed.Wrong("--json does not go with `replay desk`: it is for a browser.", manner),
            Request.Reject { Reason: "" } => new Parsed.Wrong("--reason wants a reason.", manner),
            Request.Batch { Paths: var paths } when paths.FirstOrDefault(path => path.StartsWith('-')) is { } typed =>
                new Parsed.Wrong(line.NoOption(typed, line.root), manner),
            Request.Batch { } when line.Alone(parsed) is { } option => new Parsed.Wrong($"{option} goes with one changeset.", manner),
            Request.Accept { Order.Reason: "" } => new Parsed.Wrong("--reason wants a reason.", manner),
            Request.Enroll { Order.Canary: "" } => new Parsed.Wrong("--canary wants the code of a third party.", manner),
            { Path: ['-', ..] path } => new Parsed.Wrong(line.NoOption(path, parsed.CommandResult.Command), manner),
            { Path: var path } when parsed.CommandResult.Command == line.root && line.CommandLike(path) is { } command =>
                new Parsed.Wrong($"There is no changeset '{path}', and no command of that name. Did you mean `replay {command}`?", manner),
            var request => new Parsed.Asked(request, manner),
        };
    }

    /// <summary>The language that is asked for, before anything is parsed: the help is in it.</summary>
    private static Language LanguageOf(string[] arguments, Terminal terminal)
    {
        var at = Array.IndexOf(arguments, "--language");
        var asked = at >= 0 && at + 1 < arguments.Length ? arguments[at + 1]
            : Array.Find(arguments, argument => argument.StartsWith("--language=", StringComparison.Ordinal))?["--language=".Length..];
        return Languages.Of(asked) ?? Languages.Of(terminal.Variables);
    }

    /// <summary>The command that somebody meant who typed this in its place; null where there is such a file, or none is like it.</summary>
    private string? CommandLike(string path) => Path.Exists(path) || path.Contains('/', StringComparison.Ordinal)
        ? null
        : Likeness.Nearest(path, [.. Commands.Select(command => command.Name)]);

    private string NoOption(string typed, Command command)
    {
        var like = Likeness.Nearest(
            typed, [.. command.Options.Concat(root.Options.Where(option => option.Recursive)).Select(option => option.Name)]);
        return like is null ? $"There is no option {typed}." : $"There is no option {typed}. Did you mean {like}?";
    }

    private Request? Spoken(ParseResult parsed) => Request(parsed) is { } request ? request with { Language = Languages.Of(parsed.GetValue(language)), AgainAfterRestore = parsed.GetValue(restored) || parsed.GetValue(restoredPart) } : null;

    private Request? Request(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        ImmutableArray<string> paths = command == root ? [.. parsed.GetValue(changesets) ?? []] : [];
        var path = command == root ? paths[0] : parsed.CommandResult.GetValue((Argument<string>)command.Arguments[0]) ?? "";
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
            _ when command == desk => new Request.Desk { Path = path, Port = parsed.GetValue(port) },
            _ when command == reject =>
                new Request.Reject { Path = path, Reason = (parsed.GetValue(why) ?? "").Trim(), TakesBack = parsed.GetValue(undo) },
            _ when command == rehearse => new Request.Rehearse { Path = path },
            _ when command == verify => new Request.Verify { Path = path },
            _ when command == history => new Request.History { Path = path, Whole = parsed.GetValue(chain) },
            _ when command == revert => new Request.Revert { Path = path },
            _ when (given && !signatures.IsEmpty) || (signed is not null && signatures.IsEmpty) => null,
            _ when paths.Length > 1 => given && !parsed.GetValue(confirm)
                ? null
                : new Request.Batch
                {
                    Path = path,
                    Paths = paths,
                    Confirms = parsed.GetValue(confirm),
                    Code = given ? parsed.GetValue(code) : null,
                },
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

    private static Option<bool> Restored(Language reader) =>
        new("--again-after-restore") { Description = ReplayWords.Restored.In(reader), Arity = ArgumentArity.Zero };

    private static Argument<string> Changeset(Language reader) => new("changeset") { Description = ReplayWords.Changeset.In(reader) };
}
