using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Everything that an agent may do with a Dolibarr, in one session: read the configured target, write to the sandbox,
/// and keep what it wrote in a changeset. With the target at prod or unset every write is refused, whoever asks, and
/// only reads leave this machine. Expected failures are values; one caller at a time.
/// </summary>
public sealed partial class Skill : IDisposable
{
    private readonly Session session;

    public Skill(SkillOptions options)
    {
        session = new Session(options);
        ThirdParties = new ThirdPartySkill(session);
        SupplierInvoices = new SupplierInvoiceSkill(session, ThirdParties);
        Objects = new ObjectSkill(session, ThirdParties, SupplierInvoices);
        Documents = new DocumentSkill(session);
        Changeset = new ChangesetSkill(session);
        BankAccounts = new BankAccountSkill(session, Changeset);
    }

    /// <summary>Suppliers and customers.</summary>
    public ThirdPartySkill ThirdParties { get; }

    /// <summary>Invoices, credit notes and deposits of suppliers.</summary>
    public SupplierInvoiceSkill SupplierInvoices { get; }

    /// <summary>Objects of every resource that has no functions of its own.</summary>
    public ObjectSkill Objects { get; }

    /// <summary>Bank accounts of suppliers, for a person's own command. No function of a model leads here.</summary>
    public BankAccountSkill BankAccounts { get; }

    /// <summary>The documents that this session was given, and the structured invoices in them.</summary>
    public DocumentSkill Documents { get; }

    /// <summary>The changeset that is being recorded.</summary>
    public ChangesetSkill Changeset { get; }

    /// <summary>How many operations were tried on the sandbox so far.</summary>
    public int Writes => session.Tried;

    /// <summary>From now on at most so many more operations are tried on the sandbox; without this they are not limited. Finishing and taking back are always allowed.</summary>
    public void AllowWrites(int more) => session.AllowWrites(more);

    /// <summary>The instance that calls go to: <c>erp-sandbox</c>.</summary>
    public string Target => session.Targets.Name;

    /// <summary>Held by whoever calls for a model: a kernel or an MCP server may call several functions at once.</summary>
    internal SemaphoreSlim OneAtATime { get; } = new(1, 1);

    /// <summary>The changesets in the folder, as far as they tell what was entered already.</summary>
    internal RecordedChangesets Recorded => session.Recorded;

    /// <summary>Why the sandbox cannot be written to now, asked afresh; nothing where it can.</summary>
    public async Task<ImmutableArray<Problem>> ReasonsNotToWriteAsync(CancellationToken cancel)
    {
        switch (await Recorder.OpenAsync(session.Options.Settings, session.Options.Recorder, cancel))
        {
            case OpenResult.Open { Recorder: var opened }:
                opened.Dispose();
                return [];
            case OpenResult.Refused refused:
                return refused.Problems;
            default:
                throw new InvalidOperationException("A recorder opens or does not.");
        }
    }

    /// <summary>The pages of the files that were given.</summary>
    internal PagesOfFiles Pages => session.Pages;

    /// <summary>The next document has nothing to do with those before it.</summary>
    internal void BeginAnew() => session.BeginAnew();

    internal void Failed(string message, Exception fault) => FailedOver(session.Options.Log, message, fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message} could not be ingested")]
    private static partial void FailedOver(ILogger log, string message, Exception fault);

    public void Dispose()
    {
        OneAtATime.Dispose();
        session.Dispose();
    }
}
