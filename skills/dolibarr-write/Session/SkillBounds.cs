using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The bounds that stand in the skill itself, where every write passes.</summary>
public static class SkillBounds
{
    internal static Problem NoMoreWrites(int most) => new(
        Codes.BoundWrites, "writes", string.Create(CultureInfo.InvariantCulture, $"{most} operations were tried; no more may be."),
        "Stop here, and tell the person what was not done.");
}
