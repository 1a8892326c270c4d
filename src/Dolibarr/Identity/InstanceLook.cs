using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
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
                var thirdParty = Readable("third parties", await read.Objects.HighestIdAsync(ThirdPartyFields.Codes, cancel), id => (long?)id);
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

        var codes = ThirdPartyFields.Codes;
        var found = await read.Objects.FindAsync(codes, [.. codes.Fields.All.Select(code => ObjectLook.For(code, canary))], cancel);
        return found.Map<bool?>(bearers => !bearers.IsEmpty);
    }

    private Answer<TOther?> Readable<T, TOther>(string what, Answer<T> answer, Func<T, TOther> make)
    {
        if (answer is Answer<T>.Refused { Problem: var error } && error.Code.IsOneOf(Codes.Forbidden, Codes.RightMissing, Codes.RightsUnproven, Codes.UnknownRoute))
        {
            unread.Add($"{what}: {error.Message}");
            return new Answer<TOther?>.Ok(default);
        }

        return answer.Map(value => (TOther?)make(value));
    }
}
