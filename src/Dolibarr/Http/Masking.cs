using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>Takes bank details and the contents of files out of a body before it is logged.</summary>
internal static class Masking
{
    private static readonly HashSet<string> BankMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "iban", "iban_prefix", "bic", "number", "code_banque", "code_guichet", "cle_rib", "rum", "domiciliation", "owner_address", "proprio",
    };

    private static readonly HashSet<string> FileMembers = new(StringComparer.OrdinalIgnoreCase) { "filecontent", "content" };

    /// <summary>The body with its bank details masked; one that is not JSON has everything masked that looks like an IBAN.</summary>
    public static string Mask(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                Write(writer, document.RootElement);
            }

            return Encoding.UTF8.GetString(buffer.ToArray());
        }
        catch (JsonException)
        {
            return IbanForm.Masked(body);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    WriteMember(writer, member);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(IbanForm.Masked(element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member)
    {
        var holdsText = member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.Length > 0;
        if (holdsText && FileMembers.Contains(member.Name))
        {
            writer.WriteString(member.Name, $"({member.Value.GetString()!.Length} characters)");
        }
        else if (BankMembers.Contains(member.Name) && (holdsText || member.Value.ValueKind == JsonValueKind.Number))
        {
            writer.WriteString(member.Name, "***");
        }
        else
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member.Value);
        }
    }
}
