using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>What it is called how a changeset stands in a batch.</summary>
public static class MemberStandingWords
{
    extension(MemberStanding standing)
    {
        /// <summary>The word for it.</summary>
        public Term Word => standing switch
        {
            MemberStanding.ToDo => QueueWords.ToReplay,
            MemberStanding.Nothing => QueueWords.AlreadyThere,
            _ => QueueWords.LeftOut,
        };
    }
}
