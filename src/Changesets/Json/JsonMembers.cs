using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Changesets;

/// <summary>Takes what is wrong with a member.</summary>
/// <param name="code">Of the register.</param>
/// <param name="place">Where it stands: <c>targets[1].origin</c>; empty for the whole file.</param>
/// <param name="message">What is wrong with it.</param>
public delegate void JsonReport(ProblemCode code, string place, string message);

/// <summary>
/// The members of one JSON object, read by name and strictly: one that is unknown, absent, there twice or of another type is
/// reported with its place, and reading goes on, so that all faults of a file are known at once.
/// </summary>
public class JsonMembers
{
    private readonly JsonElement element;
    private readonly string place;
    private readonly JsonReport report;

    /// <param name="element">The object; anything else is reported, and has no members.</param>
    /// <param name="place">Where it stands in the file; empty for the whole.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <param name="known">The members that it may have.</param>
    public JsonMembers(JsonElement element, string place, JsonReport report, string[] known)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(known);
        (this.element, this.place, this.report) = (element, place, report);
        if (element.ValueKind != JsonValueKind.Object)
        {
            report(Codes.NotAnObject, place, $"An object is expected, {Kind(element)} is there.");
            return;
        }
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name, StringComparer.Ordinal))
            {
                report(Codes.UnknownMember, At(member.Name), $"There is no member '{member.Name}' here, only {string.Join(", ", known)}.");
            }
            else if (!seen.Add(member.Name))
            {
                report(Codes.DuplicateMember, At(member.Name), $"The member '{member.Name}' is there twice.");
            }
        }
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Whether it is there and is a text.</summary>
    public bool IsText(string name) => Find(name) is { ValueKind: JsonValueKind.String };

    /// <summary>What is wrong with a member, in the caller's words.</summary>
    public void Report(ProblemCode code, string name, string message) => this.report(code, At(name), message);

    /// <summary>A text that must be there, and may be empty.</summary>
    public string Text(string name) => OptionalText(name) ?? Missing(name, "");

    /// <summary>A text; null where it is not there.</summary>
    public string? OptionalText(string name) => Find(name) is { } value ? TextOf(value, At(name)) : null;

    /// <summary>A text that must be there and say something.</summary>
    public string FilledText(string name) => OptionalFilledText(name) ?? Missing(name, "");

    /// <summary>A text that, where it is there, says something; null where it is not.</summary>
    public string? OptionalFilledText(string name)
    {
        var text = OptionalText(name);
        if (text is "" && IsText(name))
        {
            Report(Codes.MemberEmpty, name, $"The member '{name}' is empty.");
        }
        return text;
    }

    /// <summary>One of these words; null where it is absent or another.</summary>
    public string? OptionalWord(string name, string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (OptionalText(name) is not { } text || !IsText(name))
        {
            return null;
        }
        if (words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }
        Report(Codes.UnknownWord, name, $"'{text}' is not one of {string.Join(", ", words)}.");
        return null;
    }

    public DateTimeOffset Time(string name) => Has(name) ? OptionalTime(name) ?? default : Missing(name, default(DateTimeOffset));

    /// <summary>A UTC time to the second; null where it is not there.</summary>
    public DateTimeOffset? OptionalTime(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }
        if (Moments.Strict(text) is { } time)
        {
            return time;
        }
        Report(Codes.NotATime, name, $"'{text}' is not a UTC time such as 2026-11-23T10:04:05Z.");
        return null;
    }

    /// <summary>true or false; null where it is not there.</summary>
    public bool? OptionalFlag(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }
        Report(Codes.NotAFlag, name, $"true or false is expected, {Kind(value)} is there.");
        return null;
    }

    /// <summary>A whole number from 0 up that must be there.</summary>
    public long Number(string name) => Has(name) ? OptionalNumber(name, 0, long.MaxValue) ?? 0 : Missing(name, 0L);

    /// <summary>A whole number within these bounds; null where it is not there.</summary>
    public long? OptionalNumber(string name, long least, long most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most)
        {
            return number;
        }
        var bounds = string.Create(CultureInfo.InvariantCulture, $"from {least}{(most == long.MaxValue ? " up" : $" to {most}")}");
        Report(Codes.NotANumber, name, $"A whole number {bounds} is expected, {value.GetRawText()} is there.");
        return null;
    }

    /// <summary>Money above zero, as text: <c>"10000.00"</c>; null where it is not there.</summary>
    public decimal? OptionalAmount(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.String
            && Decimals.WithoutSign(value.GetString()) is > 0 and var amount)
        {
            return amount;
        }
        Report(Codes.NotAnAmount, name, $"An amount such as \"10000.00\" is expected, {value.GetRawText()} is there.");
        return null;
    }

    /// <summary>The members of an object; null where it is not there.</summary>
    public JsonMembers? OptionalObject(string name, string[] known) =>
        Find(name) is { } value ? new JsonMembers(value, At(name), this.report, known) : null;

    /// <summary>The items of a list that must be there, each with its place.</summary>
    public ImmutableArray<T> List<T>(string name, Func<JsonElement, string, T> read) =>
        Find(name) is { } value ? ListOf(value, At(name), read) : Missing(name, ImmutableArray<T>.Empty);

    /// <summary>The items of a list, each with its place; none where it is not there.</summary>
    public ImmutableArray<T> OptionalList<T>(string name, Func<JsonElement, string, T> read) =>
        Find(name) is { } value ? ListOf(value, At(name), read) : [];

    /// <summary>The members of each object of a list; none where it is not there.</summary>
    public ImmutableArray<JsonMembers> OptionalObjects(string name, string[] known) =>
        OptionalList(name, (item, at) => new JsonMembers(item, at, this.report, known));

    public ImmutableArray<string> Texts(string name) => List(name, TextOf);

    public ImmutableArray<string> OptionalTexts(string name) => OptionalList(name, TextOf);

    /// <summary>The texts that are right, each once.</summary>
    /// <param name="faultOf">Says what is wrong with one; null where nothing is.</param>
    public ImmutableArray<string> OptionalTexts(string name, Func<string, string?> faultOf)
    {
        ArgumentNullException.ThrowIfNull(faultOf);
        var texts = ImmutableArray.CreateBuilder<string>();
        OptionalList(name, (item, at) =>
        {
            var text = TextOf(item, at);
            if (item.ValueKind == JsonValueKind.String)
            {
                if ((texts.Contains(text, StringComparer.OrdinalIgnoreCase) ? $"'{text}' is there twice." : faultOf(text)) is { } fault)
                {
                    this.report(Codes.WrongText, at, fault);
                }
                else
                {
                    texts.Add(text);
                }
            }
            return text;
        });
        return texts.ToImmutable();
    }

    /// <summary>The value of a member; null where it is not there.</summary>
    public JsonElement? Find(string name) =>
        this.element.ValueKind == JsonValueKind.Object && this.element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Where a member stands in the file.</summary>
    public string At(string name) => this.place.Length == 0 ? name : $"{this.place}.{name}";

    /// <summary>What a value is, for a person.</summary>
    protected static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    /// <summary>Reports that a member is missing, and gives what is read in its place.</summary>
    protected T Missing<T>(string name, T instead)
    {
        if (this.element.ValueKind == JsonValueKind.Object)
        {
            Report(Codes.MissingMember, name, $"The member '{name}' is missing.");
        }
        return instead;
    }

    /// <summary>The text that a value is.</summary>
    protected string TextOf(JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }
        this.report(Codes.NotText, at, $"A text is expected, {Kind(value)} is there.");
        return "";
    }

    /// <summary>The items of the list that a value is.</summary>
    protected ImmutableArray<T> ListOf<T>(JsonElement value, string at, Func<JsonElement, string, T> read)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().Select((item, i) => read(item, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]")))];
        }
        this.report(Codes.NotAList, at, $"A list is expected, {Kind(value)} is there.");
        return [];
    }
}
