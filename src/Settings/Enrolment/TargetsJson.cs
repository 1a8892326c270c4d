using System.Text.Json.Serialization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary><c>targets.json</c> as it is written.</summary>
internal sealed record TargetsJson(string Format, string? Canary, IReadOnlyList<TargetJson> Targets)
{
    public static TargetsJson Of(EnrolledTargets enrolled) =>
        new(TargetsFile.Format, enrolled.Canary.Length == 0 ? null : enrolled.Canary, [.. enrolled.All.Select(TargetJson.Of)]);
}

internal sealed record TargetJson
{
    public required string Instance { get; init; }

    public required string Origin { get; init; }

    public string? TlsKey { get; init; }

    public required string Dolibarr { get; init; }

    public CompanyJson? Company { get; init; }

    public long? HighestThirdParty { get; init; }

    public long? HighestSupplierInvoice { get; init; }

    public required string EnrolledAt { get; init; }

    public required string EnrolledBy { get; init; }

    public static TargetJson Of(EnrolledTarget target) => new()
    {
        Instance = target.Identity.Instance,
        Origin = target.Identity.Origin,
        TlsKey = target.Identity.TlsKey.Length == 0 ? null : target.Identity.TlsKey,
        Dolibarr = target.Identity.Dolibarr,
        Company = target.Identity.Company is { } company ? new CompanyJson(company.Name, company.VatNumber, company.Siren) : null,
        HighestThirdParty = target.Identity.HighestThirdParty,
        HighestSupplierInvoice = target.Identity.HighestSupplierInvoice,
        EnrolledAt = Moments.Text(target.At),
        EnrolledBy = target.By,
    };
}

internal sealed record CompanyJson(string Name, string VatNumber, string Siren);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(TargetsJson))]
internal sealed partial class TargetsJsonContext : JsonSerializerContext;
