namespace DolibarrAgent.Review.Tests;

/// <summary>Every text in a changeset that a field holds: to look for it, and to change it.</summary>
internal static class Leaves
{
    public static IEnumerable<string> Of(Fields fields) => fields.SelectMany(field => Of(field.Value));

    public static IEnumerable<string> Of(FieldValue value) => value switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.To { Reference: Reference.Found found } => Of(found.Keys),
        FieldValue.Rows rows => rows.Items.SelectMany(Of),
        _ => [],
    };

    public static IEnumerable<Fields> ImagesOf(Operation operation) => operation switch
    {
        Operation.Update update => [update.Before, update.Set, update.After],
        Operation.Validate validate => [validate.Before, validate.After],
        Operation.Create create => [create.Set, create.After],
        Operation.Delete or Operation.Detach => [operation.Held, operation.After],
        _ => [operation.After],
    };

    /// <summary>The changeset with one of its texts, chosen by number, replaced.</summary>
    public static Changeset Changed(Changeset changeset, int chosen, Func<string, string> text)
    {
        var changes = new List<Func<Changeset>>
        {
            () => changeset with { Title = text(changeset.Title) },
            () => changeset with { Recorded = changeset.Recorded with { By = text(changeset.Recorded.By) } },
            () => changeset with { Recorded = changeset.Recorded with { Model = text(changeset.Recorded.Model ?? "") } },
            () => changeset with { Recorded = changeset.Recorded with { Author = text(changeset.Recorded.Author ?? "") } },
            () => changeset with { Recorded = changeset.Recorded with { Author = null } },
            () => changeset with { Recorded = changeset.Recorded with { On = changeset.Recorded.On with { Instance = text(changeset.Recorded.On.Instance) } } },
            () => changeset with { Recorded = changeset.Recorded with { On = changeset.Recorded.On with { Identity = text(changeset.Recorded.On.Identity) } } },
            () => changeset with { Recorded = changeset.Recorded with { Finished = null } },
            () => changeset with { Warnings = [changeset.Warnings[0] with { Code = text(changeset.Warnings[0].Code) }] },
            () => changeset with { Warnings = [changeset.Warnings[0] with { On = "op2" }] },
            () => changeset with { Warnings = [] },
            () => changeset with { Evidence = changeset.Evidence.SetItem(0, (Evidence.Email)changeset.Evidence[0] with { From = text(((Evidence.Email)changeset.Evidence[0]).From!) }) },
            () => changeset with { Evidence = changeset.Evidence.SetItem(0, (Evidence.Email)changeset.Evidence[0] with { MessageId = text(((Evidence.Email)changeset.Evidence[0]).MessageId!) }) },
            () => changeset with { Evidence = changeset.Evidence.SetItem(0, (Evidence.Email)changeset.Evidence[0] with { Sha256 = Examples.Pdf, Size = 8 }) },
            () => changeset with { Evidence = changeset.Evidence.SetItem(1, (Evidence.File)changeset.Evidence[1] with { In = null }) },
            () => changeset with { Evidence = changeset.Evidence.SetItem(1, (Evidence.File)changeset.Evidence[1] with { Sha256 = Examples.Mail }) },
            () => changeset with { Evidence = changeset.Evidence.SetItem(2, (Evidence.Instruction)changeset.Evidence[2] with { Text = text(((Evidence.Instruction)changeset.Evidence[2]).Text) }) },
            () => changeset with { Operations = changeset.Operations.RemoveAt(1) },
            () => changeset with { Warnings = [changeset.Warnings[0] with { Text = text(changeset.Warnings[0].Text) }] },
            () => changeset with { Evidence = changeset.Evidence.SetItem(0, (Evidence.Email)changeset.Evidence[0] with { Subject = text(((Evidence.Email)changeset.Evidence[0]).Subject!) }) },
            () => changeset with { Evidence = changeset.Evidence.SetItem(1, (Evidence.File)changeset.Evidence[1] with { Name = text(((Evidence.File)changeset.Evidence[1]).Name) }) },
            () => changeset with { Evidence = changeset.Evidence.SetItem(2, (Evidence.Instruction)changeset.Evidence[2] with { By = text("") }) },
        };
        var file = (Evidence.File)changeset.Evidence[1];
        changes.AddRange(Variants(file.Says, text).Select(says => (Func<Changeset>)(() => changeset with { Evidence = changeset.Evidence.SetItem(1, file with { Says = says }) })));
        for (var i = 0; i < changeset.Operations.Length; i++)
        {
            var at = i;
            changes.AddRange(Variants(changeset.Operations[i], text).Select(operation => (Func<Changeset>)(() => changeset with { Operations = changeset.Operations.SetItem(at, operation) })));
        }
        return changes[chosen % changes.Count]();
    }

    private static IEnumerable<Operation> Variants(Operation operation, Func<string, string> text)
    {
        yield return operation with { Note = text(operation.Note ?? "") };
        yield return operation with { From = operation.From.Add("said") };
        yield return operation with { Resource = operation.Resource == "thirdparty" ? "bankAccount" : "thirdparty" };
        foreach (var after in Variants(operation.After, text))
        {
            yield return operation with { After = after };
        }
        foreach (var set in Variants(operation.Asked, text))
        {
            yield return operation switch
            {
                Operation.Create create => create with { Set = set },
                Operation.Update update => update with { Set = set },
                _ => operation,
            };
        }
        foreach (var variant in operation switch
        {
            Operation.Create create => [create with { Keys = create.Keys.Add("siret") }],
            Operation.Attach attach => [attach with { File = "mail" }],
            Operation.Update update => Variants(update.Before, text).Select(before => (Operation)(update with { Before = before }))
                .Concat(Variants(((Reference.Found)update.On).Keys, text).Select(keys => update with { On = new Reference.Found(keys) })),
            Operation.Validate validate => Variants(validate.Before, text).Select(before => (Operation)(validate with { Before = before })),
            Operation.Delete delete => Variants(delete.Before, text).Select(before => (Operation)(delete with { Before = before }))
                .Concat(Variants(((Reference.Found)delete.On).Keys, text).Select(keys => delete with { On = new Reference.Found(keys) })),
            Operation.Detach detach => Variants(detach.Before, text).Select(before => (Operation)(detach with { Before = before })),
            _ => [],
        })
        {
            yield return variant;
        }
    }

    private static IEnumerable<Fields> Variants(Fields fields, Func<string, string> text) =>
        fields.SelectMany(field => Variants(field.Value, text).Select(value => fields.With(field.Key, value)));

    private static IEnumerable<FieldValue> Variants(FieldValue value, Func<string, string> text) => value switch
    {
        FieldValue.Text old => [new FieldValue.Text(text(old.Value)), new FieldValue.Flag(true)],
        FieldValue.Flag flag => [new FieldValue.Flag(!flag.Value), new FieldValue.Text(text(""))],
        FieldValue.To { Reference: Reference.Found found } => Variants(found.Keys, text).Select(keys => new FieldValue.To(new Reference.Found(keys))),
        FieldValue.Rows rows => rows.Items.SelectMany((row, i) => Variants(row, text).Select(changed => new FieldValue.Rows(rows.Items.SetItem(i, changed))))
            .Append(new FieldValue.Rows(rows.Items.Add(Fields.None.With("x", text(""))))),
        _ => [],
    };
}
