using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A place that messages come from: a folder, a file, a mailbox. One caller at a time.</summary>
public interface IMessageSource : IAsyncDisposable
{
    /// <summary>What waits there, without what was settled. A problem means that nothing more comes from there.</summary>
    Task<Messages> WaitingAsync(CancellationToken cancel);

    /// <summary>Ends when more may wait there, or when it is cancelled; it never fails.</summary>
    Task ChangedAsync(CancellationToken cancel);

    /// <summary>Told what became of a message that it gave. Not called for one that was not reached.</summary>
    /// <returns>Why it could not do what it does with such messages; null where it could.</returns>
    Task<Problem?> SettleAsync(Message message, Settlement settlement, CancellationToken cancel);
}

/// <summary>What is done with a message, now that it was taken.</summary>
public enum Settlement
{
    /// <summary>It is entered, or was before: nothing of it is left to do.</summary>
    Done,

    /// <summary>A person has to look at it.</summary>
    Refused,

    /// <summary>Not its own fault: it is to be tried again.</summary>
    Again,
}
