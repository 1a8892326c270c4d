using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The arguments of one call. A kernel's loop brings them as text, an MCP server as JSON: both are taken. What cannot
/// be read is collected, so that a model fixes all of it at once.
/// </summary>
internal sealed class ToolArguments
{
    /// <summary>What a model that was talked into it would name prod by.</summary>
    private static readonly FrozenSet<string> Targets = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "target", "instance", "environment", "env", "server", "host", "base_url", "api_url", "endpoint", "prod", "production", "DOLIBARR_TARGET", "api_key");

    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    public ToolArguments(Tool tool, IEnumerable<KeyValuePair<string, object?>> given)
    {
        foreach (var (name, value) in given)
        {
            if (tool.Parameters.All(p => p.Name != name))
            {
                problems.Add(Targets.Contains(name)
                    ? new Problem(Codes.TargetIsFixed, "arguments", $"There is no argument '{name}'.")
                    : new Problem(Codes.UnknownArgument, "arguments", $"There is no argument '{name}'.", tool.Parameters.IsEmpty ? "Give no arguments." : $"Use only: {string.Join(", ", tool.Parameters.Select(p => p.Name))}."));
            }
            else if (value is not (null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }))
            {
                values[name] = value;
            }
        }
        foreach (var missing in tool.Parameters.Where(p => p.IsRequired && string.IsNullOrWhiteSpace(Text(p.Name))))
        {
            problems.Add(new Problem(Codes.MissingArgument, missing.Name, "", $"Give {missing.Name}."));
        }
    }

    public ImmutableArray<Problem> Problems => [.. problems.Distinct()];

    /// <summary>The text, or null where it was not given. A number is its digits.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name) switch
    {
        null => null,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
        JsonElement element => element.GetRawText(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    /// <summary>The text of an argument that the tool needs: it is there, or the call was refused before.</summary>
    public string Needed(string name) => Text(name) ?? "";

    public bool? Flag(string name)
    {
        switch (Text(name)?.Trim().ToUpperInvariant())
        {
            case null:
                return null;
            case "TRUE":
                return true;
            case "FALSE":
                return false;
            default:
                problems.Add(new Problem(Codes.WrongForm, name, "", $"Give {name} as true or false."));
                return null;
        }
    }

    public decimal Amount(string name)
    {
        if (Decimals.Strict(Text(name)?.Trim()) is { } amount)
        {
            return amount;
        }
        problems.Add(new Problem(Codes.WrongForm, name, "", $"Give {name} as digits with a point: 1234.50."));
        return 0;
    }

    public int Count(string name)
    {
        if (Text(name) is not { } text)
        {
            return 0;
        }
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            problems.Add(new Problem(Codes.WrongForm, name, "", $"Give {name} as a whole number from 0."));
        }
        return count;
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        var date = Days.Strict(text.Trim());
        if (date is null)
        {
            problems.Add(new Problem(Codes.WrongForm, name, "", $"Give {name} as YYYY-MM-DD."));
        }
        return date;
    }

    /// <summary>Invoice lines, or null where none were given.</summary>
    public ImmutableArray<LineAsked>? Lines(string name)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return null;
        }
        var (lines, found) = LinesArgument.Read(value is JsonElement { ValueKind: not JsonValueKind.String } element ? element.GetRawText() : Text(name)!, name);
        problems.AddRange(found);
        return lines;
    }

    /// <summary>The resource that is named; null if it is not one of these.</summary>
    public Resource? Resource(string name, ImmutableArray<Resource> among)
    {
        if (Text(name) is not { Length: > 0 } text || among.FirstOrDefault(resource => resource.Name == text.Trim()) is not { } resource)
        {
            problems.Add(new Problem(
                Codes.WrongForm, name, "", $"Give {name} as one of: {string.Join(", ", among.Select(one => one.Name))}."));
            return null;
        }
        return resource;
    }

    /// <summary>Fields of an object of a resource.</summary>
    public Fields Fields(string name, Resource resource)
    {
        if (!values.TryGetValue(name, out var value))
        {
            return Changesets.Fields.None;
        }
        var (fields, found) = FieldsArgument.Read(value is JsonElement { ValueKind: not JsonValueKind.String } element ? element.GetRawText() : Text(name)!, name, resource);
        problems.AddRange(found);
        return fields;
    }

    /// <summary>Goes on where every argument could be read.</summary>
    public Task<string> ThenAsync(Func<Task<string>> next) => problems.Count == 0 ? next() : Task.FromResult(ToolJson.Refused(Problems));
}
