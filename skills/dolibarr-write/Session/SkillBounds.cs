using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The bounds that stand in the skill itself, where every write passes.</summary>
public static class SkillBounds
{
    /// <summary>The code of an operation that was not tried because there were as many as may be.</summary>
    public const string Writes = "bound-writes";

    internal static Problem NoMoreWrites(int most) => new(
        Writes, "writes", string.Create(CultureInfo.InvariantCulture, $"{most} operations were tried; no more may be."),
        "Stop here, and tell the person what was not done.");
}
