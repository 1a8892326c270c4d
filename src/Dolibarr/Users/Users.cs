using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// The key's own user, and the proof of its rights. A key that may not see all third parties gets a list without them
/// and no hint of it: a supplier that exists looks absent, and would be created again.
/// </summary>
public sealed class Users
{
    private static readonly TimeSpan ProofLasts = TimeSpan.FromSeconds(30);

    private readonly Caller caller;
    private readonly IReadUsers api;
    private readonly TimeProvider clock;
    private Proof? proof;

    internal Users(Caller caller, IReadUsers api, TimeProvider clock) => (this.caller, this.api, this.clock) = (caller, api, clock);

    /// <summary>The user that the key belongs to, with its rights; refused with <see cref="Codes.RightsUnproven"/> where Dolibarr does not show them.</summary>
    public Task<Answer<OwnUser>> OwnRightsAsync(CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.OwnAsync(token),
        reply => reply.Status == 403
            ? new Answer<OwnUser>.Refused(new Problem(
                Codes.RightsUnproven, "",
                "Dolibarr does not show this key its own rights, so they cannot be proven.",
                $"Give the key's user the right to {Right.EditOneself}, in its tab of permissions."), reply.Status)
            : reply.Read(Inbound.Default.OwnUserWire, wire => new Answer<OwnUser>.Ok(wire.ToOwnUser())),
        cancel);

    /// <summary>The user when it has all of these rights and sees every third party; otherwise refused, naming what is missing.</summary>
    /// <remarks>A proof is good for half a minute, so that many look-ups cost one. What is missing is looked for again each time.</remarks>
    public async Task<Answer<OwnUser>> ProveAsync(ImmutableArray<Right> needed, CancellationToken cancel)
    {
        var proof = this.proof is { } kept && this.clock.GetElapsedTime(kept.At) < ProofLasts ? kept : null;
        if (proof is null)
        {
            var answer = await OwnRightsAsync(cancel);
            if (answer is not Answer<OwnUser>.Ok ok)
            {
                return answer;
            }

            proof = new Proof(ok.Value, this.clock.GetTimestamp());
        }

        var judged = Judge(proof.User, needed);
        this.proof = judged is Answer<OwnUser>.Ok ? proof : null;
        return judged;
    }

    private static Answer<OwnUser> Judge(OwnUser user, ImmutableArray<Right> needed)
    {
        var missing = user.Rights.Missing(needed);
        if (user.OnlyThirdPartyId is not null)
        {
            return Refused(
                $"“{user.Login}” is an external user and sees one third party only.",
                "Use the key of a user of the company.");
        }

        return missing.IsEmpty
            ? new Answer<OwnUser>.Ok(user)
            : Refused(
                $"“{user.Login}” lacks the right to {string.Join("; to ", missing)}.",
                "Give it in the user's tab of permissions in Dolibarr.");
    }

    private static Answer<OwnUser> Refused(string message, string advice) =>
        new Answer<OwnUser>.Refused(new Problem(Codes.RightMissing, "", message, advice));

    private sealed record Proof(OwnUser User, long At);
}
