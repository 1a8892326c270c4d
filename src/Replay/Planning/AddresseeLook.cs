using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Risks;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// Whether the invoices of a plan are for us, by what their documents say: asked again, whatever a recorder noted. Who we
/// are says the target, else the sandbox, which is a copy of it, else the settings; asked once for a command.
/// </summary>
internal sealed class AddresseeLook(PlanningSides sides)
{
    private Task<Company>? asked;

    /// <summary>What was found, where the changeset does not already say it in the same words; and why nothing could be.</summary>
    public async Task<AddresseeSeen> LookAsync(Plan plan, Checks documents, CancellationToken cancel)
    {
        var invoices = plan.Operations.Where(o => o.Outcome == Outcomes.ToApply).Select(o => o.Operation).OfType<Operation.Create>().Where(o => o.Resource == "supplierInvoice").ToList();
        if (invoices.Count == 0 || documents.Read is null)
        {
            return new AddresseeSeen([], null);
        }
        var company = await (asked ??= AskAsync(cancel));
        var changeset = plan.Loaded.Changeset;
        return company.Problem is { } problem
            ? new AddresseeSeen([], problem)
            : new AddresseeSeen([.. AddresseeRisks.Of(changeset, invoices, documents, company.We).Where(finding => finding.Severity == Severity.Stop || !IsNoted(finding, changeset))], null);
    }

    private static bool IsNoted(Finding finding, Changeset changeset)
    {
        var words = FindingWords.In(Language.English, finding).ToString();
        return changeset.Warnings.Any(warning => warning.Code == finding.Code && warning.On == finding.On && warning.Text == words);
    }

    private async Task<Company> AskAsync(CancellationToken cancel)
    {
        var onTarget = await sides.Target.Read.Company.GetAsync(cancel);
        var (side, answer) = onTarget is Answer<CompanyProfile>.Refused && sides.Sandbox is { } sandbox ? (sandbox, await sandbox.Read.Company.GetAsync(cancel)) : (sides.Target, onTarget);
        if (answer is Answer<CompanyProfile>.Unanswered)
        {
            return new Company(null, answer.ProblemOf($"the company of {side.Name}"));
        }
        var onServer = answer is Answer<CompanyProfile>.Ok { Value: var of } ? new TypedCompany(of.Name, of.Siren, of.Siret, of.VatNumber) : null;
        return CompanyFound.Of(onServer, new TypedCompany(sides.Company.Name, sides.Company.Siren, null, sides.Company.VatNumber), side.Name) switch
        {
            CompanyFound.Two two => new Company(null, OwnCompany.DiffersFrom(side.Name, Words(two.OnServer), Words(two.InSettings))),
            CompanyFound.Known { We: var we } => new Company(we, null),
            _ => new Company(null, null),
        };
    }

    private static string Words(NamedParty party) => FindingWords.PartyIn(Language.English, party).ToString();

    /// <summary>Who we are, null where nobody knows; or why nobody could say.</summary>
    private sealed record Company(WhoWeAre? We, Problem? Problem);
}

/// <summary>What a look at whom invoices are for came to.</summary>
/// <param name="Problem">Why nobody could say who we are; null where somebody could, or nobody knows.</param>
internal sealed record AddresseeSeen(ImmutableArray<Finding> Findings, Problem? Problem);
