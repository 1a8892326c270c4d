using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>Reads <c>targets.json</c>, strictly, and collects everything that is wrong with it.</summary>
internal sealed class TargetsReader(string path)
{
    public const string Remedy = "Fix it, or move it away and enrol again: replay enroll.";

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    public Checked<EnrolledTargets> Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var enrolled = Read(document.RootElement);
            return problems.Count == 0 ? new Checked<EnrolledTargets>.Valid(enrolled) : new Checked<EnrolledTargets>.Invalid(problems.ToImmutable());
        }
        // A text of half a character is not JSON either, and is only seen when it is read.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return Checked<EnrolledTargets>.Wrong("targets-not-json", path, $"It is not JSON: {problem.Message}", Remedy);
        }
    }

    private EnrolledTargets Read(JsonElement element)
    {
        var root = new StrictMembers(element, "", Report, ["format", "canary", "targets"]);
        if (root.Text("format") is { Length: > 0 } format && format != TargetsFile.Format)
        {
            Report("other-format", "format", $"'{format}' is not a format that this program knows; {TargetsFile.Format} is.");
        }

        ImmutableArray<EnrolledTarget> targets = [.. root.Items("targets").Select((item, at) => Target(item, string.Create(CultureInfo.InvariantCulture, $"targets[{at}]")))];
        foreach (var twice in targets.GroupBy(target => target.Identity.Instance).Where(group => group.Key.Length > 0 && group.Skip(1).Any()))
        {
            Report("target-twice", "targets", $"{twice.Key} is there {twice.Count()} times.");
        }

        return new EnrolledTargets(root.OptionalText("canary") ?? "", targets);
    }

    private EnrolledTarget Target(JsonElement element, string place)
    {
        var target = new StrictMembers(element, place, Report, ["instance", "origin", "tlsKey", "dolibarr", "company", "highestThirdParty", "highestSupplierInvoice", "enrolledAt", "enrolledBy"]);
        var identity = new InstanceIdentity(target.Text("instance"), target.Text("origin"), target.Text("dolibarr"))
        {
            TlsKey = target.OptionalText("tlsKey") ?? "",
            Company = target.Has("company") ? Company(target.Element("company"), $"{place}.company") : null,
            HighestThirdParty = target.OptionalNumber("highestThirdParty"),
            HighestSupplierInvoice = target.OptionalNumber("highestSupplierInvoice"),
        };
        if (identity.TlsKey.Length > 0 && !IsSha256(identity.TlsKey))
        {
            Report("not-a-key", $"{place}.tlsKey", "It is not a SHA-256 in lower hexadecimal.");
        }

        // Without its key an https server could be any that has a certificate: somebody took it out.
        if (identity.TlsKey.Length == 0 && identity.Origin.StartsWith("https://", StringComparison.Ordinal))
        {
            Report("member-missing", $"{place}.tlsKey", "An https server is enrolled with its TLS key.");
        }

        return new EnrolledTarget(identity, Time(target.Text("enrolledAt"), $"{place}.enrolledAt"), target.Text("enrolledBy"));
    }

    private CompanyIdentity Company(JsonElement element, string place)
    {
        var company = new StrictMembers(element, place, Report, ["name", "vatNumber", "siren"]);
        return new CompanyIdentity(company.AnyText("name"), company.AnyText("vatNumber"), company.AnyText("siren"));
    }

    private DateTimeOffset Time(string text, string place)
    {
        if (!DateTimeOffset.TryParseExact(text, TargetsFile.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Length > 0)
        {
            Report("not-a-time", place, $"'{text}' is not a UTC time such as 2026-11-23T10:04:05Z.");
        }

        return time;
    }

    private static bool IsSha256(string text) => text.Length == 64 && text.All(letter => char.IsAsciiDigit(letter) || letter is >= 'a' and <= 'f');

    private void Report(string code, string place, string message) => problems.Add(new Problem(code, $"{path} {place}".TrimEnd(), message, Remedy));
}
