using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What an instance's key may do: enough on the sandbox, and on prod nothing but read.</summary>
internal static class RightsExamination
{
    private static readonly ImmutableArray<OperationKind> Kinds = [.. Resources.All.SelectMany(r => r.Kinds)];

    private static readonly ImmutableArray<Right> ToRead = [.. Kinds.SelectMany(k => k.RightsToRead).DistinctBy(r => r.Name)];

    private static readonly ImmutableArray<Right> ToWrite = [.. Kinds.SelectMany(k => k.RightsToWrite).DistinctBy(r => r.Name)];

    public static async Task<IEnumerable<Examined>> OfAsync(Instance instance, DolibarrReader read, CancellationToken cancel)
    {
        var answer = await read.Users.OwnRightsAsync(cancel);
        if (answer is not Answer<OwnUser>.Ok { Value: var user })
        {
            return [Examined.Wrong(answer.ProblemOf(instance.Name))];
        }
        var missing = user.Rights.Missing(instance.IsProd ? ToRead : [.. ToRead, .. ToWrite]).DistinctBy(r => r.Name).Select(right => Examined.Wrong(new Problem(
            ErrorCodes.RightMissing, instance.Name, $"The key's user '{user.Login}' may not {right}.", $"Give the user that right on {instance.Name}."))).ToList();
        var writes = instance.IsProd ? [.. ToWrite.Except(ToRead).Where(user.Rights.Has)] : ImmutableArray<Right>.Empty;
        return (missing.Count, writes.Length) switch
        {
            (0, 0) => [new Examined(Health.Well, "rights", instance.Name, $"the key's user '{user.Login}' {(instance.IsProd ? "may read what is needed, and write nothing of it" : "has every right that is needed")}")],
            (_, 0) => missing,
            _ => [.. missing, new Examined(Health.Wrong, "prod-key-may-write", instance.Name, $"The key in {Variables.ProdApiKey} is that of '{user.Login}', who may {string.Join("; ", writes)}: no program of the agent's is to hold such a key.")
            {
                Remedy = $"Give it the key of a user of {instance.Name} who may only read.",
            }],
        };
    }
}
