using System.Collections.Immutable;
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
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return Checked<EnrolledTargets>.Wrong(Codes.TargetsNotJson, path, $"It is not JSON: {unread.Message}", Remedy);
        }
    }

    private EnrolledTargets Read(JsonElement element)
    {
        var root = new JsonMembers(element, "", Report, ["format", "canary", "targets"]);
        if (root.FilledText("format") is { Length: > 0 } format && format != TargetsFile.Format)
        {
            Report(Codes.OtherFormat, "format", $"'{format}' is not a format that this program knows; {TargetsFile.Format} is.");
        }

        ImmutableArray<EnrolledTarget> targets = root.List("targets", Target);
        foreach (var twice in targets.GroupBy(target => target.Identity.Instance).Where(group => group.Key.Length > 0 && group.Skip(1).Any()))
        {
            Report(Codes.TargetTwice, "targets", $"{twice.Key} is there {twice.Count()} times.");
        }

        return new EnrolledTargets(root.OptionalFilledText("canary") ?? "", targets);
    }

    private EnrolledTarget Target(JsonElement element, string place)
    {
        var target = new JsonMembers(element, place, Report, ["instance", "origin", "tlsKey", "dolibarr", "company", "highestThirdParty", "highestSupplierInvoice", "enrolledAt", "enrolledBy"]);
        var identity = new InstanceIdentity(target.FilledText("instance"), target.FilledText("origin"), target.FilledText("dolibarr"))
        {
            TlsKey = target.OptionalFilledText("tlsKey") ?? "",
            Company = target.OptionalObject("company", ["name", "vatNumber", "siren"]) is { } company ? Company(company) : null,
            HighestThirdParty = target.OptionalNumber("highestThirdParty", 0, long.MaxValue),
            HighestSupplierInvoice = target.OptionalNumber("highestSupplierInvoice", 0, long.MaxValue),
        };
        if (identity.TlsKey.Length > 0 && !IsSha256(identity.TlsKey))
        {
            Report(Codes.NotAKey, $"{place}.tlsKey", "It is not a SHA-256 in lower hexadecimal.");
        }

        // Without its key an https server could be any that has a certificate: somebody took it out.
        if (identity.TlsKey.Length == 0 && identity.Origin.StartsWith("https://", StringComparison.Ordinal))
        {
            Report(Codes.MissingMember, $"{place}.tlsKey", "An https server is enrolled with its TLS key.");
        }

        return new EnrolledTarget(identity, target.Time("enrolledAt"), target.FilledText("enrolledBy"));
    }

    private static CompanyIdentity Company(JsonMembers company) => new(company.Text("name"), company.Text("vatNumber"), company.Text("siren"));

    private static bool IsSha256(string text) => text.Length == 64 && text.All(letter => char.IsAsciiDigit(letter) || letter is >= 'a' and <= 'f');

    private void Report(ProblemCode code, string place, string message) => problems.Add(new Problem(code, $"{path} {place}".TrimEnd(), message, Remedy));
}
