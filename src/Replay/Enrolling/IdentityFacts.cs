using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>An instance's identity in words, with what was enrolled before where that was another.</summary>
internal static class IdentityFacts
{
    private const string Unknown = "not to be seen with this key";

    public static EnrolledInstance Of(ObservedInstance found, EnrolledTargets known, EnrolledAs now)
    {
        var before = known.Of(found.Identity.Instance)?.Identity;
        var old = before is null ? [] : Texts(before);
        var facts = Texts(found.Identity).Select((text, i) => new IdentityFact(text.What, text.Value, before is not null && old[i].Value != text.Value ? old[i].Value : null));
        return new EnrolledInstance(found.Identity.Instance, now.State, [.. facts, .. Canary(found, before is null ? null : known.Canary, now.Canary)], found.Unread);
    }

    private static ImmutableArray<IdentityText> Texts(InstanceIdentity identity) =>
    [
        new("Origin", identity.Origin),
        new("TLS key", identity.TlsKey.Length == 0 ? "none (plain http)" : identity.TlsKey),
        new("Dolibarr", identity.Dolibarr),
        new("Company", identity.Company is { } company ? string.Join(", ", new[] { company.Name, company.VatNumber, company.Siren }.Where(text => text.Length > 0)) : Unknown),
        new("Highest id of a third party", Number(identity.HighestThirdParty)),
        new("Highest id of a supplier invoice", Number(identity.HighestSupplierInvoice)),
    ];

    private static IEnumerable<IdentityFact> Canary(ObservedInstance found, string? before, string canary)
    {
        if (found.HasCanary is { } there)
        {
            yield return new IdentityFact("Canary", $"{canary} is {(there ? "there" : "not there")}", before is null || before == canary ? null : before.Length == 0 ? "none" : before);
        }
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Unknown;

    private sealed record IdentityText(string What, string Value);
}

/// <summary>What an instance is enrolled as.</summary>
/// <param name="State">Whether it is new, the same or another.</param>
/// <param name="Canary">The code of the canary; empty where none is agreed on.</param>
internal sealed record EnrolledAs(string State, string Canary);
