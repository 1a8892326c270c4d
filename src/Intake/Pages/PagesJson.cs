using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Pages as JSON between the process that reads them and the program that asked.</summary>
internal static class PagesJson
{
    // Hundredths of a point; a place outside of any page is nothing that a reader of ours says.
    private const double Furthest = 1_000_000;

    /// <summary>As bytes: UTF-8.</summary>
    public static byte[] Write(PagesRead read)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            switch (read)
            {
                case PagesRead.Done done:
                    Write(json, done);
                    break;
                case PagesRead.Refused refused:
                    Write(json, "refused", refused.Reason);
                    break;
                default:
                    throw new InvalidOperationException("It is one of two.");
            }
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>What was written; null where it is not of this form.</summary>
    public static PagesRead? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return root.TryGetProperty("refused", out var refused)
                ? new PagesRead.Refused(RefusalOf(refused))
                : new PagesRead.Done([.. root.GetProperty("pages").EnumerateArray().Select(PageOf)])
                {
                    Missing = root.TryGetProperty("missing", out var missing) ? RefusalOf(missing) : null,
                    Unread = [.. root.GetProperty("unread").EnumerateArray().Select(number => number.GetInt32())],
                };
        }
        catch (Exception e) when (
            e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, PagesRead.Done done)
    {
        json.WriteStartArray("pages");
        foreach (var page in done.Pages)
        {
            json.WriteStartObject();
            json.WriteNumber("number", page.Number);
            json.WriteNumber("width", Rounded(page.Width));
            json.WriteNumber("height", Rounded(page.Height));
            json.WriteBoolean("recognised", page.Source == PageTextSource.Recognised);
            json.WriteNumber("quarters", page.Quarters);
            Write(json, "words", page.Words);
            Write(json, "again", page.Again);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unread");
        foreach (var number in done.Unread)
        {
            json.WriteNumberValue(number);
        }
        json.WriteEndArray();
        if (done.Missing is { } missing)
        {
            Write(json, "missing", missing);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<PageWord> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStartArray();
            json.WriteStringValue(word.Text);
            json.WriteNumberValue(Rounded(word.Box.Left));
            json.WriteNumberValue(Rounded(word.Box.Top));
            json.WriteNumberValue(Rounded(word.Box.Right));
            json.WriteNumberValue(Rounded(word.Box.Bottom));
            json.WriteBooleanValue(word.IsDoubtful);
            json.WriteBooleanValue(word.IsConfirmed);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Refusal refusal)
    {
        json.WriteStartObject(name);
        json.WriteString("code", refusal.Code.Text);
        json.WriteString("message", refusal.Message);
        json.WriteString("remedy", refusal.Remedy);
        json.WriteEndObject();
    }

    private static double Rounded(double points) => double.IsNaN(points) ? 0 : Math.Round(Math.Clamp(points, -Furthest, Furthest), 2);

    private static Refusal RefusalOf(JsonElement refusal) =>
        new(Codes.Of(refusal.GetProperty("code").GetString()!), refusal.GetProperty("message").GetString()!, refusal.GetProperty("remedy")
            .GetString()!);

    private static Page PageOf(JsonElement page) => new()
    {
        Number = page.GetProperty("number").GetInt32(),
        Width = page.GetProperty("width").GetDouble(),
        Height = page.GetProperty("height").GetDouble(),
        Source = page.GetProperty("recognised").GetBoolean() ? PageTextSource.Recognised : PageTextSource.Text,
        Quarters = page.GetProperty("quarters").GetInt32(),
        Words = [.. page.GetProperty("words").EnumerateArray().Select(WordOf)],
        Again = [.. page.GetProperty("again").EnumerateArray().Select(WordOf)],
    };

    private static PageWord WordOf(JsonElement word) =>
        new(word[0].GetString()!,
            new Box(word[1].GetDouble(), word[2].GetDouble(), word[3].GetDouble(),
            word[4].GetDouble()))
        { IsDoubtful = word[5].GetBoolean(), IsConfirmed = word[6].GetBoolean() };
}
