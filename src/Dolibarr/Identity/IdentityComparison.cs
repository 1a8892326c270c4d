using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>One thing in which an instance is not what was enrolled.</summary>
/// <param name="Code">Stable: <c>other-tls-key</c>.</param>
/// <param name="What">The thing: <c>TLS key</c>.</param>
/// <param name="Enrolled">What was written down.</param>
/// <param name="Found">What is there now.</param>
public sealed record IdentityDifference(ProblemCode Code, string What, string Enrolled, string Found)
{
    /// <summary>For a person: both sides, and what to do.</summary>
    public Problem ToProblem(Instance instance) => new(
        Code, instance.Name,
        Code == Codes.CanaryMissing ? $"{instance.Name} has no canary: it should have {Enrolled}, and has {Found}. It may be another instance."
        : Code == Codes.CanaryOnProd ? $"{instance.Name} has the sandbox's canary: it should have {Enrolled}, and has {Found}. It may be the sandbox."
        : $"{instance.Name} is not what was enrolled. {What}: found {Found}; enrolled {Enrolled}.");
}

/// <summary>Compares an instance with what was enrolled.</summary>
public static class IdentityComparison
{
    /// <summary>Every difference. An instance that is not enrolled is compared with those that are: it may be one of them.</summary>
    public static ImmutableArray<IdentityDifference> Of(EnrolledTargets enrolled, Instance instance, ObservedInstance found) =>
    [
        .. CanaryOf(enrolled.Canary, instance, found),
        .. enrolled.Of(instance.Name) is { } same ? Same(same.Identity, found) : [],
        .. enrolled.All.Where(one => one.Identity.Instance != instance.Name).SelectMany(other => Another(other.Identity, found.Identity, enrolled.Of(instance.Name) is null)),
    ];

    /// <summary>
    /// Whether something lasting tells two instances apart: a TLS key of its own each, or a canary. Ids do not: those of a
    /// sandbox grow past those of prod, or are grown past. Nor does the company: a key that may not read it would not see.
    /// </summary>
    public static bool TellsApart(InstanceIdentity one, InstanceIdentity other, string canary) =>
        canary.Length > 0 || (one.TlsKey.Length > 0 && other.TlsKey.Length > 0 && one.TlsKey != other.TlsKey);

    /// <summary>Whether two instances are the same in all that was seen of both but their origins: they may be one under two names.</summary>
    public static bool AreAlike(InstanceIdentity one, InstanceIdentity other) =>
        one.TlsKey == other.TlsKey && one.Dolibarr == other.Dolibarr
        && (one.Company is null || other.Company is null || one.Company == other.Company)
        && Same(one.HighestThirdParty, other.HighestThirdParty) && Same(one.HighestSupplierInvoice, other.HighestSupplierInvoice);

    private static bool Same(long? one, long? other) => one is null || other is null || one == other;

    private static IEnumerable<IdentityDifference> CanaryOf(string canary, Instance instance, ObservedInstance found)
    {
        if (found.HasCanary is { } there && there == instance.IsProd)
        {
            yield return there
                ? new IdentityDifference(Codes.CanaryOnProd, "Canary", $"no third party with the code {canary}", "one")
                : new IdentityDifference(Codes.CanaryMissing, "Canary", $"a third party with the code {canary}", "none");
        }
    }

    private static IEnumerable<IdentityDifference> Same(InstanceIdentity enrolled, ObservedInstance observed)
    {
        var found = observed.Identity;
        IdentityDifference[] texts =
        [
            new(Codes.OtherOrigin, "Origin", enrolled.Origin, found.Origin),
            new(Codes.OtherTlsKey, "TLS key", enrolled.TlsKey, found.TlsKey),
            new(Codes.OtherVersion, "Dolibarr", enrolled.Dolibarr, found.Dolibarr),
            .. enrolled.Company is { } then && found.Company is { } now ? Companies(then, now) : [],
        ];
        // A sandbox that is reset starts again at lower ids; where the canary is there, it is the sandbox.
        (string What, long? Enrolled, long? Found)[] ids = observed.HasCanary == true ? [] :
        [
            ("Highest id of a third party", enrolled.HighestThirdParty, found.HighestThirdParty),
            ("Highest id of a supplier invoice", enrolled.HighestSupplierInvoice, found.HighestSupplierInvoice),
        ];
        return [
            .. texts.Where(text => text.Enrolled != text.Found).Select(text => text with { Enrolled = Shown(text.Enrolled), Found = Shown(text.Found) }),
            .. ids.Where(id => id.Found < id.Enrolled).Select(id => new IdentityDifference(Codes.IdsWentDown, id.What, $"{Shown(id.Enrolled)}, and ids only grow", Shown(id.Found))),
        ];
    }

    private static IdentityDifference[] Companies(CompanyIdentity enrolled, CompanyIdentity found) =>
    [
        new(Codes.OtherCompany, "Company", enrolled.Name, found.Name),
        new(Codes.OtherCompany, "Company's VAT number", enrolled.VatNumber, found.VatNumber),
        new(Codes.OtherCompany, "Company's SIREN", enrolled.Siren, found.Siren),
    ];

    /// <summary>One that has a record of its own may share a TLS key with another; one that has none is not told from it.</summary>
    private static IEnumerable<IdentityDifference> Another(InstanceIdentity other, InstanceIdentity found, bool isUnknown)
    {
        if (other.Origin == found.Origin)
        {
            yield return new IdentityDifference(Codes.OriginOfAnother, "Origin", $"{other.Origin} as {other.Instance}", $"{found.Origin} as {found.Instance}");
        }
        else if (isUnknown && found.TlsKey.Length > 0 && other.TlsKey == found.TlsKey)
        {
            yield return new IdentityDifference(Codes.KeyOfAnother, "TLS key", $"{other.TlsKey} for {other.Instance}", $"{found.TlsKey} for {found.Instance}, which is not enrolled");
        }
    }

    private static string Shown(string text) => text.Length == 0 ? "none" : text;

    private static string Shown(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
