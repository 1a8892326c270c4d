using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>Many messages for a person: to a pipe one line for each; on a terminal folded, with the one that is at work in a line of its own that goes again.</summary>
internal sealed class IngestBatchText(Terminal terminal) : IBatchView
{
    private const int Indent = 15;

    private readonly bool isTerminal = terminal.OutWidth is not null;
    private ImmutableArray<Message> messages = [];

    public void Begin(ImmutableArray<Message> messages) => this.messages = messages;

    public void Next(int number)
    {
        if (isTerminal && number < messages.Length)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{number + 1}/{messages.Length} {Shown.Line(messages[number].Name)}");
            terminal.Out.Write($"\r{line[..Math.Min(line.Length, Width)].PadRight(Width)}\r");
        }
    }

    public void Show(IngestedMessage message)
    {
        foreach (var part in message.Parts)
        {
            Line(Word(part.Outcome), [Shown.Line(message.Name) + About(message, part), .. Details(part)]);
        }
    }

    public void End(BatchSummary summary)
    {
        Line("", []);
        var counts =
            Enum.GetValues<MessageOutcome>().Select(outcome => (Count: summary.Done.Count(outcome), Outcome: outcome))
            .Where(one => one.Count > 0)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count} {Word(one.Outcome)}")).ToList();
        Line("", [string.Create(CultureInfo.InvariantCulture,
            $"{summary.Messages} message{(summary.Messages == 1 ? "" : "s")}{(counts.Count == 0 ? "" : ": ")}{string.Join(", ", counts)}{(summary.NotReached > 0 ? $"; {summary.NotReached} not reached" : "")}.")]);
        foreach (var outcome in new[] { MessageOutcome.Refused, MessageOutcome.NoInvoice })
        {
            if (summary.Done.Count(outcome) > 0)
            {
                Line(Word(outcome),
                    [string.Join(", ",
                    summary.Done.Reasons(outcome).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Code} {r.Count}")))]);
            }
        }
        foreach (var left in summary.Named.LeftAlone)
        {
            Line("left alone", [Shown.Line(left)]);
        }
        foreach (var open in summary.Open)
        {
            Line("open", [$"{Shown.Line(Near(open))} was not brought to its end. If no agent is at work on it: agent discard {Shown.Line(Near(open))}"]);
        }
        foreach (var unreadable in summary.Unreadable)
        {
            Line("unreadable", [$"{Shown.Line(Near(unreadable))}: what it holds cannot be recognised as entered before."]);
        }
        if (summary.NotReached > 0)
        {
            Line("next", ["Run the same command again: what was entered is recognised, the rest is tried."]);
        }
        if (summary.Done.Count(MessageOutcome.Entered) + summary.Done.Count(MessageOutcome.Draft) > 0)
        {
            Line("next", ["Review each changeset with replay, in this order: a later one may rest on a supplier that an earlier one creates."]);
        }
    }

    /// <summary>The invoices; where none could be read, the mail, as a person finds it.</summary>
    private static string About(IngestedMessage message, IngestedPart part) => (part.Invoices, message.Origin) switch
    {
        ("", "") => "",
        ("", var origin) => $": {Shown.Line(origin)}",
        (var invoices, _) => $": {Shown.Line(invoices)}",
    };

    private int Width => Math.Max(terminal.Screen.Width - 1, 2 * Indent);

    private static string Word(MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.AlreadyThere => "already there",
        MessageOutcome.Entered => "entered",
        MessageOutcome.Draft => "draft",
        MessageOutcome.NoInvoice => "no invoice",
        MessageOutcome.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };

    private static IEnumerable<string> Details(IngestedPart part)
    {
        if (part.Result is IngestResult.Entered entered)
        {
            var codes = entered.Changeset.Warnings.Select(w => w.Code).Distinct(StringComparer.Ordinal).ToList();
            if (codes.Count > 0)
            {
                yield return $"look at: {string.Join(", ", codes)}";
            }
            yield return Shown.Line(Near(entered.Path));
        }
        // What has the same remedy is told with it once.
        foreach (var problems in part.Problems.GroupBy(p => (p.Code, p.Remedy)))
        {
            var messages = Shown.Line(NearIn(string.Join(" ", problems.Select(p => p.Message).Distinct())));
            yield return part.Outcome == MessageOutcome.AlreadyThere ? messages : $"{messages} {Shown.Line(NearIn(problems.Key.Remedy))} ({problems.Key.Code})";
        }
    }

    private void Line(string word, ImmutableArray<string> texts)
    {
        if (!isTerminal)
        {
            terminal.Out.WriteLine($"{word.PadRight(word.Length > 0 ? Indent : 0)}{string.Join(" | ", texts)}");
            return;
        }
        terminal.Out.Write($"\r{new string(' ', Width)}\r");
        var head = word.PadRight(word.Length > 0 ? Indent : 0);
        foreach (var line in texts.SelectMany(text => Folded(text, Width - (word.Length > 0 ? Indent : 0))).DefaultIfEmpty(""))
        {
            terminal.Out.WriteLine((head + line).TrimEnd());
            head = new string(' ', head.Length);
        }
    }

    /// <summary>Folded at blanks. What is longer than a line, a path say, stays whole: it is there to be copied.</summary>
    private static IEnumerable<string> Folded(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }

    /// <summary>Below the current folder, as one would type it.</summary>
    private static string Near(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var near && near.StartsWith("..", StringComparison.Ordinal) ? path : near;

    private static string NearIn(string text) => text.Replace(Directory.GetCurrentDirectory() + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
