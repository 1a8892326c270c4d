using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Recording;
using DolibarrAgent.Risks;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What the parts of one skill share: the targets, what it was given, and the names and totals of the open changeset.</summary>
internal sealed class Session(SkillOptions options) : IDisposable
{
    private readonly Dictionary<string, PreparedInvoice> stated = new(StringComparer.Ordinal);
    private bool entitled;
    private BooksSetup? books;
    private PaymentChoices? payments;
    private int tried;
    private int? most;
    private int allowed;

    public SkillOptions Options => options;

    public Targets Targets { get; } = new(options);

    public ObjectNames Names { get; } = new();

    public GivenDocuments Documents { get; } = new();

    /// <summary>The pages of files that were given, each read once.</summary>
    public PagesOfFiles Pages { get; } = new(options.Pages);

    /// <summary>What was recorded before, by whatever session.</summary>
    public RecordedChangesets Recorded => Targets.Recorded;

    /// <summary>A person's instructions, in their own words.</summary>
    public ImmutableArray<string> Instructions { get; set; } = [];

    /// <summary>What may become of invoices that are read from printed pages.</summary>
    public PrintedRule Printed { get; } = PrintedRule.In(options.Settings.GateFolder);

    /// <summary>From now on at most so many more. What takes operations back is not counted.</summary>
    public void AllowWrites(int more) => (most, allowed) = (tried + more, more);

    /// <summary>The operations that were tried on the sandbox, in all changesets of this session.</summary>
    public int Tried => tried;

    /// <summary>
    /// Does one operation on the sandbox and remembers what it made. Every write of the skill passes here, so the bound
    /// on writes stands here: an operation counts when it is tried, for one that fails may have been sent. So does the
    /// stop: within a call that does several writes, none begins once the call is cancelled.
    /// </summary>
    public async Task<Result<RecordResult.Done>> DoAsync(Func<Recorder, Operation> make, CancellationToken cancel)
    {
        var recorder = await Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(async open =>
        {
            if (tried >= most)
            {
                return Result.Refused<RecordResult.Done>(SkillBounds.NoMoreWrites(allowed));
            }
            cancel.ThrowIfCancellationRequested();
            tried++;
            switch (await open.DoAsync(make(open), cancel))
            {
                case RecordResult.Done done:
                    if (done is { Operation: Operation.Create, Id: { } id })
                    {
                        Names.Made(done.Operation.Resource, id, done.Operation.Id);
                    }
                    return Result.Ok(done);
                case RecordResult.Refused refused:
                    return new Result<RecordResult.Done>.Refused(refused.Problems);
                default:
                    throw new InvalidOperationException("A recorder's answer is one of two.");
            }
        });
    }

    /// <summary>The instructions, as evidence.</summary>
    public ImmutableArray<string> InstructionsIn(Recorder recorder) =>
        [.. Instructions.Concat(options.Decisions.Words).Select(text => (recorder.Changeset?.Evidence.OfType<Evidence.Instruction>().FirstOrDefault(e => e.Text == text) ?? recorder.AddInstruction(text, null)).Id)];

    /// <summary>What an operation of this session rests on: the instructions, and every document that it was given.</summary>
    public ImmutableArray<string> EvidenceIn(Recorder recorder) =>
    [
        .. InstructionsIn(recorder),
        .. Documents.All.Select(document => EvidenceDesk.Bring(recorder, document).Id),
    ];

    /// <summary>Says what the changeset is about, where nobody has said it yet. From facts: a model's words are not a title.</summary>
    public void EntitleOnce(string title)
    {
        if (!entitled)
        {
            Targets.OpenRecorder?.Entitle(title);
            entitled = true;
        }
    }

    public void Warn(string? on, IEnumerable<Notice> notices)
    {
        foreach (var notice in notices)
        {
            Targets.OpenRecorder?.Warn(notice.Code, on, notice.Text);
        }
    }

    /// <summary>The currency of the books, how VAT is rounded, whose books they are: found out once a session, and again where the server did not answer.</summary>
    public async Task<BooksSetup> BooksAsync(DolibarrReader read, CancellationToken cancel)
    {
        var found = books ?? await BooksSetup.FindAsync(read, cancel);
        books = found.Unanswered is null ? found : null;
        return found;
    }

    /// <summary>The terms and means of payment that both instances have: found out when first asked for, and again where they could not be read.</summary>
    private async Task<PaymentChoices> PaymentsAsync(DolibarrReader read, CancellationToken cancel)
    {
        if (payments is null && Targets.Prod() is { } prod)
        {
            payments = await PaymentChoices.FindAsync(read, prod, cancel);
        }
        return payments ?? PaymentChoices.None;
    }

    /// <summary>What a decision about one document rests on, besides the document.</summary>
    /// <param name="open">The recorder, and the target that it reads.</param>
    /// <param name="digest">The digest of the document that brings the invoice; empty where there are several.</param>
    public async Task<EntryRules> RulesAsync(Recorder open, string digest, CancellationToken cancel)
    {
        var setup = await BooksAsync(open.Read, cancel);
        return new EntryRules(setup, new KnownInvoices(Recorded, open.Changeset?.Id, digest), options.Today)
        {
            Decisions = options.Decisions,
            We = setup.Unanswered is { } silence ? Result.Refused<WhoWeAre?>(silence) : Addressee.WhoWeAre(setup.Company, options.Settings.Company, Targets.Name),
            RateAsync = (code, token) => ForeignCurrencyRate.FindAsync(
                code,
                [.. Targets.Prod() is { } prod ? [new InstanceRead(prod, options.Settings.ProdInstance.Name)] : ImmutableArray<InstanceRead>.Empty, new InstanceRead(open.Read, Targets.Name)],
                token),
            Prod = Targets.Prod(),
            PaymentsAsync = token => PaymentsAsync(open.Read, token),
        };
    }

    /// <summary>What the document says that an invoice must come to, by the invoice's handle.</summary>
    public void State(string handle, PreparedInvoice prepared) => stated[handle] = prepared;

    /// <summary>
    /// Whether an invoice that this changeset made rests on printed pages: a program read it from them, or a model did, for
    /// neither a mail's own text nor a person says its number and its total.
    /// </summary>
    public bool RestsOnPages(string handle) => StatedFor(handle) switch
    {
        { Invoice.Facts.Syntax: InvoiceSyntax.Printed } => true,
        { Invoice.Facts: { Syntax: InvoiceSyntax.Unstructured } facts } stated => HasPages
            && !(Written.Say(facts.Number ?? "") && stated.Fit.Stated.Gross is { } gross && Written.SayAmount(gross)),
        _ => false,
    };

    private bool HasPages => Pages.AreRead && Documents.All.Any(given => given.Files.Any(one => one.File.HasPages)
        && given.Invoices.All(one => one.Invoice.Facts.Syntax == InvoiceSyntax.Printed));

    /// <summary>What is written without pages.</summary>
    private DocumentWords Written => DocumentWords.Of(Documents.All, new PageWords([], []), Instructions);

    public PreparedInvoice? StatedFor(string handle) => stated.GetValueOrDefault(handle);

    /// <summary>The changeset has ended; the next one knows nothing of it.</summary>
    public void Forget()
    {
        Names.Forget();
        stated.Clear();
        entitled = false;
    }

    /// <summary>The next document has nothing to do with those before it: what they brought and led to no operation is gone.</summary>
    public void BeginAnew()
    {
        Documents.Clear();
        Pages.Clear();
        Targets.OpenRecorder?.Forget();
        Forget();
    }

    /// <summary>What can be read by a program in all that was given, the pages of PDFs among it.</summary>
    /// <param name="instructions">A person's words, where they count too.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<DocumentWords> WordsAsync(ImmutableArray<string> instructions, CancellationToken cancel) =>
        DocumentWords.Of(Documents.All, await Pages.WordsAsync(Documents.All, cancel), instructions);

    public void Dispose()
    {
        options.Pages?.Dispose();
        Targets.Dispose();
    }
}
