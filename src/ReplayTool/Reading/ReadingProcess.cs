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
internal sealed class ReadingProcess
{
    // The pages too: here already nothing is lost that a hostile one could take.
    private readonly RememberedPages pages = new((file, cancel) =>
        PageText.ReadAsync(file.Bytes, PageLimits.Default, RecognitionTools.Here, cancel));

    public async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancel)
    {
        while (await Frames.ReadAsync(input, Frames.Longest, cancel) is { } name
            && await Frames.ReadAsync(input, Frames.Longest, cancel) is { } bytes)
        {
            var read = DocumentReader.Read(System.Text.Encoding.UTF8.GetString(name), bytes, ReadLimits.Default, cancel);
            await Frames.WriteAsync(output, ReadEvidenceJson.Write(Of(await read.WithPagesAsync(pages.OfAsync, cancel))), cancel);
        }
        return 0;
    }

    private ReadEvidence.Done Of(Reading reading)
    {
        var documents = reading.Documents.Select(document => new ReadFile(DigestOf(document.File), document.File.CleanName,
            document.Outcome is DocumentOutcome.Parsed parsed ? DocumentSays.Of(parsed.Facts) : Fields.None)
        {
            PagesUnread = pages.WhyUnread(document.File),
            Places = document.Outcome is DocumentOutcome.Parsed { Printed: { } printed } ? PlacesOf(printed, document.File) : [],
        });
        var embedded = reading.Invoices.SelectMany(invoice => invoice.Embedded)
            .Select(file => new ReadFile(DigestOf(file), file.CleanName, Fields.None));
        return new ReadEvidence.Done
        {
            Mail = reading.Mail is { } mail ? MailOf(mail) : null,
            Files = [.. documents.Concat(embedded).DistinctBy(file => file with { Places = [] })],
            Invoices = [.. reading.Invoices.Select(invoice => InvoiceOf(invoice))],
        };
    }

    private ImmutableArray<ReadPlace> PlacesOf(PageReading printed, SourceFile file) =>
        [.. SaidPlaces.Of(printed, pages.Known(file)).Select(place => new ReadPlace(place.Said, place.Row,
            new(place.Page.Number, place.Page.Width, place.Page.Height, place.Page.Quarters), BoxOf(place.Place.Box)))];

    private static ReadBox BoxOf(Box box) => new(box.Left, box.Top, box.Right, box.Bottom);

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
