using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What an instance's key may do: enough on the sandbox, and only read on prod.</summary>
internal static class RightsExamination
{
    /// <summary>What every job needs; the rights of other resources are needed only for them.</summary>
    private static readonly ImmutableArray<OperationKind> Kinds =
        [.. ResourceOperations.All.Where(one => one.Resource.IsForEveryJob).SelectMany(one => one.Kinds)];

    private static readonly ImmutableArray<Right> ToRead =
        [.. Kinds.Where(k => k.Do != "delete").SelectMany(k => k.RightsToRead).DistinctBy(r => r.Name)];

    private static readonly ImmutableArray<Right> ToWrite = [.. Kinds.SelectMany(k => k.RightsToWrite).DistinctBy(r => r.Name)];

    /// <summary>All that change anything: the agent's key for prod has none of them.</summary>
    private static readonly ImmutableArray<Right> Changing =
        [.. ResourceOperations.All.SelectMany(one => one.Kinds).SelectMany(k => k.RightsToWrite.Except(k.RightsToRead)).DistinctBy(r => r.Name)];

    public static async Task<IEnumerable<Examined>> OfAsync(Instance instance, DolibarrReader read, CancellationToken cancel)
    {
        var answer = await read.Users.OwnRightsAsync(cancel);
        if (answer is not Answer<OwnUser>.Ok { Value: var user })
        {
            return [Examined.Wrong(answer.ProblemOf(instance.Name))];
        }
        var missing = user.Rights.Missing(instance.IsProd ? ToRead : [.. ToRead, .. ToWrite]).DistinctBy(r => r.Name).Select(right => Examined.Wrong(new Problem(
            Codes.RightMissing, instance.Name, $"The key's user '{user.Login}' may not {right}.", $"Give the user that right on {instance.Name}."))).ToList();
        var writes = instance.IsProd ? [.. Changing.Where(user.Rights.Has)] : ImmutableArray<Right>.Empty;
        var helpful = Helpful(instance, user);
        if (user.IsAdmin && instance.IsProd)
        {
            return [.. missing, .. helpful, new Examined(Codes.ProdKeyOfAdmin, instance.Name, $"The key in {Variables.ProdApiKey} is that of '{user.Login}', an administrator: it may change users and settings, whichever rights are listed for it. No program of the agent's is to hold such a key.")
            {
                Remedy = $"Give it the key of a user of {instance.Name} who may only read, and is not an administrator.",
            }];
        }
        return (missing.Count, writes.Length) switch
        {
            (0, 0) => [.. helpful, new Examined(Health.Well, "rights", instance.Name, $"the key's user '{user.Login}' {(instance.IsProd ? "may read what is needed, and write nothing of it" : "has every right that is needed")}")],
            (_, 0) => [.. missing, .. helpful],
            _ => [.. missing, .. helpful, new Examined(Codes.ProdKeyMayWrite, instance.Name, $"The key in {Variables.ProdApiKey} is that of '{user.Login}', who may {string.Join("; ", writes)}: no program of the agent's is to hold such a key.")
            {
                Remedy = $"Give it the key of a user of {instance.Name} who may only read.",
            }],
        };
    }

    /// <summary>What is lost where a right is missing that is not needed for every invoice.</summary>
    private static IEnumerable<Examined> Helpful(Instance instance, OwnUser user) => Described(instance, user).Concat(
        from right in new[] { (May: RightsNeeded.ReadingDictionaries.Any(user.Rights.Has), Code: "no-dictionaries", Lost: "invoices get no terms and means of payment", Right: RightsNeeded.ReadingDictionaries[0]),
            (May: RightsNeeded.ReadingProducts.All(user.Rights.Has), Code: "no-products", Lost: "lines get no products", Right: RightsNeeded.ReadingProducts[0]),
            (May: user.Rights.Has(Right.ReadCurrencies), Code: "no-currencies", Lost: "an invoice in another currency is refused", Right: Right.ReadCurrencies) }
        where !right.May
        select new Examined(Health.Note, right.Code, instance.Name, $"the key's user '{user.Login}' may not {right.Right}: {right.Lost}") { Remedy = $"Give the user that right on {instance.Name}, if you want it." });

    /// <summary>The resources that not every job comes to, each with the first right that its operations miss.</summary>
    private static IEnumerable<Examined> Described(Instance instance, OwnUser user) =>
        from one in ResourceOperations.All.Where(one => !one.Resource.IsForEveryJob)
        let needed = one.Kinds.SelectMany(kind => instance.IsProd ? kind.RightsToRead : [.. kind.RightsToRead, .. kind.RightsToWrite])
        let missing = user.Rights.Missing([.. needed])
        where missing.Any()
        let what = $"the key's user '{user.Login}' may not {missing.First()}: no {one.Title} is entered or changed"
        select new Examined(Health.Note, $"no-{one.Name}", instance.Name, what)
        {
            Remedy = $"Give the user that right on {instance.Name}, if you want it.",
        };
}
