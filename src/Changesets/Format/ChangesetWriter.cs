namespace DolibarrAgent.Changesets;

/// <summary>A changeset as bytes: one form for each value, members in a fixed order.</summary>
internal sealed class ChangesetWriter(SpacedJson json)
{
    public void Write(Changeset changeset)
    {
        json.Open('{');
        Text("format", changeset.Format.Name);
        Text("id", changeset.Id);
        Text("title", changeset.Title);
        json.Name("recorded");
        Write(changeset.Recorded);
        List("evidence", changeset.Evidence, Write);
        List("operations", changeset.Operations, Write);
        if (!changeset.Warnings.IsEmpty)
        {
            List("warnings", changeset.Warnings, Write);
        }
        json.Close('}');
    }

    private void Write(Recorded recorded)
    {
        json.Open('{');
        Text("at", Moments.Text(recorded.At));
        Optional("finished", recorded.Finished is { } finished ? Moments.Text(finished) : null);
        Optional("discarded", recorded.Discarded is { } discarded ? Moments.Text(discarded) : null);
        Optional("reason", recorded.Reason);
        Text("by", recorded.By);
        Optional("model", recorded.Model);
        Optional("author", recorded.Author);
        json.Name("on");
        json.Open('{');
        Text("instance", recorded.On.Instance);
        Text("dolibarr", recorded.On.Dolibarr);
        Text("identity", recorded.On.Identity);
        json.Close('}');
        json.Close('}');
    }

    private void Write(Evidence evidence)
    {
        json.Open('{');
        Text("id", evidence.Id);
        Text("kind", evidence.Kind);
        switch (evidence)
        {
            case Evidence.Email email:
                Text("sha256", email.Sha256.Hex);
                Size(email.Size);
                Optional("messageId", email.MessageId);
                Optional("from", email.From);
                Optional("subject", email.Subject);
                break;
            case Evidence.File file:
                Optional("in", file.In);
                Text("name", file.Name);
                Text("sha256", file.Sha256.Hex);
                Size(file.Size);
                Optional("says", file.Says);
                break;
            case Evidence.Instruction instruction:
                Text("text", instruction.Text);
                Optional("by", instruction.By);
                break;
        }
        json.Close('}');
    }

    private void Write(Operation operation)
    {
        json.Open('{');
        Text("id", operation.Id);
        Text("do", operation.Do);
        Text("resource", operation.Resource);
        switch (operation)
        {
            case Operation.Create create:
                Named("set", create.Set);
                Texts("keys", create.Keys);
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
            Texts("from", operation.From);
        }
        Optional("note", operation.Note);
        json.Close('}');
    }

    private void Write(Warning warning)
    {
        json.Open('{');
        Text("code", warning.Code);
        Optional("on", warning.On);
        Text("text", warning.Text);
        json.Close('}');
    }

    private void Named(string name, Fields fields)
    {
        json.Name(name);
        Write(fields);
    }

    private void Named(string name, Reference reference)
    {
        json.Name(name);
        Write(reference);
    }

    private void Write(Fields fields)
    {
        json.Open('{');
        foreach (var field in fields)
        {
            json.Name(field.Key);
            Write(field.Value);
        }
        json.Close('}');
    }

    private void Write(FieldValue value)
    {
        switch (value)
        {
            case FieldValue.Text text:
                json.Text(text.Value);
                break;
            case FieldValue.Flag flag:
                json.Flag(flag.Value);
                break;
            case FieldValue.To to:
                Write(to.Reference);
                break;
            case FieldValue.Rows rows:
                Items(rows.Items, Write);
                break;
        }
    }

    private void Write(Reference reference)
    {
        json.Open('{');
        switch (reference)
        {
            case Reference.Created created:
                Text("created", created.Operation);
                break;
            case Reference.Found found:
                Named("found", found.Keys);
                break;
        }
        json.Close('}');
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.Name(name);
        Items(items, write);
    }

    private void Items<T>(IEnumerable<T> items, Action<T> write)
    {
        json.Open('[');
        foreach (var item in items)
        {
            json.Next();
            write(item);
        }
        json.Close(']');
    }

    private void Texts(string name, IEnumerable<string> texts)
    {
        json.Name(name);
        json.Texts(texts);
    }

    private void Size(long size)
    {
        json.Name("size");
        json.Number(size);
    }

    private void Text(string name, string value)
    {
        json.Name(name);
        json.Text(value);
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
}
