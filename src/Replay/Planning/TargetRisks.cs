using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// What looks wrong once one sees the target: a document that asks to be paid on an account that its supplier does not
/// have there, a new third party whose name resembles another's, an invoice that may be there already under another reference. Two calls and those that find the suppliers,
/// however many operations there are. What this changeset itself has made there is not a risk.
/// </summary>
internal sealed class TargetRisks(Side target)
{
    public async Task<Plan> AddAsync(Plan plan, CancellationToken cancel)
    {
        var toDo = plan.Operations.Where(o => o.Outcome == Outcomes.ToApply).Select(o => o.Operation).OfType<Operation.Create>().ToImmutableArray();
        if (toDo.IsEmpty || !plan.Problems.IsEmpty)
        {
            return plan;
        }
        var bindings = plan.Operations.Where(o => o is { Operation: Operation.Create, Id: not null } && Outcomes.IsDone(o.Outcome))
            .Aggregate(Bindings.None, (all, o) => all.With(o.Operation.Id, o.Id!.Value));
        var site = target.SiteFor(plan.Loaded, bindings);
        var found = await Task.WhenAll(new TargetAccounts(plan).LookAsync(toDo, site, cancel), ResemblingAsync(toDo, site, cancel), DuplicatesAsync(toDo, site, cancel));
        var order = plan.Selected.Select((o, i) => (o.Id, i)).ToDictionary(o => o.Id, o => o.i, StringComparer.Ordinal);
        return plan with
        {
            Risks = [.. plan.Risks, .. found.SelectMany(one => one.Risks).OrderBy(risk => order[risk.Operation])],
            Problems = [.. found.Select(one => one.Unseen).OfType<Problem>()],
        };
    }

    private static async Task<Found> ResemblingAsync(ImmutableArray<Operation.Create> toDo, Site site, CancellationToken cancel)
    {
        var named = toDo.Where(o => o.Resource == "thirdparty").Select(o => (Operation: o, Name: o.Set.TextOf("name") ?? "")).Where(o => o.Name.Length > 0).ToList();
        var words = named.SelectMany(o => PartyNames.ToSearch(o.Name)).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count == 0)
        {
            return Found.Nothing;
        }
        var parties = ThirdPartyFields.Resource;
        var answer = await site.Read.Objects(parties).SearchAsync(parties.Fields[ThirdPartyFields.Name]!, words, cancel);
        return answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var there }
            ? new Found([], answer.ProblemOf(site.Name))
            : new Found(named.SelectMany(o => there.Select(party => new ThirdParty(party)).Where(party => !IsOurs(party.Marker, site) && PartyNames.AreAlike(o.Name, party.Name)).OrderBy(party => party.Id)
                .Select(party => new PlannedRisk(RiskCodes.NameResembles, o.Operation.Id, Visible.Of($"'{o.Name}' would be new on {site.Name}, where '{party.Name}' is already ({IdsOf(party)}).")))), null);
    }

    private static async Task<Found> DuplicatesAsync(ImmutableArray<Operation.Create> toDo, Site site, CancellationToken cancel)
    {
        var invoices = toDo.Where(o => o.Resource == "supplierInvoice" && Gross(o) is not null && Day(o) is not null && o.Set.ReferenceOf("supplier") is not null).ToList();
        var suppliers = await site.Read.TogetherAsync(invoices, async o => (Invoice: o, Supplier: await site.ResolveAsync(o.Set.ReferenceOf("supplier")!, ResourceOperations.Named("thirdparty")!, cancel)));
        var known = suppliers.Where(s => s.Supplier is Resolution.One).Select(s => (s.Invoice, Key: new SupplierDay(((Resolution.One)s.Supplier).Id, Day(s.Invoice)!.Value))).ToList();
        if (known.Count == 0)
        {
            return Found.Nothing;
        }
        var answer = await site.Read.SupplierInvoices.FindByDatesAsync([.. known.Select(k => k.Key).Distinct()], cancel);
        return answer is not Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var there }
            ? new Found([], answer.ProblemOf(site.Name))
            : new Found(known.SelectMany(k => there.Where(other => other.SupplierId == k.Key.SupplierId && other.Date == k.Key.Date && other.TotalInclTax == Gross(k.Invoice) && !IsOurs(other.Marker, site)).OrderBy(other => other.Id)
                .Select(other => new PlannedRisk(RiskCodes.DuplicateSuspected, k.Invoice.Id, Visible.Of(Invariant($"{site.Name} has another invoice of this supplier, of the same day ({Days.Text(other.Date)}) and amount ({Decimals.Cents(other.TotalInclTax)}): '{other.SupplierReference}', {other.Ref}."))))), null);
    }

    private static bool IsOurs(string marker, Site site) => marker.StartsWith($"{site.Changeset.Id}/", StringComparison.Ordinal);

    private static decimal? Gross(Operation.Create invoice) => Decimals.Strict(invoice.After.TextOf("totalInclTax"));

    private static DateOnly? Day(Operation.Create invoice) =>
        Days.Strict(invoice.Set.TextOf("date"));

    private static string IdsOf(ThirdParty party)
    {
        var ids = new[] { ("VAT number", party.VatNumber), ("SIREN", party.Siren), ("SIRET", party.Siret) }.Where(id => id.Item2.Length > 0).Select(id => $"{id.Item1} {id.Item2}").ToList();
        return ids.Count == 0 ? "without a legal id" : string.Join(", ", ids);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

}

/// <summary>Risks that were found on a target.</summary>
/// <param name="Unseen">Why the target could not be read; null where it was.</param>
internal sealed record Found(IEnumerable<PlannedRisk> Risks, Problem? Unseen)
{
    public static Found Nothing { get; } = new([], null);
}
