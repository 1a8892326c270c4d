using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What a person is told about something that is not on the target, and about the changeset that makes it.</summary>
internal sealed record MakerWords(string Target, Purpose Purpose)
{
    /// <param name="maker">The operation that makes it, or gives it the keys by which it is named.</param>
    /// <param name="applied">Whether that was done on the target, by the ledger.</param>
    public Problem Made(Problem problem, ChangesetOnDisk by, Operation maker, bool applied)
    {
        var makes = maker is Operation.Create ? "is made by" : "gets these keys by";
        return (by.Changeset.State, applied) switch
        {
            (_, true) => problem with { Message = $"{problem.Message} It {makes} {by.Path}, which was replayed on {Target}: it was deleted or renamed there since." },
            (ChangesetState.Finished, _) when Purpose == Purpose.Rehearse => Waiting($"which is not on {Target} as that is now.", $"Run `replay rehearse {by.Path}` first, then this one again."),
            (ChangesetState.Finished, _) => Waiting($"which has not been replayed on {Target}.", $"Replay that changeset first, with `replay --confirm {by.Path}`; then plan this one again."),
            (ChangesetState.Open, _) => Waiting("which is still open.", $"Let the agent finish it, and replay it first. If no agent is using it any longer, take it back with `agent discard {by.Path}`, and record both again."),
            _ => Waiting("which was discarded.", "Record this changeset again: what it relies on will not be made."),
        };

        Problem Waiting(string state, string remedy) => problem with { Code = Codes.MadeElsewhere, Message = $"{problem.Message} It {makes} {by.Path}, {state}", Remedy = remedy };
    }

    /// <summary>No changeset that was looked at makes it.</summary>
    public Problem Unknown(Problem problem) =>
        problem with { Remedy = $"Where a changeset in another folder makes it, replay that one on {Target} first. Otherwise it was deleted or renamed on {Target}, or never entered there. {problem.Remedy}" };
}
