using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>What the states of a queue are called.</summary>
public static class QueueStateWords
{
    extension(QueueState state)
    {
        /// <summary>The word for where a changeset stands.</summary>
        public Term Word => state switch
        {
            QueueState.Open => QueueWords.Open,
            QueueState.Waiting => QueueWords.Waiting,
            QueueState.Begun => QueueWords.Begun,
            QueueState.Conflict => QueueWords.Conflict,
            QueueState.Replayed => QueueWords.Replayed,
            QueueState.Rejected => QueueWords.Rejected,
            _ => QueueWords.Discarded,
        };
    }
}
