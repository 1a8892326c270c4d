using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// The plans of several changesets, in the order in which they are replayed: what an earlier one makes counts as found for a
/// later one. One code confirms all that can be confirmed by a code; the others are left out, with what depends on them.
/// </summary>
/// <param name="Members">One for each changeset, in order.</param>
public sealed record BatchPlan(ImmutableArray<BatchMember> Members)
{
    /// <summary>What a person types to confirm it (<see cref="PlanCode"/>); empty where nothing is to be confirmed.</summary>
    public string Code { get; init; } = "";

    /// <summary>What looks like a changeset of the batch and cannot be read; it is left out.</summary>
    public ImmutableArray<Problem> Unreadable { get; init; } = [];

    /// <summary>Those that the code confirms.</summary>
    public IEnumerable<BatchMember> ToDo => Members.Where(member => member.Standing == MemberStanding.ToDo);

    /// <summary>Over the plans of those that the code confirms, in order: another plan of one of them is another batch.</summary>
    public Digest Digest
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var text in ToDo.Select(member => member.Plan.Digest.Hex).Prepend("dolibarr-batch/1"))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}")));
            }
            return Digest.Parse(Convert.ToHexStringLower(hash.GetHashAndReset()))!;
        }
    }

    public ExitCode ExitCode => ToDo.Any() ? ExitCode.Waits
        : LeftOut is { IsEmpty: false } problems ? ExitCodes.Of(problems)
        : ExitCode.Done;

    /// <summary>How many invoices it would enter, and what they come to by currency.</summary>
    public VisibleText ToEnter(Language language)
    {
        var invoices = ToDo.Select(member => Headline.Of(member.Loaded.Changeset, language))
            .Where(headline => !headline.Numbers.IsEmpty).ToList();
        return QueueWords.Invoices(invoices.Sum(headline => headline.Numbers.Length), Headline.Sum(invoices, language), language);
    }

    /// <summary>All that keeps a changeset out of it.</summary>
    public ImmutableArray<Problem> LeftOut => [.. Unreadable, .. Members.SelectMany(member => member.Problems)];
}

/// <summary>How one changeset stands in a batch.</summary>
public enum MemberStanding
{
    /// <summary>It is replayed once the batch is confirmed.</summary>
    ToDo,

    /// <summary>All of it is there already.</summary>
    Nothing,

    /// <summary>Something is in its way, or it takes signatures: it is not replayed with the others.</summary>
    LeftOut,
}

/// <summary>One changeset of a batch, with its plan.</summary>
public sealed record BatchMember(Plan Plan)
{
    public LoadedChangeset Loaded => Plan.Loaded;

    public MemberStanding Standing => Plan switch
    {
        { HasNothingToDo: true } => MemberStanding.Nothing,
        { Problems.IsEmpty: true, Needs.IsEmpty: true } => MemberStanding.ToDo,
        _ => MemberStanding.LeftOut,
    };

    /// <summary>What looks wrong with it: by its review, and then what only the target shows.</summary>
    /// <param name="page">Its review, in the language of the reader.</param>
    public IEnumerable<VisibleText> Warnings(ReviewPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Warnings.Select(warning => warning.Meaning is { } meaning ? Sentence.Of($"{meaning} {warning.Text}") : warning.Text)
            .Concat(Plan.Risks.Where(risk => !page.Warnings.Any(warning => warning.Code.ToString() == risk.Code))
                .Select(risk => risk.Text));
    }

    /// <summary>Why it is left out; none where it is not.</summary>
    public ImmutableArray<Problem> Problems => Standing == MemberStanding.LeftOut
        ? [.. Plan.Problems, .. Plan.Problems.IsEmpty ? Plan.Needs.Select(need => Confirmation.NotByCode(Plan, need)) : []]
        : [];
}

/// <summary>What came of a batch.</summary>
/// <param name="Plan">As it was confirmed, or as it is now where it was not.</param>
/// <param name="Problems">Why nothing was written at all; none where something was begun.</param>
/// <param name="Ended">What became of each changeset that was confirmed, in order.</param>
public sealed record BatchReplay(BatchPlan Plan, ImmutableArray<Problem> Problems, ImmutableArray<EndedMember> Ended)
{
    public ExitCode ExitCode
    {
        get
        {
            if (!Problems.IsEmpty)
            {
                return ExitCodes.Of(Problems);
            }
            var leftOut = Plan.LeftOut;
            var all = Ended.Select(one => one.ExitCode).Append(leftOut.IsEmpty ? ExitCode.Done : ExitCodes.Of(leftOut)).ToHashSet();
            return Worst.FirstOrDefault(all.Contains);
        }
    }

    /// <summary>What nobody knows comes first, then what contradicts, what was refused, what went wrong.</summary>
    private static ImmutableArray<ExitCode> Worst { get; } =
        [ExitCode.Unknown, ExitCode.Conflict, ExitCode.Refused, ExitCode.Error, ExitCode.Done];
}

/// <summary>What became of one changeset of a batch.</summary>
public sealed record EndedMember(BatchMember Member, ConfirmedReplay Came)
{
    /// <summary>Whether the target answered nothing that was asked or sent: those behind it are not begun.</summary>
    internal bool IsTargetAway { get; init; }

    /// <summary>Why it did not come to its end; none where it did.</summary>
    public ImmutableArray<Problem> Problems => Came switch
    {
        ConfirmedReplay.Done done => [.. done.Replayed.Operations.SelectMany(one => one.Problems), .. done.Replayed.Differences],
        ConfirmedReplay.Stopped stopped => stopped.Plan.Problems,
        ConfirmedReplay.Refused refused => refused.Problems,
        _ => [],
    };

    public ExitCode ExitCode => Came switch
    {
        ConfirmedReplay.Done done => done.Replayed.ExitCode,
        ConfirmedReplay.Stopped stopped => stopped.Plan.ExitCode,
        ConfirmedReplay.Refused refused => ExitCodes.Of(refused.Problems),
        _ => ExitCode.Done,
    };
}
