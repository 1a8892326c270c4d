using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>What a session leaves behind when somebody goes: each changeset, and of one that is open what to do with it.</summary>
internal static class LeavingText
{
    public static IEnumerable<string> Lines(Skill skill)
    {
        foreach (var ended in skill.Changeset.Ended)
        {
            yield return $"{(ended.Changeset.State == ChangesetState.Finished ? "Recorded" : "Discarded")}: {Shown.Line(ended.Path)}";
        }
        if (skill.Changeset.Path is { } open)
        {
            yield return $"The changeset is still open, and cannot be replayed: {Shown.Line(open)}";
            yield return $"Take back what is in it with: agent discard {Shown.Line(open)}";
        }
    }
}
