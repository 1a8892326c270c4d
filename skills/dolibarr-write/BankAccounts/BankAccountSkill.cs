using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Bank accounts of suppliers. Only a person's own command comes here, and no function of a model does: a mail that asks
/// to be paid elsewhere is how invoices are stolen, and a model that believes it must not be able to act on it.
/// </summary>
public sealed class BankAccountSkill
{
    private static readonly string Resource = BankAccountOperations.Instance.Name;

    private readonly Session session;
    private readonly ChangesetSkill changeset;

    internal BankAccountSkill(Session session, ChangesetSkill changeset) => (this.session, this.changeset) = (session, changeset);

    /// <summary>
    /// Enters one account on the sandbox and finishes its changeset, which holds nothing else. The documents that the
    /// session was given are kept as evidence beside the instruction.
    /// </summary>
    public async Task<Result<EnteredBankAccount>> EnterAsync(BankAccountAsked asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Problems is { IsEmpty: false } problems)
        {
            return new Result<EnteredBankAccount>.Refused(problems);
        }
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(async open =>
        {
            var supplier = await new NamedSupplier(open.Read).FindAsync(asked.Supplier, cancel);
            return await supplier.ThenAsync(async party =>
            {
                var onFile = (await open.Read.BankAccounts.ListAsync(party.Id, cancel)).ToResult("--supplier");
                return await onFile.ThenAsync(before => AccountsOnFile.Problem(asked, party, before) is { } problem
                    ? Task.FromResult(Result.Refused<EnteredBankAccount>(problem))
                    : RecordAsync(open, asked, new Owner(party, before), cancel));
            });
        });
    }

    private async Task<Result<EnteredBankAccount>> RecordAsync(Recorder open, BankAccountAsked asked, Owner owner, CancellationToken cancel)
    {
        session.Instructions = [asked.Words(ThirdPartyWords.Describe(owner.Party))];
        session.EntitleOnce($"Bank account of {KeepableText.Line(owner.Party.Name, 80)}");
        var done = await session.DoAsync(writing => Operation(session.Names.Of(owner.Party), asked) with { From = EvidenceIn(writing) }, cancel);
        return await done.ThenAsync(async recorded =>
        {
            session.Warn(
                recorded.Operation.Id,
                    AccountInMail.Look(session.Documents.All, await session.WordsAsync([], CancellationToken.None), asked.Iban));
            // It is on the sandbox: asked to stop now, the changeset is finished all the same.
            var ended = await changeset.FinishAsync(CancellationToken.None);
            return await ended.ThenAsync(async finished =>
            {
                var after = await open.Read.BankAccounts.ListAsync(owner.Party.Id, CancellationToken.None);
                return Result.Ok(new EnteredBankAccount(
                    ThirdPartyWords.Describe(owner.Party), session.Targets.Server?.Page(BankAccountOperations.Instance.Resource.PageOf(owner.Party.Id)), finished.Changeset, finished.Path)
                {
                    Before = owner.Accounts,
                    After = after is Answer<ImmutableArray<BankAccount>>.Ok { Value: var now } ? now : null,
                });
            });
        });
    }

    /// <summary>The instruction, the documents, and of each document the files that are invoices: the review compares the accounts that they name.</summary>
    private ImmutableArray<string> EvidenceIn(Recorder recorder) =>
    [
        .. session.EvidenceIn(recorder)
            .Concat(session.Documents.All.SelectMany(given => given.Invoices.Select(one => EvidenceDesk.Bring(recorder, given, InvoiceFiles.Original(one.Invoice)).Id)))
            .Distinct(),
    ];

    private static Operation Operation(Reference owner, BankAccountAsked asked)
    {
        var set = Fields.None.With("iban", IbanForm.Bare(asked.Iban))
            .With("bic", asked.Bic is { } bic ? LegalIds.Bare(bic) : null)
            .With("bank", asked.Bank is { } bank ? KeepableText.Line(bank) : null)
            .With("label", asked.Label is { } label ? KeepableText.Line(label) : null);
        return asked.Replaces is { } old
            ? new Operation.Update { Id = "", Resource = Resource, On = new Reference.Found(Fields.None.With("thirdparty", owner).With("iban", IbanForm.Bare(old))), Before = Fields.None, Set = set }
            : new Operation.Create { Id = "", Resource = Resource, Set = Fields.None.With("thirdparty", owner).With(set), Keys = ["thirdparty", "iban"] };
    }

    private sealed record Owner(ThirdParty Party, ImmutableArray<BankAccount> Accounts);
}
