using System.Collections.Immutable;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the bank details on file.</summary>
public sealed class BankAccounts
{
    private static readonly Field Owner = BankAccountFields.All[BankAccountFields.ThirdParty]!;

    private readonly Objects objects;

    internal BankAccounts(Objects objects) => this.objects = objects;

    /// <summary>Those of a third party; none is an empty list.</summary>
    public async Task<Answer<ImmutableArray<BankAccount>>> ListAsync(long thirdPartyId, CancellationToken cancel) =>
        (await this.objects.FindAsync(BankAccountFields.Resource, [ObjectLook.For(Owner, thirdPartyId)], cancel))
            .Map<ImmutableArray<BankAccount>>(all => [.. all.Select(one => new BankAccount(one))]);
}
