using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Changesets;

/// <summary>A changeset as bytes: one form for each value, members in a fixed order, two spaces, line feeds.</summary>
internal sealed class ChangesetWriter(Utf8JsonWriter json)
{
    public static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n" };

    public void Write(Changeset changeset)
    {
        json.WriteStartObject();
        Text("format", Changeset.Format);
        Text("id", changeset.Id);
        Text("title", changeset.Title);
        json.WritePropertyName("recorded");
        Write(changeset.Recorded);
        List("evidence", changeset.Evidence, Write);
        List("operations", changeset.Operations, Write);
        if (!changeset.Warnings.IsEmpty)
        {
            List("warnings", changeset.Warnings, Write);
        }
        json.WriteEndObject();
    }

    private void Write(Recorded recorded)
    {
        json.WriteStartObject();
        Text("at", Time(recorded.At));
        Optional("finished", recorded.Finished is { } finished ? Time(finished) : null);
        Optional("discarded", recorded.Discarded is { } discarded ? Time(discarded) : null);
        Text("by", recorded.By);
        Optional("model", recorded.Model);
        Optional("author", recorded.Author);
        json.WriteStartObject("on");
        Text("instance", recorded.On.Instance);
        Text("dolibarr", recorded.On.Dolibarr);
        Text("identity", recorded.On.Identity);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(Evidence evidence)
    {
        json.WriteStartObject();
        Text("id", evidence.Id);
        Text("kind", evidence.Kind);
        switch (evidence)
        {
            case Evidence.Email email:
                Text("sha256", email.Sha256.Hex);
                json.WriteNumber("size", email.Size);
                Optional("messageId", email.MessageId);
                Optional("from", email.From);
                Optional("subject", email.Subject);
                break;
            case Evidence.File file:
                Optional("in", file.In);
                Text("name", file.Name);
                Text("sha256", file.Sha256.Hex);
                json.WriteNumber("size", file.Size);
                Optional("says", file.Says);
                break;
            case Evidence.Instruction instruction:
                Text("text", instruction.Text);
                Optional("by", instruction.By);
                break;
        }
        json.WriteEndObject();
    }

    private void Write(Operation operation)
    {
        json.WriteStartObject();
        Text("id", operation.Id);
        Text("do", operation.Do);
        Text("resource", operation.Resource);
        switch (operation)
        {
            case Operation.Create create:
                Named("set", create.Set);
                List("keys", create.Keys, key => json.WriteRawValue(JsonText.Quote(key)));
                break;
            case Operation.Update update:
                Named("on", update.On);
                Named("before", update.Before);
                Named("set", update.Set);
                break;
            case Operation.Attach attach:
                Named("to", attach.To);
                Text("file", attach.File);
                break;
            case Operation.Validate validate:
                Named("on", validate.On);
                Optional("before", validate.Before);
                break;
            case Operation.Delete or Operation.Detach:
                Named("on", operation.DoneTo!);
                Named("before", operation.Held);
                break;
        }
        Optional("after", operation.After);
        if (!operation.From.IsEmpty)
        {
            List("from", operation.From, id => json.WriteRawValue(JsonText.Quote(id)));
        }
        Optional("note", operation.Note);
        json.WriteEndObject();
    }

    private void Write(Warning warning)
    {
        json.WriteStartObject();
        Text("code", warning.Code);
        Optional("on", warning.On);
        Text("text", warning.Text);
        json.WriteEndObject();
    }

    private void Named(string name, Fields fields)
    {
        json.WritePropertyName(name);
        Write(fields);
    }

    private void Named(string name, Reference reference)
    {
        json.WritePropertyName(name);
        Write(reference);
    }

    private void Write(Fields fields)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Key);
            Write(field.Value);
        }
        json.WriteEndObject();
    }

    private void Write(FieldValue value)
    {
        switch (value)
        {
            case FieldValue.Text text:
                json.WriteRawValue(JsonText.Quote(text.Value));
                break;
            case FieldValue.Flag flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case FieldValue.To to:
                Write(to.Reference);
                break;
            case FieldValue.Rows rows:
                json.WriteStartArray();
                foreach (var row in rows.Items)
                {
                    Write(row);
                }
                json.WriteEndArray();
                break;
        }
    }

    private void Write(Reference reference)
    {
        json.WriteStartObject();
        switch (reference)
        {
            case Reference.Created created:
                Text("created", created.Operation);
                break;
            case Reference.Found found:
                Named("found", found.Keys);
                break;
        }
        json.WriteEndObject();
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }
        json.WriteEndArray();
    }

    private void Text(string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(JsonText.Quote(value));
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            Text(name, value);
        }
    }

    private void Optional(string name, Fields fields)
    {
        if (fields.Count > 0)
        {
            Named(name, fields);
        }
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
