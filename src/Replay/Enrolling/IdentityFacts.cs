using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>An instance's identity in words, with what was enrolled before where that was another.</summary>
internal static class IdentityFacts
{
    private const string Unknown = "not to be seen with this key";

    public static EnrolledInstance Of(ObservedInstance found, EnrolledTargets known, (string State, string Canary) now)
    {
        var before = known.Of(found.Identity.Instance)?.Identity;
        var old = before is null ? [] : Texts(before);
        var facts = Texts(found.Identity).Select((text, i) => new IdentityFact(text.What, text.Value, before is not null && old[i].Value != text.Value ? old[i].Value : null));
        return new EnrolledInstance(found.Identity.Instance, now.State, [.. facts, .. Canary(found, before is null ? null : known.Canary, now.Canary)], found.Unread);
    }

    private static ImmutableArray<(string What, string Value)> Texts(InstanceIdentity identity) =>
    [
        ("Origin", identity.Origin),
        ("TLS key", identity.TlsKey.Length == 0 ? "none (plain http)" : identity.TlsKey),
        ("Dolibarr", identity.Dolibarr),
        ("Company", identity.Company is { } company ? string.Join(", ", new[] { company.Name, company.VatNumber, company.Siren }.Where(text => text.Length > 0)) : Unknown),
        ("Highest id of a third party", Number(identity.HighestThirdParty)),
        ("Highest id of a supplier invoice", Number(identity.HighestSupplierInvoice)),
    ];

    private static IEnumerable<IdentityFact> Canary(ObservedInstance found, string? before, string canary)
    {
        if (found.HasCanary is { } there)
        {
            yield return new IdentityFact("Canary", $"{canary} is {(there ? "there" : "not there")}", before is null || before == canary ? null : before.Length == 0 ? "none" : before);
        }
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Unknown;
}
