using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// Contact details and bank details of one third party that change within 30 days of each other, in either order: whoever
/// wants to be paid in its place first becomes the one who is asked whether the new account is right. Looked for in the
/// other changesets that lie here, and by the dates that the target tells, which hold what was done by hand or elsewhere.
/// </summary>
internal sealed class ContactRisks(Side target, OtherChangesets others, TimeProvider clock)
{
    private const string Advice = "Have it confirmed by somebody whom you knew before, not through the contact details that are new.";

    private static readonly TimeSpan Within = TimeSpan.FromDays(30);

    /// <summary>Up to this long after it was made, a change is still part of making it.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    public async Task<Plan> AddAsync(Plan plan, CancellationToken cancel)
    {
        var changes = plan.Operations.Where(planned => planned.Outcome == Outcomes.ToApply).Select(planned => PartyChange.Of(planned.Operation)).OfType<PartyChange>().ToImmutableArray();
        if (changes.IsEmpty || !plan.Problems.IsEmpty)
        {
            return plan;
        }
        var site = target.SiteFor(plan.Loaded, Bindings.None);
        var found = await site.Read.TogetherAsync(changes, change => LookAsync(change, site, cancel));
        return plan with
        {
            Risks = plan.Risks.AddRange(found.SelectMany(one => one.Risks)),
            Notes = plan.Notes.AddRange(found.Select(one => one.Note).OfType<string>()),
            Problems = [.. found.Select(one => one.Unseen).OfType<Problem>()],
        };
    }

    private async Task<Found> LookAsync(PartyChange change, Site site, CancellationToken cancel)
    {
        if (await site.ResolveAsync(change.Party, ThirdPartyOperations.Instance, cancel) is not Resolution.One { Id: var id })
        {
            return new Found([]);
        }
        var answer = (await site.Read.Objects(ThirdPartyFields.Resource).GetAsync(id, cancel)).Map(found => new ThirdParty(found));
        if (answer is not Answer<ThirdParty>.Ok { Value: var party })
        {
            return new Found([]) { Unseen = answer.ProblemOf(change.Operation.Id) };
        }
        var onTarget = change.IsOfBank ? OfCard(change, party) : await OfAccountsAsync(change, party, site, cancel);
        return onTarget with { Risks = [.. await WaitingAsync(change, party, cancel), .. onTarget.Risks] };
    }

    /// <summary>The changes of the other kind to the same third party that are recorded and not yet on the target.</summary>
    private async Task<ImmutableArray<PlannedRisk>> WaitingAsync(PartyChange change, ThirdParty party, CancellationToken cancel)
    {
        var risks = ImmutableArray.CreateBuilder<PlannedRisk>();
        foreach (var other in others.All.Where(other => other.Changeset.State != ChangesetState.Discarded))
        {
            foreach (var counterpart in other.Changeset.Operations.Select(PartyChange.Of).OfType<PartyChange>().Where(counterpart => counterpart.IsOfBank != change.IsOfBank && counterpart.IsOf(party)))
            {
                // What was replayed shows in the target's own dates.
                if (!(await others.PastAsync(other.Changeset.Id, cancel)).Of(counterpart.Operation.Id).Applied)
                {
                    risks.Add(Risk(change, $"{(change.IsOfBank ? "The contact details" : "Bank details")} of '{party.Name}' are changed by {counterpart.Operation.Id} of {other.Path}, recorded on {Days.Text(Moments.Day(other.Changeset.Recorded.At))} and not replayed yet. {Advice}"));
                }
            }
        }
        return risks.ToImmutable();
    }

    private Found OfCard(PartyChange change, ThirdParty party) => party.Found.Modified switch
    {
        null => new Found([]) { Note = $"{target.Name} does not say when '{party.Name}' was last changed: whether somebody changed its contact details there in the last {Within.Days} days cannot be told here." },
        { } modified when IsRecent(modified) && !(party.Found.Created is { } created && modified - created <= AtOnce) => new Found(
            [Risk(change, $"'{party.Name}' was changed on {target.Name} on {Days.Text(Moments.Day(modified))}. {target.Name} does not tell what was changed: it may be its contact details. {Advice}")]),
        _ => new Found([]),
    };

    private async Task<Found> OfAccountsAsync(PartyChange change, ThirdParty party, Site site, CancellationToken cancel)
    {
        var answer = await site.Read.BankAccounts.ListAsync(party.Id, cancel);
        if (answer is not Answer<ImmutableArray<BankAccount>>.Ok { Value: var accounts })
        {
            return new Found([]) { Unseen = answer.ProblemOf(change.Operation.Id) };
        }
        var dated = accounts.Select(account => (Account: account, Latest: account.Modified > account.Created ? account.Modified : account.Created ?? account.Modified)).OrderBy(one => one.Account.Id).ToList();
        return new Found([.. dated.Where(one => one.Latest is { } day && IsRecent(day))
            .Select(one => Risk(change, $"The bank account {one.Account.Iban} of '{party.Name}' was entered or changed on {target.Name} on {Days.Text(Moments.Day(one.Latest!.Value))}, and now its contact details are changed. {Advice}"))])
        {
            Note = dated.Any(one => one.Latest is null) ? $"{target.Name} does not say when bank details of '{party.Name}' were entered: whether that was in the last {Within.Days} days cannot be told here." : null,
        };
    }

    private bool IsRecent(DateTimeOffset day) => clock.GetUtcNow() - day <= Within;

    private static PlannedRisk Risk(PartyChange change, string text) => new(RiskCodes.ContactBeforeBankDetails, change.Operation.Id, Visible.Of(text));

    private sealed record Found(ImmutableArray<PlannedRisk> Risks)
    {
        /// <summary>What cannot be known; null where all is.</summary>
        public string? Note { get; init; }

        /// <summary>Why the target could not be read; null where it was.</summary>
        public Problem? Unseen { get; init; }
    }
}
