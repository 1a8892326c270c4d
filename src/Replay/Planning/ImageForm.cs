using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>
/// Whether the images of one object are such as a recorder takes them: each holds what was asked for and nothing that was
/// not, leaves nothing out that it is reviewed by, and begins where the one before it ended.
/// </summary>
/// <param name="changeset">What is checked.</param>
/// <param name="instance">The sandbox's name.</param>
internal sealed class ImageForm(Changeset changeset, string instance)
{
    public IEnumerable<Finding> Faults(ComparedObject one)
    {
        for (var i = 0; i < one.Images.Count; i++)
        {
            var operation = one.Images[i].Operation;
            if (operation.TakesAway)
            {
                continue;
            }
            var kind = OperationKind.Of(operation)!;
            var ownFaults = operation.After.Count == 0 ? [] : kind.Differences(operation, operation.After, changeset);
            foreach (var difference in ownFaults.Concat(Names(operation, kind, one.Held)))
            {
                yield return Differs(operation, instance, difference);
            }
            foreach (var difference in i == 0 ? [] : Breaks(one.Images[i - 1].Operation, operation, kind))
            {
                yield return Differs(one.Images[i - 1].Operation, instance, difference);
            }
        }
    }

    /// <summary>What an object that the changeset made holds beyond all that it says of it. What an object held before is nobody's business here, and the first format says less.</summary>
    public IEnumerable<Finding> More(ComparedObject one)
    {
        if (changeset.Format == ChangesetFormat.First || one.Images[0].Operation is not Operation.Create created || one.Last.Operation.TakesAway)
        {
            return [];
        }
        var said = one.Images.SelectMany(image => image.Operation.After.Names.Concat(image.Operation.Asked.Names)).ToHashSet(StringComparer.Ordinal);
        var rules = OperationKind.Of(created)!.Fields;
        return one.Held.Where(name => !said.Contains(name) && rules[name] is { Settable: true, Drawn: false })
            .Select(field => (field.Key, Words: rules.Words(field.Key, field.Value), field.Value))
            .Where(field => field is { Words.Length: > 0, Value: not FieldValue.Flag { Value: false } })
            .Select(field => new Finding.SandboxHoldsMore(created.Id, instance, field.Key, field.Words));
    }

    public static Finding.SandboxDiffers Differs(Operation operation, string instance, Difference difference) => OperationKind.Of(operation)!.Fields[difference.Field] is { Type: FieldType.Amount }
        ? new(operation.Id, instance, difference.Field, Amount(difference.Expected), Amount(difference.Found))
        : new(operation.Id, instance, difference.Field, difference.Expected, difference.Found);

    /// <summary>What an operation left is what the next one found.</summary>
    private static IEnumerable<Difference> Breaks(Operation earlier, Operation operation, OperationKind kind)
    {
        var left = kind.BeforeImage(operation, earlier.After);
        return kind.Fields.Differences(left, operation.Held);
    }

    /// <summary>The first format kept fewer fields, and a changeset that takes another back keeps none of what it changes: what it asks for is compared all the same.</summary>
    private IEnumerable<Difference> Names(Operation operation, OperationKind kind, Fields held)
    {
        if (changeset.Format == ChangesetFormat.First || held.Count == 0 || operation is Operation.Update { After.Count: 0 })
        {
            return [];
        }
        var image = kind.AfterImage(operation, held);
        var needed = operation is Operation.Update ? image.Where(operation.Asked.Has) : image;
        return needed.Where(field => !operation.After.Has(field.Key)).Select(field => new Difference(field.Key, "", kind.Fields.Words(field.Key, field.Value)))
            .Concat(operation.After.Where(field => held.Has(field.Key) && !image.Has(field.Key)).Select(field => new Difference(field.Key, kind.Fields.Words(field.Key, field.Value), "")))
            .Concat(kind.OnlyIfAsked(operation).Where(name => !operation.Asked.Has(name)).Select(name => new Difference(name, kind.Fields.Words(name, operation.After[name]), "")))
            .Concat(needed.SelectMany(field => Rows(operation.After.RowsOf(field.Key), held.RowsOf(field.Key), field.Key)));
    }

    private static IEnumerable<Difference> Rows(IReadOnlyList<Fields> claimed, IReadOnlyList<Fields> held, string name) => claimed.Zip(held)
        .SelectMany((row, i) => row.Second.Names.Except(row.First.Names).Select(field => new Difference(string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}].{field}"), "", row.Second.TextOf(field) ?? "")));

    /// <summary>As people write money: 12 is 12.00.</summary>
    private static string Amount(string text) => Decimals.Money(Decimals.Strict(text)) ?? text;
}
