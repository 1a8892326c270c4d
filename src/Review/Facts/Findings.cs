using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>What looks wrong, by the facts of the changeset alone; the agent's words have no part in it.</summary>
internal sealed class Findings(Changeset changeset, Wording wording)
{
    private static readonly string[] LegalIds = ["vatNumber", "siren", "siret"];

    /// <summary>All findings about one operation.</summary>
    public IEnumerable<ReviewWarning> About(Operation operation, ReviewOperation shown)
    {
        foreach (var comparison in shown.Comparisons.Where(c => !c.Agrees))
        {
            yield return Differs(operation, comparison);
        }
        foreach (var (code, text) in operation.Resource switch
        {
            "thirdparty" => ThirdParty(operation),
            "supplierInvoice" => Invoice(operation),
            _ => [],
        })
        {
            yield return Warning(code, operation, text);
        }
        foreach (var reference in operation.References().OfType<Reference.Found>().Where(NamesThirdPartyLoosely))
        {
            yield return Warning("matched-without-legal-id", operation, Sentence.Of($"A third party is matched on less than a legal id: {wording.Reference(reference)}. Check that it is the right one."));
        }
    }

    private static ReviewWarning Differs(Operation operation, Comparison comparison)
    {
        var isTotal = DocumentComparison.Totals.Any(total => Labels.Fact(total.Said).Equals(comparison.Name));
        return Warning(isTotal ? "totals-differ" : "document-differs", operation, comparison.Entered is { } entered
            ? Sentence.Of($"{comparison.Name}: the document {comparison.Evidence} says {comparison.Says}, entered is {entered}.")
            : Sentence.Of($"{comparison.Name}: the document {comparison.Evidence} says {comparison.Says}, the changeset does not say what was entered."));
    }

    private static IEnumerable<(string Code, VisibleText Text)> ThirdParty(Operation operation)
    {
        var name = Visible.Of(operation.Asked.TextOf("name") ?? "");
        if (operation is Operation.Create)
        {
            yield return ("new-supplier", Sentence.Of($"{name} would be new. Check that it is not there under another name, and that its ids are those on the document."));
            if (LegalIds.All(id => string.IsNullOrEmpty(operation.Asked.TextOf(id))))
            {
                yield return ("no-legal-id", Sentence.Of($"{name} is created without a VAT number, SIREN or SIRET: by its name alone nobody can tell it from another."));
            }
        }
        else if (operation is Operation.Update)
        {
            foreach (var id in operation.Asked.Names.Where(field => field == "name" || LegalIds.Contains(field)))
            {
                yield return ("identity-changed", Sentence.Of($"{Labels.Field(id)} says who this third party is, and is changed."));
            }
        }
    }

    private IEnumerable<(string Code, VisibleText Text)> Invoice(Operation operation)
    {
        if (operation is Operation.Create && !operation.From.Select(changeset.EvidenceNamed).OfType<Evidence.File>().Any(file => file.Says.Has("gross")))
        {
            yield return ("totals-unproven", Sentence.Of($"No document here was read for its totals. Compare them with the original by eye."));
        }
        if (DateOnly.TryParseExact(operation.Asked.TextOf("date"), "yyyy-MM-dd", out var date) && date > DateOnly.FromDateTime(changeset.Recorded.At.UtcDateTime))
        {
            yield return ("date-in-future", Sentence.Of($"The invoice date {Visible.Of(operation.Asked.TextOf("date")!)} was in the future when it was recorded."));
        }
    }

    /// <summary>By the keys that only a third party has: an invoice goes by its own number.</summary>
    private static bool NamesThirdPartyLoosely(Reference.Found reference) =>
        !reference.Keys.Has("supplierReference") && LegalIds.All(id => string.IsNullOrEmpty(reference.Keys.TextOf(id)));

    private static ReviewWarning Warning(string code, Operation operation, VisibleText text) => new(Visible.Of(code), Visible.Of(operation.Id), text, WarningSource.Review);
}
