namespace DolibarrAgent.Settings;

/// <summary>What a program needs of the configuration; what it does not need may be absent, but never wrong.</summary>
public sealed record SettingsNeeds
{
    private SettingsNeeds()
    {
    }

    /// <summary>Program <c>agent</c>: the target's URL and key. Refuses when a production write key is set at all.</summary>
    public static SettingsNeeds Agent { get; } = new() { TheTarget = true, ForbidsWriteKey = true };

    /// <summary><c>agent</c> where it touches no ERP. Refuses when a production write key is set at all.</summary>
    public static SettingsNeeds AgentOffline { get; } = new() { ForbidsWriteKey = true };

    /// <summary><c>replay</c> making a plan: both instances, to read.</summary>
    public static SettingsNeeds Plan { get; } = new() { Prod = true, Sandbox = true };

    /// <summary><c>replay --confirm</c>: both instances to read, and the key that writes to prod.</summary>
    public static SettingsNeeds Confirm { get; } = new() { Prod = true, Sandbox = true, WriteKey = true };

    /// <summary><c>replay rehearse</c>: the sandbox alone.</summary>
    public static SettingsNeeds Rehearse { get; } = new() { Sandbox = true };

    /// <summary>Prod alone, to read.</summary>
    public static SettingsNeeds ReadProd { get; } = new() { Prod = true };

    /// <summary>What needs the folders alone, such as <c>replay history</c>.</summary>
    public static SettingsNeeds FoldersOnly { get; } = new() { Keys = false };

    /// <summary>The same, where the gate's folder is yet to be made.</summary>
    public SettingsNeeds MakingGate() => this with { MakesGate = true };

    internal bool Keys { get; private init; } = true;

    internal bool MakesGate { get; private init; }

    internal bool TheTarget { get; private init; }

    internal bool Prod { get; private init; }

    internal bool Sandbox { get; private init; }

    internal bool WriteKey { get; private init; }

    internal bool ForbidsWriteKey { get; private init; }

    internal bool Needs(Target side, Target chosen) => side switch
    {
        Target.Prod => Prod || (TheTarget && chosen == Target.Prod),
        _ => Sandbox || (TheTarget && chosen == Target.Sandbox),
    };
}
