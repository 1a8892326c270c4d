using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Where in a changeset text hides something: each place once.</summary>
internal sealed class HostileText(Words words)
{
    private readonly Headings headings = words.Headings;

    public IEnumerable<ReviewWarning> In(Changeset changeset)
    {
        var places = OfChangeset(changeset).Concat(changeset.Evidence.SelectMany(OfEvidence)).Concat(changeset.Operations.SelectMany(OfOperation));
        foreach (var place in places.GroupBy(place => (place.On, place.Where)))
        {
            var suspicion = place.Aggregate(Suspicion.None, (all, one) => all | Visible.Of(one.Text).Suspicion);
            if (suspicion.HasFlag(Suspicion.Hidden))
            {
                yield return Warning(RiskCodes.HiddenText, place.Key.On, words.Say.Hidden(place.Key.Where));
            }
            if (suspicion.HasFlag(Suspicion.MixedScripts))
            {
                yield return Warning(RiskCodes.MixedScripts, place.Key.On, words.Say.MixedScripts(place.Key.Where));
            }
        }
    }

    private IEnumerable<Place> OfChangeset(Changeset changeset) =>
        new[] { (headings.InTitle, changeset.Title), (headings.InRecorder, changeset.Recorded.By), (headings.InModel, changeset.Recorded.Model), (headings.InAuthor, changeset.Recorded.Author) }
            .Concat(changeset.Warnings.SelectMany(w => new[] { (headings.InWarning, (string?)w.Code), (headings.InWarning, w.Text) }))
            .Select(text => new Place("", Words.Own(text.Item1), text.Item2 ?? ""));

    private IEnumerable<Place> OfEvidence(Evidence evidence) => evidence switch
    {
        Evidence.Email mail => [new(mail.Id, Words.Own(headings.InSender), mail.From ?? ""), new(mail.Id, Words.Own(headings.InSubject), mail.Subject ?? ""), new(mail.Id, Words.Own(headings.InMessageId), mail.MessageId ?? "")],
        Evidence.File file => Texts(file.Says).Select(text => new Place(file.Id, Words.Own(headings.InDocument), text)).Prepend(new(file.Id, Words.Own(headings.InFileName), file.Name)),
        Evidence.Instruction said => [new(said.Id, Words.Own(headings.InInstruction), said.Text), new(said.Id, Words.Own(headings.InInstructor), said.By ?? "")],
        _ => [],
    };

    private IEnumerable<Place> OfOperation(Operation operation)
    {
        return new[] { operation.Held, operation.Asked, operation.After }.SelectMany(image => image)
            .SelectMany(field => Texts(field.Value).Prepend(field.Key).Select(text => new Place(operation.Id, words.Labels.Field(operation.Resource, field.Key), text)))
            .Concat(operation.DoneTo is { } reference ? Texts(new FieldValue.To(reference)).Select(text => new Place(operation.Id, Words.Own(headings.InReference), text)) : [])
            .Append(new Place(operation.Id, Words.Own(headings.InResource), operation.Resource))
            .Append(new Place(operation.Id, Words.Own(headings.InNote), operation.Note ?? ""));
    }

    private static IEnumerable<string> Texts(Fields fields) => fields.SelectMany(field => Texts(field.Value).Prepend(field.Key));

    private static IEnumerable<string> Texts(FieldValue value) => value switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.To { Reference: Reference.Found found } => Texts(found.Keys),
        FieldValue.Rows rows => rows.Items.SelectMany(Texts),
        _ => [],
    };

    private ReviewWarning Warning(string code, string on, VisibleText text) => new(Visible.Of(code), words.Shown(on), text, WarningSource.Review);

    private sealed record Place(string On, VisibleText Where, string Text);
}
