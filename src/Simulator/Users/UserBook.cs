using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Who may call. On the recorded server the administrator was user 4 and the others followed.</summary>
internal sealed class UserBook
{
    private const long FirstOrdinaryUser = 5;

    private ImmutableArray<SimulatedUser> users;

    public UserBook(ImmutableArray<SimulatedKey> keys, DateTimeOffset now)
    {
        var admins = keys.Where(key => key.Rights.HasFlag(Rights.Administer)).Select((key, at) => (key, id: FirstOrdinaryUser - 1 - at));
        var others = keys.Where(key => !key.Rights.HasFlag(Rights.Administer)).Select((key, at) => (key, id: FirstOrdinaryUser + at));
        users = [.. admins.Concat(others).Select(user => new SimulatedUser(user.id, user.key, now))];
    }

    public SimulatedUser? WithKey(string value) => users.FirstOrDefault(user => user.Key.Value == value);

    public SimulatedUser? Named(string name) => users.FirstOrDefault(user => user.Login == name);

    public void SetRights(string name, Rights rights)
    {
        var user = Named(name) ?? throw new ArgumentException($"no key is named '{name}'", nameof(name));
        users = users.Replace(user, user with { Key = user.Key with { Rights = rights } });
    }
}
