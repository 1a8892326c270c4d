using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>What an answer that is not a success means, and what to do about it. Where Dolibarr says no in odd ways, it is read here (FACTS.md).</summary>
internal static class Unhappy
{
    /// <summary>The refusal, or the missing answer, that a reply amounts to.</summary>
    public static Answer<T> Of<T>(Reply reply) => reply.Status switch
    {
        >= 300 and < 400 => Redirected<T>(reply),
        400 => BadRequest<T>(reply),
        401 when reply.KeyHadWorked => new Answer<T>.Unanswered(new Problem(
            Codes.KeyUnread, "", "Dolibarr refuses a key that worked a moment ago. Its database is starting again, or the key was withdrawn."), false),
        401 => Refuse<T>(reply, Codes.WrongKey),
        403 => Forbidden<T>(reply),
        404 => Refuse<T>(reply, Codes.NotFound),
        405 => Refuse<T>(reply, Codes.NotAllowed, "Read the object again: what this would change may not be there."),
        408 => Unanswer<T>(reply, Codes.Timeout, "Try again later."),
        409 => Refuse<T>(reply, Codes.InUse),
        413 or 414 => Refuse<T>(reply, Codes.RequestTooLarge),
        429 => Refuse<T>(reply, Codes.TooManyRequests),
        < 500 => Refuse<T>(reply, Codes.Declined),
        501 => Refuse<T>(reply, Codes.UnknownRoute),
        _ => ServerFault<T>(reply),
    };

    /// <summary>A success that is not what Dolibarr gives there.</summary>
    public static Answer<T> NotUnderstood<T>(Reply reply, string why) => Outage.IsPage(reply.Status, reply.Body) ? DatabaseDown<T>(reply) : new Answer<T>.Unanswered(new Problem(
        Codes.NotJson, "",
        $"{reply.Status}, but not the JSON that Dolibarr gives here: {DolibarrErrorBody.OneLine(why)}. It begins: {Beginning(reply)}",
        "Check the URL: another page, or a server in between, may have answered."), reply.IsWrite);

    private static Answer<T> DatabaseDown<T>(Reply reply) => new Answer<T>.Unanswered(new Problem(
        Codes.DatabaseDown, "",
        Outage.IsNotConnected(reply.Body)
            ? "Dolibarr is up, but it cannot reach its database."
            : "Dolibarr is up, but answers with its page for technical errors, as it does while its database is stopped."), reply.IsWrite && !Outage.IsNotConnected(reply.Body));

    /// <summary>A success that says that nothing was done.</summary>
    public static Answer<T> NothingDone<T>(Reply reply, string message, string advice) =>
        new Answer<T>.Refused(new Problem(Codes.NothingDone, "", message, advice), reply.Status);

    private static Answer<T> BadRequest<T>(Reply reply)
    {
        var text = Text(reply);
        return text.Contains("sqlfilters", StringComparison.Ordinal)
            ? Refuse<T>(reply, Codes.BadFilter)
            : text.Contains("already exists", StringComparison.Ordinal)
                ? Refuse<T>(reply, Codes.FileExists, "Nothing is overwritten: compare the stored file, or give this one another name.")
                : Refuse<T>(reply, Codes.BadRequest);
    }

    private static Answer<T> Forbidden<T>(Reply reply) =>
        reply.Error is null && Text(reply).Contains("SQL or Script injection protection", StringComparison.Ordinal)
            ? new Answer<T>.Refused(new Problem(
                Codes.Firewall, "", "The firewall inside Dolibarr mistakes the text of this request for an attack."), reply.Status)
            : Refuse<T>(reply, Codes.Forbidden);

    private static Answer<T> ServerFault<T>(Reply reply) => reply.Error switch
    {
        { IsTakenReference: true } => Refuse<T>(
            reply, Codes.AlreadyExists),
        { IsFromDatabase: true } when reply.Status == 503 => Refuse<T>(reply, Codes.BadFilter),
        { IsFromDatabase: true } => Refuse<T>(
            reply, Codes.DatabaseError),
        { IsOwnRule: true } => Refuse<T>(reply, Codes.Rejected),
        _ when reply.Status == 503 => Unanswer<T>(reply, Codes.Unavailable),
        _ => Unanswer<T>(reply, Codes.ServerError, "See the server's log, then try again."),
    };

    // Nobody was followed, but whoever answered may have done something first.
    private static Answer<T> Redirected<T>(Reply reply) => new Answer<T>.Unanswered(new Problem(
        Codes.Redirected, "",
        reply.Status == 304
            ? "304 (not modified), which is not an answer here."
            : $"{reply.Status} to {(reply.MovedTo.Length == 0 ? "nowhere" : DolibarrErrorBody.OneLine(reply.MovedTo))}; redirects are not followed, for they would carry the key along."), reply.IsWrite);

    private static Answer<T> Refuse<T>(Reply reply, ProblemCode code, string? advice = null) =>
        new Answer<T>.Refused(new Problem(code, "", Text(reply), advice ?? code.Remedy), reply.Status);

    private static Answer<T> Unanswer<T>(Reply reply, ProblemCode code, string? advice = null) =>
        new Answer<T>.Unanswered(new Problem(code, "", $"{reply.Status}: {Text(reply)}", advice ?? code.Remedy), reply.IsWrite);

    private static string Text(Reply reply) => reply.Error?.Text ?? Beginning(reply);

    private static string Beginning(Reply reply)
    {
        const int enough = 2_000;
        var text = Encoding.UTF8.GetString(reply.Body.Span[..Math.Min(reply.Body.Length, enough)]);
        var line = DolibarrErrorBody.OneLine(HtmlTags.Removed(text));
        return line.Length == 0 ? "(an empty body)" : line;
    }
}
