using System.Collections.Immutable;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>Looks at what an instance is. What the key may not read is left out and said; what nobody answers is not an answer.</summary>
internal sealed class InstanceLook(DolibarrReader read)
{
    private readonly ImmutableArray<string>.Builder unread = ImmutableArray.CreateBuilder<string>();

    public async Task<Answer<ObservedInstance>> LookAsync(string instance, string canary, CancellationToken cancel)
    {
        var status = await read.Status.GetAsync(cancel);
        return await status.ThenAsync(async server =>
        {
            var company = Readable("the company", await read.Company.GetAsync(cancel), profile => new CompanyIdentity(profile.Name, profile.VatNumber, profile.Siren));
            return await company.ThenAsync(async who =>
            {
                var thirdParty = Readable("third parties", await read.ThirdParties.HighestIdAsync(cancel), id => (long?)id);
                return await thirdParty.ThenAsync(async highest =>
                {
                    var invoice = Readable("supplier invoices", await read.SupplierInvoices.HighestIdAsync(cancel), id => (long?)id);
                    return await invoice.ThenAsync(async last => (await HasAsync(canary, cancel)).Map(has => new ObservedInstance(
                        new InstanceIdentity(instance, read.Server.Origin.Value, server.Version)
                        {
                            TlsKey = read.TlsKey,
                            Company = who,
                            HighestThirdParty = highest,
                            HighestSupplierInvoice = last,
                        })
                    {
                        HasCanary = has,
                        Unread = unread.ToImmutable(),
                    }));
                });
            });
        });
    }

    /// <summary>A canary that the key may not look for is not taken for absent.</summary>
    private async Task<Answer<bool?>> HasAsync(string canary, CancellationToken cancel)
    {
        if (canary.Length == 0)
        {
            return new Answer<bool?>.Ok(null);
        }

        var customer = await read.ThirdParties.FindAsync(ThirdPartyColumn.CustomerCode, [canary], cancel);
        return await customer.ThenAsync(async found => found.IsEmpty
            ? (await read.ThirdParties.FindAsync(ThirdPartyColumn.SupplierCode, [canary], cancel)).Map<bool?>(suppliers => !suppliers.IsEmpty)
            : new Answer<bool?>.Ok(true));
    }

    private Answer<TOther?> Readable<T, TOther>(string what, Answer<T> answer, Func<T, TOther> make)
    {
        if (answer is Answer<T>.Refused { Error: { Code: ErrorCodes.Forbidden or ErrorCodes.RightMissing or ErrorCodes.RightsUnproven or ErrorCodes.UnknownRoute } error })
        {
            unread.Add($"{what}: {error.Message}");
            return new Answer<TOther?>.Ok(default);
        }

        return answer.Map(value => (TOther?)make(value));
    }
}
