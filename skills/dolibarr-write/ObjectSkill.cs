using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Recording;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Objects of every resource that has no functions of its own: found on the configured target, written on the sandbox. Fields
/// are those of its description; one that names another object holds its handle (<c>op1</c>, <c>12</c>).
/// </summary>
public sealed class ObjectSkill
{
    private readonly Session session;
    private readonly ThirdPartySkill parties;
    private readonly SupplierInvoiceSkill invoices;

    internal ObjectSkill(Session session, ThirdPartySkill parties, SupplierInvoiceSkill invoices) =>
        (this.session, this.parties, this.invoices) = (session, parties, invoices);

    /// <summary>The resources that are entered so.</summary>
    public static ImmutableArray<Resource> Entered { get; } = [.. Catalogue.All.Where(resource => !resource.IsForEveryJob)];

    /// <summary>Those of which one can be read by its id, and changed.</summary>
    public static ImmutableArray<Resource> Kept { get; } = [.. Entered.Where(resource => resource.Api is not null)];

    /// <summary>Those that are looked for: entries in categories are not.</summary>
    public static ImmutableArray<Resource> Found { get; } = [.. Entered.Where(resource => FindBy(resource).Any())];

    /// <summary>The fields by which objects of a resource are looked for.</summary>
    public static IEnumerable<string> FindBy(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource == PaymentFields.Resource
            ? [PaymentFields.Invoice]
            : resource.Fields.All.Where(field => field.Column.Length > 0).Select(field => field.Name);
    }

    /// <summary>How an object is named in this session: <c>op1</c> where its changeset made it, else its id on the target.</summary>
    public string HandleOf(string resource, long id) => session.Names.HandleOf(resource, id);

    /// <summary>All that hold what these fields say: at least one of them is a key by which the server can look.</summary>
    public async Task<Result<ImmutableArray<DolibarrObject>>> FindAsync(Resource resource, Fields by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Count == 0 || by.Names.Any(name => !FindBy(resource).Contains(name)))
        {
            return Result.Refused<ImmutableArray<DolibarrObject>>(new Problem(Codes.WrongArguments, "fields", "",
                $"Give one or more of {string.Join(", ", FindBy(resource))}, and nothing else."));
        }
        if (resource.Api is null)
        {
            return await PaymentsAsync(by, cancel);
        }
        var looks = ImmutableArray.CreateBuilder<ObjectLook>();
        foreach (var field in resource.Fields.All.Where(field => by.TextOf(field.Name) is { Length: > 0 } && field.Column.Length > 0))
        {
            var id = field.Type == FieldType.Reference ? session.Names.IdOf(field.Target, by.TextOf(field.Name)!) : Result.Ok(0L);
            if (id is Result<long>.Refused refused)
            {
                return new Result<ImmutableArray<DolibarrObject>>.Refused(refused.Problems);
            }
            looks.Add(field.Type == FieldType.Reference ? ObjectLook.For(field, ((Result<long>.Ok)id).Value) : ObjectLook.For(field, by.TextOf(field.Name)!));
        }
        if (looks.Count == 0)
        {
            return Result.Refused<ImmutableArray<DolibarrObject>>(new Problem(Codes.WrongArguments, "fields", "",
                $"Give one or more of {string.Join(", ", FindBy(resource))}, with a value."));
        }
        return await session.Targets.Read().ThenAsync(async read => (await read.Objects.FindAsync(resource, [looks[0]], cancel)).ToResult("find")
            .Map(found => found.Where(one => looks.All(look => ObjectLook.ThatFind(resource, one).Contains(look))).ToImmutableArray()));
    }

    /// <summary>One by its handle.</summary>
    public async Task<Result<DolibarrObject>> GetAsync(Resource resource, string handle, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Api is null
            ? Result.Refused<DolibarrObject>(new Problem(Codes.OtherKind, handle, $"A {resource.Title.English} has no id here.",
                $"Look for it with find_objects, by {string.Join(", ", FindBy(resource))}."))
            : await session.Names.IdOf(resource.Name, handle).ThenAsync(id => session.Targets.Read().ThenAsync(async read =>
                (await read.Objects.GetAsync(resource, id, cancel)).ToResult(handle)));
    }

    /// <summary>Creates one. Refused where its keys find one already.</summary>
    public async Task<Result<RecordResult.Done>> CreateAsync(Resource resource, Fields asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var named = await NamedAsync(resource, asked, cancel);
        return await named.ThenAsync(set => session.DoAsync(recorder => new Operation.Create
        {
            Id = "",
            Resource = resource.Name,
            Set = set,
            Keys = [.. resource.Unique.Where(key => set.Has(key) && set.TextOf(key) is not "")],
            From = session.EvidenceIn(recorder),
        }, cancel));
    }

    /// <summary>Changes fields of one, by its handle.</summary>
    public async Task<Result<RecordResult.Done>> UpdateAsync(Resource resource, string handle, Fields asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(resource);
        // Whether anything may be written comes before what is there.
        var on = await (await session.Targets.RecordAsync(cancel)).ThenAsync(_ => ReferenceAsync(resource, handle, cancel));
        return await on.ThenAsync(async reference => await (await NamedAsync(resource, asked, cancel)).ThenAsync(set => session.DoAsync(recorder => new Operation.Update
        {
            Id = "",
            Resource = resource.Name,
            On = reference,
            Before = Fields.None,
            Set = set,
            From = session.EvidenceIn(recorder),
        }, cancel)));
    }

    /// <summary>What was paid of an invoice. None has an id here: nothing is done to a payment that is there.</summary>
    private async Task<Result<ImmutableArray<DolibarrObject>>> PaymentsAsync(Fields by, CancellationToken cancel)
    {
        var invoice = session.Names.IdOf(SupplierInvoiceFields.Resource.Name, by.TextOf(PaymentFields.Invoice) ?? "");
        var payments = await invoice.ThenAsync(id => session.Targets.Read().ThenAsync(async read =>
            (await read.Payments.OfInvoiceAsync(id, cancel)).ToResult("find")));
        return payments.Map<ImmutableArray<DolibarrObject>>(all =>
            [.. all.Select(one => new DolibarrObject(0, "", Paid(one), ImmutableSortedDictionary<string, long>.Empty))]);
    }

    private static Fields Paid(Payment payment) => Fields.None
        .With(PaymentFields.Amount, Decimals.Money(payment.Amount))
        .With(PaymentFields.Date, Days.TextOrEmpty(payment.Date))
        .With(PaymentFields.Means, payment.Means)
        .With(PaymentFields.Transaction, payment.Transaction)
        .With(PaymentFields.Number, payment.Ref);

    /// <summary>The fields with references in place of handles.</summary>
    private async Task<Result<Fields>> NamedAsync(Resource resource, Fields asked, CancellationToken cancel)
    {
        var recorder = await session.Targets.RecordAsync(cancel);
        if (recorder is Result<Recorder>.Refused closed)
        {
            return new Result<Fields>.Refused(closed.Problems);
        }
        var set = Fields.None;
        foreach (var (name, value) in asked)
        {
            if (resource.Fields[name] is { Type: FieldType.Reference } field && value is FieldValue.Text { Value: var handle })
            {
                var reference = await ReferenceAsync(Catalogue.Named(field.Target)!, handle, cancel);
                if (reference is not Result<Reference>.Ok { Value: var found })
                {
                    return new Result<Fields>.Refused(((Result<Reference>.Refused)reference).Problems);
                }
                set = set.With(name, found);
            }
            else
            {
                set = set.With(name, value);
            }
        }
        return Result.Ok(set);
    }

    /// <summary>How the changeset names an object.</summary>
    private Task<Result<Reference>> ReferenceAsync(Resource resource, string handle, CancellationToken cancel) =>
        ReferenceAsync(resource, handle, 0, cancel);

    /// <param name="below">How many others are named by way of it.</param>
    private async Task<Result<Reference>> ReferenceAsync(Resource resource, string handle, int below, CancellationToken cancel)
    {
        if (below > Resource.Deepest)
        {
            return Result.Refused<Reference>(new Problem(Codes.TooDeep, handle, resource.TooDeepMessage));
        }
        if (resource.Api is null)
        {
            return resource == ThirdPartyFields.Resource ? (await parties.ReferenceAsync(handle, cancel)).Map(named => named.Reference)
                : resource == SupplierInvoiceFields.Resource ? await invoices.ReferenceAsync(handle, cancel)
                : Result.Refused<Reference>(new Problem(Codes.OtherKind, handle, "", $"A {resource.Title.English} is not named so."));
        }
        return await (await GetAsync(resource, handle, cancel)).ThenAsync(async found =>
        {
            if (session.Names.MakerOf(resource.Name, found.Id) is { } maker)
            {
                return Result.Ok<Reference>(new Reference.Created(maker));
            }
            var keys = Fields.None;
            foreach (var key in resource.Unique)
            {
                if (found.Ids.TryGetValue(key, out var other))
                {
                    var named = await ReferenceAsync(
                        Catalogue.Named(resource.Fields[key]!.Target)!, session.Names.HandleOf(resource.Fields[key]!.Target, other),
                        below + 1, cancel);
                    if (named is not Result<Reference>.Ok { Value: var reference })
                    {
                        return named;
                    }
                    keys = keys.With(key, reference);
                }
                else if (found.Held.TextOf(key) is { Length: > 0 } text)
                {
                    keys = keys.With(key, text);
                }
            }
            return Result.Ok(session.Names.Of(resource, found.Id, () => new Reference.Found(keys)));
        });
    }
}
