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
            Codes.KeyUnread, "", "Dolibarr refuses a key that worked a moment ago. Its database is starting again, or the key was withdrawn.",
            "Wait a minute, then run the same command again. If it is still refused, check the key and that its user is open."), false),
        401 => Refuse<T>(reply, Codes.WrongKey, "Check the API key and that its user is open. While its database is starting, Dolibarr refuses every key: try again in a minute."),
        403 => Forbidden<T>(reply),
        404 => Refuse<T>(reply, Codes.NotFound, "Look it up again: it may have been deleted, or the id is of another server."),
        405 => Refuse<T>(reply, Codes.NotAllowed, "Read the object again: what this would change may not be there."),
        408 => Unanswer<T>(reply, Codes.Timeout, "Try again later."),
        409 => Refuse<T>(reply, Codes.InUse, "Other objects refer to it; leave it, or remove those first."),
        413 or 414 => Refuse<T>(reply, Codes.RequestTooLarge, "Send less at once, or raise the limit of the web server."),
        429 => Refuse<T>(reply, Codes.TooManyRequests, "Wait, then go on."),
        < 500 => Refuse<T>(reply, Codes.Declined, "Read what Dolibarr or the server before it says."),
        501 => Refuse<T>(reply, Codes.UnknownRoute, "Check that the module is on and that the server is a Dolibarr 22."),
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
            : "Dolibarr is up, but answers with its page for technical errors, as it does while its database is stopped.",
        "The URL and the key may well be right. Have the database looked at, or wait until it is back; then run the same command again."), reply.IsWrite && !Outage.IsNotConnected(reply.Body));

    /// <summary>A success that says that nothing was done.</summary>
    public static Answer<T> NothingDone<T>(Reply reply, string message, string advice) =>
        new Answer<T>.Refused(new Problem(Codes.NothingDone, "", message, advice), reply.Status);

    private static Answer<T> BadRequest<T>(Reply reply)
    {
        var text = Text(reply);
        return text.Contains("sqlfilters", StringComparison.Ordinal)
            ? Refuse<T>(reply, Codes.BadFilter, "Look it up by another key.")
            : text.Contains("already exists", StringComparison.Ordinal)
                ? Refuse<T>(reply, Codes.FileExists, "Nothing is overwritten: compare the stored file, or give this one another name.")
                : Refuse<T>(reply, Codes.BadRequest, "Fix what was sent; Dolibarr says what is missing.");
    }

    private static Answer<T> Forbidden<T>(Reply reply) =>
        reply.Error is null && Text(reply).Contains("SQL or Script injection protection", StringComparison.Ordinal)
            ? new Answer<T>.Refused(new Problem(
                Codes.Firewall, "", "The firewall inside Dolibarr mistakes the text of this request for an attack.", "Look it up by another key."), reply.Status)
            : Refuse<T>(reply, Codes.Forbidden, "Give the key's user the right for this, or use the key of a user who has it.");

    private static Answer<T> ServerFault<T>(Reply reply) => reply.Error switch
    {
        { IsTakenReference: true } => Refuse<T>(
            reply, Codes.AlreadyExists, "This supplier already has an invoice with this reference: look it up and compare."),
        { IsFromDatabase: true } when reply.Status == 503 => Refuse<T>(reply, Codes.BadFilter, "Look it up by another key."),
        { IsFromDatabase: true } => Refuse<T>(
            reply, Codes.DatabaseError, "Nothing was stored. Fix the value that the database names: too long, no date, or an id that is not there."),
        { IsOwnRule: true } => Refuse<T>(reply, Codes.Rejected, "Nothing was stored. Read the object again, and fix what Dolibarr reports."),
        _ when reply.Status == 503 => Unanswer<T>(reply, Codes.Unavailable, "Wait until the server takes requests again, then run the same command again."),
        _ => Unanswer<T>(reply, Codes.ServerError, "See the server's log, then try again."),
    };

    // Nobody was followed, but whoever answered may have done something first.
    private static Answer<T> Redirected<T>(Reply reply) => new Answer<T>.Unanswered(new Problem(
        Codes.Redirected, "",
        reply.Status == 304
            ? "304 (not modified), which is not an answer here."
            : $"{reply.Status} to {(reply.MovedTo.Length == 0 ? "nowhere" : DolibarrErrorBody.OneLine(reply.MovedTo))}; redirects are not followed, for they would carry the key along.",
        "Configure the URL that Dolibarr itself answers at."), reply.IsWrite);

    private static Answer<T> Refuse<T>(Reply reply, ProblemCode code, string advice) =>
        new Answer<T>.Refused(new Problem(code, "", Text(reply), advice), reply.Status);

    private static Answer<T> Unanswer<T>(Reply reply, ProblemCode code, string advice) =>
        new Answer<T>.Unanswered(new Problem(code, "", $"{reply.Status}: {Text(reply)}", advice), reply.IsWrite);

    private static string Text(Reply reply) => reply.Error?.Text ?? Beginning(reply);

    private static string Beginning(Reply reply)
    {
        const int enough = 2_000;
        var text = Encoding.UTF8.GetString(reply.Body.Span[..Math.Min(reply.Body.Length, enough)]);
        var line = DolibarrErrorBody.OneLine(HtmlTags.Removed(text));
        return line.Length == 0 ? "(an empty body)" : line;
    }
}
