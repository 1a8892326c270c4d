using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>Turns the bytes of a policy into one, and collects all of its faults on the way, each with its place.</summary>
/// <param name="path">The file, for the remedies.</param>
internal sealed class PolicyReader(string path)
{
    private const int LongestLife = 24 * 31;
    private const int MostSigners = 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    public PolicyRead Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var policy = Read(new JsonMembers(document.RootElement, "", Report,
                ["format", "allow", "limits", "enrolment", "recorder", "sign", "authorMaySign", "statementHours", PrintedRule.Member]));
            return problems.Count == 0 ? new PolicyRead.Good(policy with { Sha256 = Digest.Of(bytes.Span).Hex }) : new PolicyRead.Bad(problems.ToImmutable());
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}");
            Report(place, $"This is not the JSON of a policy: {e.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0]}");
            return new PolicyRead.Bad(problems.ToImmutable());
        }
        // A lone surrogate, written as an escape, is only refused when the text is asked for.
        catch (InvalidOperationException)
        {
            Report("the file", "A text in it is not valid Unicode.");
            return new PolicyRead.Bad(problems.ToImmutable());
        }
    }

    // Whatever it is, nothing is replayed while it stands.
    private void Report(ProblemCode code, string place, string message) => Report(place.Length == 0 ? "the file" : place, message);

    private void Report(string place, string message) => problems.Add(new Problem(Codes.PolicyFault, place, message, $"Correct it in {path}. Until then nothing is replayed."));

    private Policy Read(JsonMembers members)
    {
        if (members.FilledText("format") is { Length: > 0 } format && format != Policy.Format)
        {
            Report("format", $"The format is '{format}'; this program reads '{Policy.Format}' only.");
        }
        var limits = members.OptionalObject("limits", ["operations", "invoice", "total"]);
        return new Policy
        {
            Allow = Allow(members),
            Limits = new PolicyLimits { Operations = (int?)limits?.OptionalNumber("operations", 1, 1_000_000), Invoice = limits?.OptionalAmount("invoice"), Total = limits?.OptionalAmount("total") },
            EnrolmentRequired = members.OptionalWord("enrolment", ["required", "optional"]) != "optional",
            RecorderFor = RecorderFor(members),
            Sign = Policy.Holding([.. members.OptionalObjects("sign", ["for", "signers", "of"]).Select(Rule)]),
            AuthorMaySign = members.OptionalFlag("authorMaySign") ?? false,
            Printed = PrintedRule.Of(members.OptionalWord(PrintedRule.Member, [.. PrintedRule.Words])),
            StatementLife = TimeSpan.FromHours(members.OptionalNumber("statementHours", 1, LongestLife) ?? 24),
        };
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Allow(JsonMembers members)
    {
        var resources = Catalogue.All.Select(resource => resource.Name).ToArray();
        var allow = members.OptionalObject("allow", resources);
        if (allow is null)
        {
            Missing(members, "allow", "It says what may be replayed; { } allows nothing.");
        }
        return resources.Where(resource => allow?.Has(resource) == true)
            .ToImmutableSortedDictionary(resource => resource, resource => allow!.OptionalTexts(resource, verb => VerbFault(resource, verb)), StringComparer.Ordinal);
    }

    private static string? VerbFault(string resource, string verb)
    {
        var known = Catalogue.Named(resource)!.Verbs;
        return known.Contains(verb) ? null : $"There is no '{verb}' for {resource}: {string.Join(", ", known)}.";
    }

    /// <summary><c>"required"</c>, or the risks for which it is.</summary>
    private static ImmutableArray<string> RecorderFor(JsonMembers members) => !members.IsText("recorder")
        ? members.OptionalTexts("recorder", ClassFault)
        : members.OptionalWord("recorder", ["required", "optional"]) == "required" ? [Policy.Always] : [];

    private static string? ClassFault(string name) => name is Policy.Always or Policy.CannotBeUndone || RiskCodes.All.Contains(name)
        ? null
        : $"There is no risk '{name}'. It is '{Policy.Always}', '{Policy.CannotBeUndone}' or the code of a warning: {string.Join(", ", RiskCodes.All)}.";

    private SignRule Rule(JsonMembers members)
    {
        var classes = members.OptionalTexts("for", ClassFault);
        // An empty list too: a rule that is for nothing would ask nobody.
        if (classes.IsEmpty)
        {
            members.Report(Codes.PolicyFault, "for", $"It names nothing. Name the risks that the rule is for, or 'always'.");
        }
        var signers = (int?)members.OptionalNumber("signers", 1, MostSigners);
        if (signers is null)
        {
            Missing(members, "signers", "Say how many different people must sign.");
        }
        var of = members.OptionalTexts("of", name => SignerName.ProblemOf(name));
        if (members.Has("of") && of.Length < signers)
        {
            members.Report(Codes.PolicyFault, "of", $"It names {of.Length}, fewer than the {signers} who must sign.");
        }
        return new SignRule(classes, signers ?? 1, of);
    }

    private static void Missing(JsonMembers members, string name, string remark)
    {
        if (!members.Has(name))
        {
            members.Report(Codes.MissingMember, name, $"It is missing. {remark}");
        }
    }
}
