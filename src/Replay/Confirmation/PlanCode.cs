using System.Security.Cryptography;

namespace DolibarrAgent.Replay;

/// <summary>
/// The code that a person types to confirm a plan. It is drawn at random when the plan is first shown, and the ledger keeps
/// it with the plan's whole digest: nobody can make another changeset whose plan has the same code, and what was not shown
/// has none.
/// </summary>
internal static class PlanCode
{
    private const int Length = 8;

    /// <summary>Digits and small letters, without those that are taken for another: 40 bits.</summary>
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Draw() => RandomNumberGenerator.GetString(Letters, Length);
}
