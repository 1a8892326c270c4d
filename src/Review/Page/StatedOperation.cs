using System.Collections.Immutable;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>
/// An operation in one line, for who signs for it: what is done to which object, whose that is, and every value, so that it
/// can be compared with the documents by itself. Nothing is cut without the digest of the whole.
/// </summary>
public sealed class StatedOperation
{
    private readonly Changeset changeset;
    private readonly Wording wording;

    private StatedOperation(Changeset changeset, Language language) => (this.changeset, wording) = (changeset, new Wording(changeset, Words.In(language)));

    /// <summary>The line of each of these operations of a changeset.</summary>
    public static ImmutableArray<VisibleText> Of(Changeset changeset, IEnumerable<Operation> operations, Language language)
    {
        ArgumentNullException.ThrowIfNull(changeset);
        var stated = new StatedOperation(changeset, language);
        return [.. operations.Select(stated.Of)];
    }

    private VisibleText Of(Operation operation) => Joined([Visible.Of(operation.Id), wording.Heading(operation), .. Said(operation)]);

    private IEnumerable<VisibleText> Said(Operation operation) => operation switch
    {
        Operation.Create create => [Object(operation.Resource, create.Set.With(create.After)), .. Besides(operation.Resource, create.Set)],
        Operation.Update update => [Subject(update), .. update.Set.Select(field => Changed(new FieldOf(update.Resource, field.Key), update.Before[field.Key], field.Value))],
        Operation.Attach attach => [.. Attached(attach), Subject(attach)],
        Operation.Validate validate => [Subject(validate)],
        _ => [Subject(operation), .. Besides(operation.Resource, operation.Held)],
    };

    /// <summary>The object of an operation that does not make it, as far as the changeset tells of it.</summary>
    private VisibleText Subject(Operation operation)
    {
        var fields = FieldsOf(operation.DoneTo!);
        return Object(operation.Resource, fields.With(operation.Held.Where(name => !fields.Has(name))));
    }

    /// <summary>What is known of an object: the keys by which it is found; or all that the operation that makes it asks for, and those that change it.</summary>
    private Fields FieldsOf(Reference reference) => reference switch
    {
        Reference.Found found => found.Keys,
        Reference.Created created when changeset.OperationNamed(created.Operation) is Operation.Create maker => changeset.Operations.OfType<Operation.Update>()
            .Where(update => update.On is Reference.Created on && on.Operation == created.Operation)
            .Aggregate(maker.Set.With(maker.After), (held, update) => held.With(update.Set).With(update.After)),
        _ => Fields.None,
    };

    private VisibleText Object(string resource, Fields fields) => Joined(KnownBy(resource)
        .Where(name => fields[name] is not (null or FieldValue.Text { Value: "" }))
        .Select((name, i) => i == 0 ? Whole(resource, name, fields[name]!) : Keyed(resource, name, fields[name]!)));

    /// <summary>All that these fields hold besides what an object is known by.</summary>
    private IEnumerable<VisibleText> Besides(string resource, Fields fields) => fields.Where(name => !KnownBy(resource).Contains(name)).Select(field => Keyed(resource, field.Key, field.Value));

    private static ImmutableArray<string> KnownBy(string resource) => Catalogue.Named(resource)?.KnownBy ?? ["name"];

    private VisibleText Changed(FieldOf field, FieldValue? before, FieldValue after) => Joined(
    [
        wording.Labels.Key(field.Resource, field.Name),
        Visible.Word(wording.Words.Headings.Was), before is null ? wording.Text("") : Whole(field.Resource, field.Name, before),
        Visible.Word(wording.Words.Headings.Now), Whole(field.Resource, field.Name, after),
        Visible.Word(wording.Words.Headings.End),
    ]);

    private IEnumerable<VisibleText> Attached(Operation.Attach attach)
    {
        var evidence = changeset.EvidenceNamed(attach.File);
        var name = attach.After.TextOf(CommonFields.FileName) ?? (evidence as Evidence.File)?.Name;
        var size = (evidence as Evidence.File)?.Size ?? (evidence as Evidence.Email)?.Size;
        return
        [
            .. name is null ? [] : new[] { Keyed("", CommonFields.FileName, new FieldValue.Text(name)) },
            .. size is null ? [] : new[] { wording.Labels.Key("", CommonFields.FileSize).And(wording.Shown(wording.Words.Say.Bytes(size.Value))) },
            .. evidence?.Blob is { } blob ? new[] { Hash(blob) } : [],
        ];
    }

    private VisibleText Keyed(string resource, string name, FieldValue value) => Joined([wording.Labels.Key(resource, name), Whole(resource, name, value), .. value is FieldValue.To or FieldValue.Rows ? new[] { Visible.Word(wording.Words.Headings.End) } : []]);

    private VisibleText Whole(string resource, string name, FieldValue value) => value switch
    {
        FieldValue.Text { Value.Length: > Visible.Limit } text => wording.Value(resource, name, text).And(Hash(Digest.Of(Encoding.UTF8.GetBytes(text.Value)))),
        FieldValue.To to => Object(Catalogue.FieldOf(resource, name)?.Target ?? "", FieldsOf(to.Reference)),
        FieldValue.Rows rows => Joined(rows.Items.Select(row => Joined([Visible.Word(wording.Words.Headings.Row), .. row.Select(field => Keyed(resource, field.Key, field.Value)), Visible.Word(wording.Words.Headings.End)]))),
        _ => wording.Value(resource, name, value),
    };

    private VisibleText Hash(Digest digest) => wording.Labels.Key("", CommonFields.FileSha256).And(Visible.Of(digest.Hex));

    private static VisibleText Joined(IEnumerable<VisibleText> texts) => texts.Aggregate(VisibleText.None, (all, text) => all.And(text));

    private sealed record FieldOf(string Resource, string Name);
}
