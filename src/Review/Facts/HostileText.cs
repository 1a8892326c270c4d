using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Where in a changeset text hides something: each place once.</summary>
internal static class HostileText
{
    public static IEnumerable<ReviewWarning> In(Changeset changeset)
    {
        var places = OfChangeset(changeset).Concat(changeset.Evidence.SelectMany(OfEvidence)).Concat(changeset.Operations.SelectMany(OfOperation));
        foreach (var place in places.GroupBy(place => (place.On, place.Where)))
        {
            var suspicion = place.Aggregate(Suspicion.None, (all, one) => all | Visible.Of(one.Text).Suspicion);
            var where = Sentence.Of($"{Visible.Of(place.Key.Where)}");
            if (suspicion.HasFlag(Suspicion.Hidden))
            {
                yield return Warning("hidden-text", place.Key.On, Sentence.Of($"There are characters in {where} that nobody sees or that change how it reads; they are named in ⟨ ⟩ below."));
            }
            if (suspicion.HasFlag(Suspicion.MixedScripts))
            {
                yield return Warning("mixed-scripts", place.Key.On, Sentence.Of($"There are letters in {where} that look like others; they are named in ⟨ ⟩ below."));
            }
        }
    }

    private static IEnumerable<Place> OfChangeset(Changeset changeset) =>
        new[] { ("the title", changeset.Title), ("the recorder's name", changeset.Recorded.By), ("the model's name", changeset.Recorded.Model) }
            .Concat(changeset.Warnings.Select(w => ("a warning", (string?)w.Text)))
            .Select(text => new Place("", text.Item1, text.Item2 ?? ""));

    private static IEnumerable<Place> OfEvidence(Evidence evidence) => evidence switch
    {
        Evidence.Email mail => [new(mail.Id, "the sender", mail.From ?? ""), new(mail.Id, "the subject", mail.Subject ?? ""), new(mail.Id, "the message id", mail.MessageId ?? "")],
        Evidence.File file => Texts(file.Says).Select(text => new Place(file.Id, "what the document says", text)).Prepend(new(file.Id, "the file's name", file.Name)),
        Evidence.Instruction said => [new(said.Id, "the instruction", said.Text), new(said.Id, "the name of who gave it", said.By ?? "")],
        _ => [],
    };

    private static IEnumerable<Place> OfOperation(Operation operation)
    {
        return new[] { operation.Held, operation.Asked, operation.After }.SelectMany(image => image)
            .SelectMany(field => Texts(field.Value).Prepend(field.Key).Select(text => new Place(operation.Id, Labels.Field(field.Key).ToString(), text)))
            .Concat(operation.DoneTo is { } reference ? Texts(new FieldValue.To(reference)).Select(text => new Place(operation.Id, "what it is done to", text)) : [])
            .Append(new Place(operation.Id, "the kind of object", operation.Resource))
            .Append(new Place(operation.Id, "the agent's note", operation.Note ?? ""));
    }

    private static IEnumerable<string> Texts(Fields fields) => fields.SelectMany(field => Texts(field.Value).Prepend(field.Key));

    private static IEnumerable<string> Texts(FieldValue value) => value switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.To { Reference: Reference.Found found } => Texts(found.Keys),
        FieldValue.Rows rows => rows.Items.SelectMany(Texts),
        _ => [],
    };

    private static ReviewWarning Warning(string code, string on, VisibleText text) => new(Visible.Of(code), Visible.Of(on), text, WarningSource.Review);

    private sealed record Place(string On, string Where, string Text);
}
