using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>What was read of a piece of evidence, as JSON between the reading process and this one.</summary>
public static class ReadEvidenceJson
{
    /// <summary>As bytes: UTF-8.</summary>
    public static byte[] Write(ReadEvidence.Done read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            if (read.Mail is { } mail)
            {
                Texts(json, "mail",
                [
                    new("messageId", mail.MessageId), new("from", mail.From), new("subject", mail.Subject),
                    new("text", mail.Text), new("body", mail.HasBody ? "yes" : null),
                ]);
            }
            json.WriteStartArray("files");
            foreach (var file in read.Files)
            {
                json.WriteStartObject();
                json.WriteString("sha256", file.Sha256.Hex);
                json.WriteString("name", file.Name);
                Texts(json, "says", file.Says.Names.Select(member => new NamedText(member, file.Says.TextOf(member))));
                Places(json, file.Places);
                if (file.PagesUnread is { } unread)
                {
                    json.WriteString("pagesUnread", unread);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("invoices");
            foreach (var invoice in read.Invoices)
            {
                Write(json, invoice);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>What was written; null where it is not of this form.</summary>
    public static ReadEvidence.Done? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return new ReadEvidence.Done
            {
                Mail = root.TryGetProperty("mail", out var mail) ? MailOf(mail) : null,
                Files = [.. root.GetProperty("files").EnumerateArray().Select(FileOf)],
                Invoices = [.. root.GetProperty("invoices").EnumerateArray().Select(InvoiceOf)],
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static void Places(Utf8JsonWriter json, ImmutableArray<ReadPlace> places)
    {
        json.WriteStartArray("places");
        foreach (var (said, row, page, box) in places)
        {
            json.WriteStartObject();
            json.WriteString("said", said);
            json.WriteString("row", row);
            json.WriteNumber("page", page.Number);
            json.WriteNumber("quarters", page.Quarters);
            json.WriteStartArray("box");
            foreach (var length in new[] { page.Width, page.Height, box.Left, box.Top, box.Right, box.Bottom })
            {
                json.WriteNumberValue(length);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, InvoiceRead invoice)
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var sha256 in invoice.Files)
        {
            json.WriteStringValue(sha256.Hex);
        }
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in invoice.Warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("text", warning.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Write(json, "seller", invoice.Parties.Seller);
        if (invoice.Parties.Buyer is { } buyer)
        {
            Write(json, "buyer", buyer);
        }
        json.WriteNumber("openKinds", invoice.OpenKinds);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, NamedParty party)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("names");
        foreach (var one in party.Names)
        {
            json.WriteStringValue(one);
        }
        json.WriteEndArray();
        json.WriteString("siren", party.Siren);
        json.WriteString("vatNumber", party.VatNumber);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<NamedText> texts)
    {
        json.WriteStartObject(name);
        foreach (var (member, text) in texts)
        {
            if (text is not null)
            {
                json.WriteString(member, text);
            }
        }
        json.WriteEndObject();
    }

    private static ReadFile FileOf(JsonElement file) => new(
        DigestOf(file.GetProperty("sha256")), file.GetProperty("name").GetString()!, FieldsOf(file.GetProperty("says")))
    {
        PagesUnread = Text(file, "pagesUnread"),
        Places = [.. file.GetProperty("places").EnumerateArray().Select(PlaceOf)],
    };

    private static ReadPlace PlaceOf(JsonElement place)
    {
        var box = place.GetProperty("box").EnumerateArray().Select(length => length.GetDouble()).ToArray();
        return box is [var width, var height, var left, var top, var right, var bottom]
            ? new(place.GetProperty("said").GetString()!, place.GetProperty("row").GetString()!,
                new(place.GetProperty("page").GetInt32(), width, height, place.GetProperty("quarters").GetInt32()),
                new(left, top, right, bottom))
            : throw new FormatException("It is not a page with a box.");
    }

    private static ReadMail MailOf(JsonElement mail) => new(Text(mail, "messageId"), Text(mail, "from"), Text(mail, "subject")) { Text = Text(mail, "text") ?? "", HasBody = Text(mail, "body") is not null };

    private static InvoiceRead InvoiceOf(JsonElement invoice) => new(
        [.. invoice.GetProperty("files").EnumerateArray().Select(DigestOf)],
        [.. invoice.GetProperty("warnings").EnumerateArray().Select(warning => new Warning(warning.GetProperty("code").GetString()!, null, warning.GetProperty("text").GetString()!))],
        new Parties(PartyOf(invoice.GetProperty("seller")), invoice.TryGetProperty("buyer", out var buyer) ? PartyOf(buyer) : null),
        invoice.GetProperty("openKinds").GetInt32());

    private static NamedParty PartyOf(JsonElement party) => new([.. party.GetProperty("names").EnumerateArray().Select(name => name.GetString()!)], Text(party, "siren"), Text(party, "vatNumber"));

    private static Fields FieldsOf(JsonElement says) => says.EnumerateObject().Aggregate(Fields.None, (all, member) => all.With(member.Name, member.Value.GetString()));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Digest DigestOf(JsonElement element) => Digest.Parse(element.GetString()!) ?? throw new FormatException("It is not a digest.");

    private sealed record NamedText(string Name, string? Text);
}
