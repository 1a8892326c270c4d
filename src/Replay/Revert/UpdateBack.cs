using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>
/// Takes back, field by field, what the updates of a changeset did to one object that was there before: to what the
/// first of them found, where it still is as the last of them left it.
/// </summary>
internal sealed class UpdateBack(Site site)
{
    private readonly ImmutableArray<Problem>.Builder left = ImmutableArray.CreateBuilder<Problem>();
    private Fields set = Fields.None;

    /// <summary>What cannot be taken back.</summary>
    public ImmutableArray<Problem> Left => left.ToImmutable();

    /// <summary>The update, without an id yet; null where there is nothing to take back or nothing that can be.</summary>
    /// <param name="updates">All applied updates of one object, in order.</param>
    public async Task<Answer<Operation.Update?>> MakeAsync(IReadOnlyList<AppliedOperation> updates, CancellationToken cancel)
    {
        var operations = updates.Select(u => (Operation.Update)u.Operation).ToList();
        var (last, resource) = (operations[^1], ResourceOperations.Named(operations[^1].Resource)!);
        var kind = OperationKind.Of(last)!;
        var read = await kind.ReadAsync(last, site, updates[^1].Id, cancel);
        return await read.ThenAsync(async held =>
        {
            if (resource.Final(Places(operations), held, site) is { } final)
            {
                left.Add(final);
                return new Answer<Operation.Update?>.Ok(null);
            }
            foreach (var field in operations.SelectMany(o => o.Set.Names).Distinct(StringComparer.Ordinal))
            {
                Back(field, [.. operations.Where(o => o.Set.Has(field))], new HeldNow(kind, held));
            }
            var named = await resource.NameAsync(updates[^1].Id, site, cancel);
            return named.Map(on => set.Count == 0 ? null : new Operation.Update { Id = last.Id, Resource = last.Resource, On = on, Before = held.Where(set.Has), Set = set });
        });
    }

    private void Back(string field, ImmutableArray<Operation.Update> by, HeldNow now)
    {
        var rules = now.Kind.Fields;
        var (found, made) = (by[0].Before[field]!, by[^1].After[field] ?? by[^1].Set[field]!);
        if (Is(found))
        {
            return;
        }
        if (!Is(made))
        {
            left.Add(new Problem(
                Codes.ChangedSince, $"{by[^1].Id}.{field}", $"{field} is '{rules.Words(field, now.Held[field])}' on {site.Name}; the changeset made it '{rules.Words(field, made)}' from '{rules.Words(field, found)}', and somebody changed it since.",
                $"Find out which is right, and put it right by hand on {site.Name}."));
            return;
        }
        var back = Settable(found, rules[field]);
        var alone = by[^1] with { Before = Fields.None.With(field, made), Set = Fields.None.With(field, back) };
        var faults = now.Kind.Check(alone, site.Changeset).ToList();
        if (faults.Count == 0)
        {
            set = set.With(field, back);
            return;
        }
        left.Add(new Problem(Codes.CannotBeRestored, $"{by[^1].Id}.{field}", $"{field} was '{rules.Words(field, found)}' on {site.Name} before, which this program cannot set: {faults[0].Message}", $"Put it back by hand on {site.Name}."));

        bool Is(FieldValue value) => rules.Differences(Fields.None.With(field, value), now.Held).IsEmpty;
    }

    /// <summary>A value as it is asked for: rows without what the server computes.</summary>
    private static FieldValue Settable(FieldValue value, Field? rule) => (value, rule?.Row) switch
    {
        (FieldValue.Rows rows, { } row) => new FieldValue.Rows([.. rows.Items.Select(item => item.Where(name => row[name] is { Settable: true }))]),
        _ => value,
    };

    private static string Places(IEnumerable<Operation> operations) => string.Join(", ", operations.Select(o => o.Id));

    private sealed record HeldNow(OperationKind Kind, Fields Held);
}
