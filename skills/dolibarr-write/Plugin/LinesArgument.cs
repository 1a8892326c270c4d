using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Invoice lines as a model gives them: a JSON array of objects, members text or number.</summary>
internal static class LinesArgument
{
    public const string Schema = """{"type":"array","description":"ALL lines, in order. Amounts as text with a point; prices net, negative on a credit note.","items":{"type":"object","properties":{"description":{"type":"string"},"quantity":{"type":"string"},"unit_price":{"type":"string"},"vat_rate":{"type":"string","description":"percent: 20"},"kind":{"type":"string","enum":["goods","service"]},"discount_percent":{"type":"string"},"net":{"type":"string","description":"line total, if printed"}},"required":["description","quantity","unit_price","vat_rate","kind"]}}""";

    /// <summary>The same, where another function has said it.</summary>
    public const string SchemaAgain = """{"type":"array","description":"ALL lines, as create_supplier_invoice takes them","items":{"type":"object"}}""";

    private const string Remedy = "Give an array of objects with description, quantity, unit_price, vat_rate, kind (goods or service), and discount_percent and net (the line total) where they are printed.";

    private static readonly ImmutableArray<string> Known = ["description", "quantity", "unit_price", "vat_rate", "kind", "discount_percent", "net"];

    public static GivenLines Read(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Array } array)
            {
                return new GivenLines([], [new Problem(Codes.WrongForm, name, "", Remedy)]);
            }
            var problems = ImmutableArray.CreateBuilder<Problem>();
            ImmutableArray<LineAsked> lines = [.. array.EnumerateArray().Select((line, i) => Line(line, string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}]"), problems)).OfType<LineAsked>()];
            return new GivenLines(lines, problems.ToImmutable());
        }
        catch (JsonException)
        {
            return new GivenLines([], [new Problem(Codes.WrongForm, name, "", Remedy)]);
        }
    }

    private static LineAsked? Line(JsonElement line, string at, ImmutableArray<Problem>.Builder problems)
    {
        if (line.ValueKind != JsonValueKind.Object || line.EnumerateObject().Any(member => !Known.Contains(member.Name)))
        {
            problems.Add(new Problem(Codes.WrongForm, at, "", Remedy));
            return null;
        }
        var missing = Known.Take(5).Where(member => string.IsNullOrWhiteSpace(Text(line, member))).ToList();
        if (missing.Count > 0)
        {
            problems.Add(new Problem(Codes.MissingArgument, at, "", $"Give {string.Join(", ", missing)}."));
            return null;
        }
        return new LineAsked(Text(line, "description")!, Text(line, "quantity")!, Text(line, "unit_price")!, Text(line, "vat_rate")!)
        {
            Kind = Text(line, "kind")!,
            DiscountPercent = Text(line, "discount_percent"),
            Net = Text(line, "net"),
        };
    }

    private static string? Text(JsonElement line, string member) => !line.TryGetProperty(member, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}

/// <summary>Lines as they were given.</summary>
/// <param name="Problems">What is not well formed; empty where all is.</param>
internal sealed record GivenLines(ImmutableArray<LineAsked> Lines, ImmutableArray<Problem> Problems);
