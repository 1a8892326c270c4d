using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>An operation that changes how a third party is reached, or where it is paid.</summary>
/// <param name="Party">The third party, which was there before.</param>
/// <param name="IsOfBank">Whether it is where it is paid.</param>
internal sealed record PartyChange(Operation Operation, Reference.Found Party, bool IsOfBank)
{
    /// <summary>What an operation changes; null where it is neither.</summary>
    public static PartyChange? Of(Operation operation) => operation switch
    {
        Operation.Create { Resource: Policy.BankAccount } create when create.Set.ReferenceOf("thirdparty") is Reference.Found party => new(operation, party, true),
        { Resource: Policy.BankAccount, DoneTo: Reference.Found account } when account.Keys.ReferenceOf("thirdparty") is Reference.Found party => new(operation, party, true),
        _ when !ContactDetails.ChangedBy(operation).IsEmpty => new(operation, ContactDetails.PartyOf(operation)!, false),
        _ => null,
    };

    /// <summary>Whether it is this third party, by any of its legal ids; by its name where the reference has none.</summary>
    public bool IsOf(ThirdParty party)
    {
        var named = new CompanyIds(Party.Keys.TextOf("vatNumber"), Party.Keys.TextOf("siren"), Party.Keys.TextOf("siret"));
        return named.HaveInCommon(party.Ids)
            || (named is { VatNumber: null, Siren: null, Siret: null } && PartyNames.AreSame(Party.Keys.TextOf("name") ?? "", party.Name));
    }
}
