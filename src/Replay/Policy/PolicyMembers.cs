using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Replay;

/// <summary>The members of one object of a policy. One that is unknown, or of another type, is reported with its place.</summary>
internal sealed class PolicyMembers
{
    private readonly PolicyReader reader;
    private readonly JsonElement element;
    private readonly string place;

    public PolicyMembers(PolicyReader reader, JsonElement element, string place, string[] known)
    {
        (this.reader, this.element, this.place) = (reader, element, place);
        if (element.ValueKind != JsonValueKind.Object)
        {
            reader.Report(place.Length == 0 ? "the file" : place, "An object is expected here.");
            return;
        }
        foreach (var member in element.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
        {
            reader.Report(At(member.Name), $"There is no '{member.Name}' here: {string.Join(", ", known)}.");
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public bool IsText(string name) => Find(name) is { ValueKind: JsonValueKind.String };

    public void Missing(string name, string remark)
    {
        if (!Has(name))
        {
            Fault(name, $"It is missing. {remark}");
        }
    }

    public void Fault(string name, FormattableString message) => reader.Report(At(name), message.ToString(CultureInfo.InvariantCulture));

    public string? Text(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.String } value)
        {
            return value.GetString();
        }
        Fault(name, $"A text is expected here.");
        return null;
    }

    /// <summary>One of these words; null where it is absent or another.</summary>
    public string? Word(string name, string[] words)
    {
        if (!Has(name) || Text(name) is not { } text)
        {
            return null;
        }
        if (words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }
        Fault(name, $"'{text}' is not one of {string.Join(", ", words)}.");
        return null;
    }

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Nothing<bool>(name, $"true or false is expected here."),
    };

    public int? Number(string name, (int Least, int Most) range)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= range.Least && number <= range.Most
            ? number
            : Nothing<int>(name, $"A whole number from {range.Least} to {range.Most} is expected here, {value.GetRawText()} is there.");
    }

    /// <summary>Above zero, as text: <c>"10000.00"</c>.</summary>
    public decimal? Amount(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        return value.ValueKind == JsonValueKind.String && decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? amount
            : Nothing<decimal>(name, $"An amount such as \"10000.00\" is expected here, {value.GetRawText()} is there.");
    }

    public PolicyMembers? Object(string name, string[] known) => Find(name) is { } value ? new PolicyMembers(reader, value, At(name), known) : null;

    public ImmutableArray<PolicyMembers> Objects(string name, string[] known) =>
        [.. List(name).Select((item, i) => new PolicyMembers(reader, item, Item(name, i), known))];

    /// <summary>Texts, each once. <paramref name="faultOf"/> says what is wrong with one; null where nothing is.</summary>
    public ImmutableArray<string> Texts(string name, Func<string, string?> faultOf)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, i) in List(name).Select((item, i) => (item, i)))
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString()! : null;
            var fault = text is null ? "A text is expected here." : texts.Contains(text, StringComparer.OrdinalIgnoreCase) ? $"'{text}' is there twice." : faultOf(text);
            if (fault is not null)
            {
                reader.Report(Item(name, i), fault);
            }
            else
            {
                texts.Add(text!);
            }
        }
        return texts.ToImmutable();
    }

    private List<JsonElement> List(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }
        Fault(name, $"A list is expected here.");
        return [];
    }

    private T? Nothing<T>(string name, FormattableString message)
        where T : struct
    {
        Fault(name, message);
        return null;
    }

    private JsonElement? Find(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private string At(string name) => place.Length == 0 ? name : $"{place}.{name}";

    private string Item(string name, int i) => string.Create(CultureInfo.InvariantCulture, $"{At(name)}[{i}]");
}
