using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>
/// What other changesets, which are replayed on the same target before a given one, have yet to do there, and have done. Each
/// answer names the operation that does it, <c>01KAQ7Z3V9/op1</c>; null where none does.
/// </summary>
public abstract class EarlierWork
{
    /// <summary>No other changeset goes before.</summary>
    public static EarlierWork None { get; } = new Nothing();

    /// <summary>Who is yet to make what is not there.</summary>
    public abstract string? WillMake(Absent absent);

    /// <summary>Who has made this object just now.</summary>
    public abstract string? HasMade(string resource, long id);

    /// <summary>
    /// A look-up with what is yet to be made, and with what was made just now under the name of its maker: what a plan
    /// rests on stays the same.
    /// </summary>
    internal Resolution Told(Resolution found, ResourceOperations resource) => found switch
    {
        Resolution.Not { Absent: { } absent } when WillMake(absent) is { } maker => new Resolution.Later(maker),
        Resolution.One { Id: var id } when HasMade(resource.Name, id) is { } maker =>
            new Resolution.One(id, [Observed.Made(resource.Name, maker)]),
        _ => found,
    };

    private sealed class Nothing : EarlierWork
    {
        public override string? WillMake(Absent absent) => null;

        public override string? HasMade(string resource, long id) => null;
    }
}
