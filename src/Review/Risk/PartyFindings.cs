using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>Who it is: third parties that are made, changed, or recognised by too little.</summary>
internal sealed class PartyFindings(Changeset changeset, Wording wording)
{
    private static readonly string[] LegalIds = ["vatNumber", "siren", "siret"];

    private readonly Sentences say = wording.Words.Say;

    /// <summary>Every name of a third party in the changeset, by its look: in the documents, where one is made or changed, and where one is found.</summary>
    private readonly Lazy<ILookup<string, string>> names = new(() => Names(changeset).Distinct(StringComparer.Ordinal).ToLookup(PartyNames.LookOf, StringComparer.Ordinal));

    public IEnumerable<Finding> About(Operation operation) => (operation.Resource == ThirdPartyFields.Resource.Name ? OfParty(operation) : []).Concat(OfContactDetails(operation))
        .Concat(operation.References().OfType<Reference.Found>().Where(NamesPartyLoosely)
            .Select(reference => new Finding(RiskCodes.MatchedWithoutLegalId, say.MatchedLoosely(wording.Reference(reference, ThirdPartyFields.Resource.Name)))));

    private IEnumerable<Finding> OfParty(Operation operation)
    {
        var name = wording.Text(operation.Asked.TextOf("name") ?? "");
        if (operation.Asked.TextOf("name") is { } asked)
        {
            foreach (var other in names.Value[PartyNames.LookOf(asked)].Where(other => PartyNames.LookTheSame(asked, other)))
            {
                yield return new(RiskCodes.NameResembles, say.LooksLike(name, wording.Text(other)));
            }
        }
        if (operation is Operation.Create)
        {
            yield return new(RiskCodes.NewSupplier, say.NewSupplier(name));
            if (LegalIds.All(id => string.IsNullOrEmpty(operation.Asked.TextOf(id))))
            {
                yield return new(RiskCodes.NoLegalId, say.NoLegalId(name));
            }
        }
        else if (operation is Operation.Update)
        {
            foreach (var id in operation.Asked.Names.Where(field => field == "name" || LegalIds.Contains(field)))
            {
                yield return new(RiskCodes.IdentityChanged, say.IdentityChanged(wording.Labels.Field(operation.Resource, id)));
            }
        }
    }

    /// <summary>How a third party is reached: by its own details, or by a contact's.</summary>
    private IEnumerable<Finding> OfContactDetails(Operation operation) => ContactDetails.ChangedBy(operation) is { IsEmpty: false } changed
        ? [new(RiskCodes.ContactDetails, say.ContactChanged(
            wording.Reference(ContactDetails.PartyOf(operation)!, ThirdPartyFields.Resource.Name),
            changed.Select(field => wording.Labels.Field(operation.Resource, field)).Aggregate((all, next) => Sentence.Of($"{all}, {next}"))))]
        : [];

    private static IEnumerable<string> Names(Changeset changeset) =>
        changeset.Evidence.OfType<Evidence.File>().Select(file => file.Says.TextOf("sellerName"))
            .Concat(changeset.Operations.Where(operation => operation.Resource == "thirdparty").SelectMany(operation => new[] { operation.Held.TextOf("name"), operation.Asked.TextOf("name") }))
            .Concat(changeset.Operations.SelectMany(operation => operation.References()).OfType<Reference.Found>().Select(reference => reference.Keys.TextOf("name")))
            .OfType<string>();

    /// <summary>By the keys of a third party, and no other: an invoice goes by its own number too, an account by its IBAN.</summary>
    private static bool NamesPartyLoosely(Reference.Found reference) =>
        reference.Keys.Names.All(ThirdPartyFields.Resource.Keys.Contains) && LegalIds.All(id => string.IsNullOrEmpty(reference.Keys.TextOf(id)));
}
