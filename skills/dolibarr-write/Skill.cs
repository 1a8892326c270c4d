namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Everything that an agent may do with a Dolibarr, in one session: read the configured target, write to the sandbox,
/// and keep what it wrote in a changeset. With the target at prod or unset every write is refused, whoever asks, and
/// nothing but reads leaves this machine. Expected failures are values; one caller at a time.
/// </summary>
public sealed class Skill : IDisposable
{
    private readonly Session session;

    public Skill(SkillOptions options)
    {
        session = new Session(options);
        ThirdParties = new ThirdPartySkill(session);
        SupplierInvoices = new SupplierInvoiceSkill(session, ThirdParties);
        BankAccounts = new BankAccountSkill(session, ThirdParties);
        Documents = new DocumentSkill(session);
        Changeset = new ChangesetSkill(session);
    }

    /// <summary>Suppliers and customers.</summary>
    public ThirdPartySkill ThirdParties { get; }

    /// <summary>Invoices, credit notes and deposits of suppliers.</summary>
    public SupplierInvoiceSkill SupplierInvoices { get; }

    /// <summary>Bank details, from a person's instruction alone.</summary>
    public BankAccountSkill BankAccounts { get; }

    /// <summary>The documents that this session was given, and the structured invoices in them.</summary>
    public DocumentSkill Documents { get; }

    /// <summary>The changeset that is being recorded.</summary>
    public ChangesetSkill Changeset { get; }

    /// <summary>How many operations were tried on the sandbox so far.</summary>
    public int Writes => session.Tried;

    /// <summary>From now on at most so many more operations are tried on the sandbox; without this nothing but the work itself bounds them. Finishing and taking back are always allowed.</summary>
    public void AllowWrites(int more) => session.AllowWrites(more);

    /// <summary>The instance that calls go to: <c>erp-sandbox</c>.</summary>
    public string Target => session.Targets.Name;

    /// <summary>Held by whoever calls for a model: a kernel or an MCP server may call several functions at once.</summary>
    internal SemaphoreSlim OneAtATime { get; } = new(1, 1);

    public void Dispose()
    {
        OneAtATime.Dispose();
        session.Dispose();
    }
}
