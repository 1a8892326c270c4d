using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>The command line of the program <c>replay</c>. It parses, and does nothing else.</summary>
internal sealed class ReplayCommandLine
{
    private readonly Option<bool> confirm = new("--confirm") { Description = "Replay it on prod, once its plan's code is typed or given.", Arity = ArgumentArity.Zero };
    private readonly Option<string?> code = new("--code") { Description = "The code of the plan, where nobody can type it.", HelpName = "CODE" };
    private readonly Option<string?> only = new("--only") { Description = "Only these operations, and what they need: op2,op3.", HelpName = "OPERATIONS" };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document and nothing else.", Recursive = true, Arity = ArgumentArity.Zero };
    private readonly Option<bool> verbose = new("--verbose") { Description = "Tell each call to a Dolibarr on stderr.", Recursive = true, Arity = ArgumentArity.Zero };
    private readonly Argument<string> changeset = Changeset();
    private readonly Command rehearse = new("rehearse", "Do it on the sandbox again, after that was reset.") { Changeset() };
    private readonly Command verify = new("verify", "Compare prod with what the sandbox was, by reading alone.") { Changeset() };
    private readonly Option<bool> chain = new("--verify") { Description = "Check the whole ledger: that no entry was changed, removed or added.", Arity = ArgumentArity.Zero };
    private readonly Command history = new("history", "Tell what the ledger knows of it; with --verify, whether the ledger is whole.") { Changeset() };
    private readonly Command revert = new("revert", "Make a changeset that takes it back from prod as far as possible, by reading alone.") { Changeset() };

    private readonly Option<string?> html = new("--html") { Description = "Write the review to this file, to be opened in a browser, documents and all.", HelpName = "FILE" };
    private readonly Option<string> language = new("--language") { Description = "The language of the review: en or fr.", HelpName = "LANGUAGE", DefaultValueFactory = _ => "en" };
    private readonly Option<bool> force = new("--force") { Description = "Replace a file that is there.", Arity = ArgumentArity.Zero };
    private readonly Command review = new("review", "Show the review alone, here or in a file. It asks no Dolibarr anything.") { Changeset() };

    private ReplayCommandLine()
    {
        language.AcceptOnlyFromAmong("en", "fr");
        foreach (var option in new Option[] { html, language, force })
        {
            review.Add(option);
        }
        // The whole ledger can be verified without any changeset.
        history.Arguments[0].Arity = ArgumentArity.ZeroOrOne;
        history.Add(chain);
        Root = new RootCommand("Reviews a changeset and plans its replay on prod, by reading alone; with --confirm, replays it.")
        {
            changeset, confirm, code, only, json, verbose, rehearse, verify, history, revert, review,
        };
    }

    private IEnumerable<Command> All => [Root, rehearse, verify, history, revert, review];

    private RootCommand Root { get; }

    public static async Task<Parsed> ReadAsync(string[] arguments, TextWriter output)
    {
        var line = new ReplayCommandLine();
        foreach (var command in line.All)
        {
            // Without an action of its own a command with commands below it cannot be called at all.
            command.SetAction(_ => { });
        }
        // A file of arguments (@file) would be words that nobody saw being typed.
        var parsed = line.Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var manner = new Manner { Json = parsed.GetValue(line.json), Verbose = parsed.GetValue(line.verbose) };
        if (parsed.Errors is [var first, ..])
        {
            return new Parsed.Wrong(first.Message, manner);
        }
        if (parsed.Action != parsed.CommandResult.Command.Action)
        {
            await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
            return new Parsed.Answered();
        }
        return line.Request(parsed) switch
        {
            null => new Parsed.Wrong("--code goes with --confirm.", manner),
            { Only: [] } => new Parsed.Wrong("--only names no operation: give it their ids, as in --only op2,op3.", manner),
            Request.History { Path: "", Whole: false } => new Parsed.Wrong("history wants a changeset, or --verify.", manner),
            { Path: ['-', ..] path } => new Parsed.Wrong($"There is no option {path}.", manner),
            var request => new Parsed.Asked(request, manner),
        };
    }

    private Request? Request(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = parsed.CommandResult.GetValue((Argument<string>)command.Arguments[0]) ?? "";
        var given = parsed.GetResult(code) is { Implicit: false };
        return command switch
        {
            _ when command == rehearse => new Request.Rehearse { Path = path },
            _ when command == verify => new Request.Verify { Path = path },
            _ when command == history => new Request.History { Path = path, Whole = parsed.GetValue(chain) },
            _ when command == revert => new Request.Revert { Path = path },
            _ when command == review => Review(parsed, path),
            _ when parsed.GetValue(confirm) => new Request.Confirm { Path = path, Only = Only(parsed), Code = given ? parsed.GetValue(code) : null },
            _ => given ? null : new Request.Plan { Path = path, Only = Only(parsed) },
        };
    }

    private Request.Review Review(ParseResult parsed, string path) => new()
    {
        Path = path,
        Language = parsed.GetValue(language) == "fr" ? Language.French : Language.English,
        Html = parsed.GetValue(html),
        Force = parsed.GetValue(force),
    };

    private ImmutableArray<string>? Only(ParseResult parsed) => parsed.GetResult(only) is { Implicit: false }
        ? [.. (parsed.GetValue(only) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : null;

    private static Argument<string> Changeset() => new("changeset") { Description = "A changeset.json, or the folder that holds one." };
}
