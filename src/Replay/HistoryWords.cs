using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>What an entry of the ledger tells, in words.</summary>
public static class HistoryWords
{
    /// <param name="entry">Of the ledger.</param>
    public static VisibleText Of(NewEntry entry)
    {
        try
        {
            return entry.Kind switch
            {
                EntryKind.Shown => Shown(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.ShownBody)!),
                EntryKind.Confirmed => Confirmed(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.ConfirmedBody)!),
                EntryKind.Intent => Intent(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.IntentBody)!),
                EntryKind.Answered => Answered(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.AnsweredBody)!),
                EntryKind.Outcome => Outcome(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.OutcomeBody)!),
                EntryKind.Finished => Finished(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.FinishedBody)!),
                EntryKind.Rejected => No(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.RejectedBody)!, "rejected"),
                EntryKind.WantedAgain =>
                    No(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.RejectedBody)!, "rejection taken back"),
                EntryKind.Gate => Gate(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.GateBody)!),
                EntryKind.Accepted => Accepted(JsonSerializer.Deserialize(entry.Body, EntryJson.Default.AcceptedBody)!),
                _ => Raw(entry),
            };
        }
        // Somebody wrote into the ledger: that is shown as it is, and the chain says so.
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException)
        {
            return Raw(entry);
        }
    }

    // Not its code, which is for those alone to whom it was shown.
    private static VisibleText Shown(ShownBody body) =>
        Sentence.Of($"shown to {Visible.Of(body.By)}: plan {Visible.Of(body.PlanSha256[..8])}");

    private static VisibleText Confirmed(ConfirmedBody body)
    {
        var words = Sentence.Of(
            $"confirmed by {Visible.Of(body.By)}: plan {Visible.Of(body.Code)} for {Visible.Of(body.Identity)}, changeset SHA-256 {Visible.Of(body.ChangesetSha256)}");
        words = body.Recorder is { } recorder ? Sentence.Of($"{words}, recorder: {Visible.Of(recorder)}") : words;
        return body is { Statement: { } statement, Signers: { IsDefault: false } signers }
            ? Sentence.Of($"{words}, signed by {Visible.Of(string.Join(", ", signers))}, statement SHA-256 {Visible.Of(statement)}")
            : words;
    }

    private static VisibleText Intent(IntentBody body) => body.Try == 1
        ? Sentence.Of($"about to be sent, marked {Visible.Of(body.Marker)}")
        : Sentence.Of($"about to be sent again ({Number(body.Try)}), marked {Visible.Of(body.Marker)}");

    private static VisibleText Answered(AnsweredBody body) => body.Id is { } id
        ? Sentence.Of($"answer: {Visible.Of(body.Answer)}, object {Number(id)}")
        : Sentence.Of($"answer: {Visible.Of(body.Answer)}").And(Visible.Of(body.Message));

    private static VisibleText Outcome(OutcomeBody body) => (body.Messages.IsDefault ? [] : body.Messages).Aggregate(
        body.Id is { } id ? Sentence.Of($"{Visible.Of(body.Outcome)}: object {Number(id)}") : Visible.Of(body.Outcome),
        (all, message) => all.And(Visible.Of(message)));

    private static VisibleText Finished(FinishedBody body) =>
        Sentence.Of($"the replay came to its end: {Visible.Of(string.Join(", ", body.Outcomes))}");

    private static VisibleText No(RejectedBody body, string what) =>
        Sentence.Of($"{Words.Own(what)} by {Visible.Of(body.By)}: {Visible.Of(body.Reason)}");

    private static VisibleText Gate(GateBody body)
    {
        var files = Visible.Of(body.Files.IsEmpty ? "no file" : string.Join(", ", body.Files));
        return body.Reason is { } reason
            ? Sentence.Of($"the gate with {files} accepted by {Visible.Of(body.By)}: {Visible.Of(reason)}")
            : Sentence.Of($"the gate has {files}");
    }

    private static VisibleText Accepted(AcceptedBody body) =>
        Sentence.Of($"the ledger accepted as it was, by {Visible.Of(body.By)}: {Visible.Of(body.Reason)}");

    private static VisibleText Raw(NewEntry entry) => Visible.Of(entry.Kind).And(Visible.Of(entry.Body));

    private static VisibleText Number(long number) => Visible.Of(number.ToString(CultureInfo.InvariantCulture));
}
