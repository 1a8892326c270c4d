using System.Text.Json;

namespace DolibarrAgent.Settings;

/// <summary>The members of one JSON object. One that is unknown, that comes twice, that is absent or of another type is reported with its place.</summary>
internal sealed class StrictMembers
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly string place;
    private readonly Action<string, string, string> report;

    /// <param name="element">The object.</param>
    /// <param name="place">Where it stands in the file; empty for the whole.</param>
    /// <param name="report">Takes a code, a place and a message.</param>
    /// <param name="known">The members that it may have.</param>
    public StrictMembers(JsonElement element, string place, Action<string, string, string> report, string[] known)
    {
        (this.place, this.report) = (place, report);
        if (element.ValueKind != JsonValueKind.Object)
        {
            report("not-an-object", place, $"An object is expected, not {element.ValueKind}.");
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                report("unknown-member", At(member.Name), $"The format has no member '{member.Name}' here.");
            }
            else if (!members.TryAdd(member.Name, member.Value))
            {
                report("duplicate-member", At(member.Name), $"The member '{member.Name}' is there twice.");
            }
        }
    }

    public bool Has(string name) => members.ContainsKey(name);

    public JsonElement Element(string name) => members[name];

    /// <summary>A text that must be there and say something.</summary>
    public string Text(string name)
    {
        var text = AnyText(name);
        if (text.Length == 0 && members.TryGetValue(name, out var there) && there.ValueKind == JsonValueKind.String)
        {
            this.report("member-empty", At(name), $"The member '{name}' is empty.");
        }

        return text;
    }

    /// <summary>A text that must be there, and may be empty.</summary>
    public string AnyText(string name)
    {
        if (!Has(name))
        {
            this.report("member-missing", At(name), $"The member '{name}' is missing.");
            return "";
        }

        return TextOf(name);
    }

    /// <summary>A text that, where it is there, says something; null where it is not.</summary>
    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    /// <summary>A number from 0 up; null where it is not there.</summary>
    public long? OptionalNumber(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        if (members[name].ValueKind == JsonValueKind.Number && members[name].TryGetInt64(out var number) && number >= 0)
        {
            return number;
        }

        this.report("not-a-number", At(name), "A whole number from 0 up is expected.");
        return null;
    }

    /// <summary>The items of a list that must be there.</summary>
    public IEnumerable<JsonElement> Items(string name)
    {
        if (Has(name) && members[name].ValueKind == JsonValueKind.Array)
        {
            return [.. members[name].EnumerateArray()];
        }

        this.report(Has(name) ? "not-a-list" : "member-missing", At(name), $"A list '{name}' is expected.");
        return [];
    }

    private string TextOf(string name)
    {
        if (members[name].ValueKind == JsonValueKind.String)
        {
            return members[name].GetString()!;
        }

        this.report("not-a-text", At(name), $"A text is expected, not {members[name].ValueKind}.");
        return "";
    }

    private string At(string name) => this.place.Length == 0 ? name : $"{this.place}.{name}";
}
