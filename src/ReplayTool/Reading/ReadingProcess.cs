using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Readers;
using DolibarrAgent.Replay;
using DolibarrAgent.Risks;

namespace DolibarrAgent.ReplayTool;

/// <summary>
/// The process that reads what others wrote: a name and bytes come in, what was read goes out, one after the other, until
/// the input ends. It has no keys and opens no connection; its limits are set by the process that starts it.
/// </summary>
internal static class ReadingProcess
{
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancel)
    {
        while (await Frames.ReadAsync(input, Frames.Longest, cancel) is { } name
            && await Frames.ReadAsync(input, Frames.Longest, cancel) is { } bytes)
        {
            // The pages too: here already nothing is lost that a hostile one could take.
            var read = await DocumentReader.Read(System.Text.Encoding.UTF8.GetString(name), bytes, ReadLimits.Default, cancel)
                .WithPagesAsync((file, ending) => PageText.ReadAsync(file.Bytes, PageLimits.Default, RecognitionTools.Here, ending), cancel);
            await Frames.WriteAsync(output, ReadEvidenceJson.Write(Of(read)), cancel);
        }
        return 0;
    }

    private static ReadEvidence.Done Of(Reading reading)
    {
        var documents = reading.Documents.Select(document => (document.File, Says: document.Outcome is DocumentOutcome.Parsed parsed ? DocumentSays.Of(parsed.Facts) : Fields.None));
        var embedded = reading.Invoices.SelectMany(invoice => invoice.Embedded).Select(file => (File: file, Says: Fields.None));
        return new ReadEvidence.Done
        {
            Mail = reading.Mail is { } mail ? MailOf(mail) : null,
            Files = [.. documents.Concat(embedded).Select(one => new ReadFile(DigestOf(one.File), one.File.CleanName, one.Says)).Distinct()],
            Invoices = [.. reading.Invoices.Select(invoice => InvoiceOf(invoice))],
        };
    }

    private static ReadMail MailOf(MailFacts mail) => new(mail.MessageId, mail.From, mail.Subject) { Text = string.Join('\n', mail.AllTexts), HasBody = mail.HasWords };

    private static InvoiceRead InvoiceOf(ReadInvoice invoice) => new(
        [.. invoice.Files.Select(DigestOf)], WarningsOf(invoice),
        new Parties(PartyOf(invoice.Facts.Seller), invoice.Facts.Buyer is { } buyer ? PartyOf(buyer) : null),
        OpenKinds.Of(invoice.Facts));

    private static NamedParty PartyOf(Party party) => new([.. party.Names], party.Siren, party.VatId);

    /// <summary>What holds whenever it is looked at, and whatever the books are kept in: the day and the currency are checked elsewhere.</summary>
    private static ImmutableArray<Warning> WarningsOf(ReadInvoice invoice)
    {
        var context = new CheckContext(DateOnly.MaxValue, invoice.Facts.Currency ?? "");
        return [.. invoice.Warnings.Concat(InvoiceChecks.Of(invoice.Facts, context)).Select(warning => new Warning(warning.Code, null, warning.Text)).Distinct()];
    }

    private static Digest DigestOf(SourceFile file) => Digest.Of(file.Bytes.Span);
}
