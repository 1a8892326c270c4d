using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>What a Dolibarr answers, and whether it is the one that was enrolled.</remarks>
public static partial class Codes
{
    private const string FindInstance =
        "Find out which instance answers at its URL. Where it was changed on purpose: replay enroll --again.";

    /// <summary>401: no key, a wrong one, or one of a closed user.</summary>
    public static ProblemCode WrongKey { get; } = Failure(
        Both, "wrong-key",
        "Check the API key and that its user is open. While its database is starting, Dolibarr refuses every key: try "
            + "again in a minute.");

    /// <summary>403: the key's user may not do this.</summary>
    public static ProblemCode Forbidden { get; } = Refusal(
        Both, "forbidden", "Give the key's user the right for this, or use the key of a user who has it.");

    /// <summary>403 in plain text, from the firewall inside Dolibarr: the text of the request looks like an attack.</summary>
    public static ProblemCode Firewall { get; } = Refusal(Both, "firewall", "Look it up by another key.");

    /// <summary>404: no such object.</summary>
    public static ProblemCode NotFound { get; } = Conflict(
        Both, "not-found", "Look it up again: it may have been deleted, or the id is of another server.");

    /// <summary>400: Dolibarr does not take what was sent.</summary>
    public static ProblemCode BadRequest { get; } = Refusal(Both, "bad-request", "Fix what was sent; Dolibarr says what is missing.");

    /// <summary>400, 503: a filter that Dolibarr or its database does not understand.</summary>
    public static ProblemCode BadFilter { get; } = Refusal(Both, "bad-filter", "Look it up by another key.");

    /// <summary>400: a file of that name is already there.</summary>
    public static ProblemCode FileExists { get; } = Refusal(
        Both, "file-exists", "Nothing is overwritten: compare the file that is there, or choose another name.");

    /// <summary>405: not on this object.</summary>
    public static ProblemCode NotAllowed { get; } = Refusal(
        Both, "not-allowed", "Look at what is there: this may not be done to it, or not by who asks.");

    /// <summary>409: others refer to the object.</summary>
    public static ProblemCode InUse { get; } = Conflict(Both, "in-use", "Other objects refer to it; leave it, or remove those first.");

    /// <summary>500 with <c>ErrorRefAlreadyExists</c>: this supplier already has an invoice with that reference.</summary>
    public static ProblemCode AlreadyExists { get; } = Conflict(
        Both, "already-exists", "This supplier already has an invoice with this reference: look it up and compare.");

    /// <summary>500 with the database's own error: it was rolled back.</summary>
    public static ProblemCode DatabaseError { get; } = Failure(
        Both, "database-error",
        "Nothing was stored. Fix the value that the database names: too long, no date, or an id that is not there.");

    /// <summary>500 with a sentence of Dolibarr's own: its rules do not allow it.</summary>
    public static ProblemCode Rejected { get; } = Refusal(
        Both, "rejected", "Nothing was stored. Read the object again, and fix what Dolibarr reports.");

    /// <summary>200 with <c>0</c>, or 304 to a change: Dolibarr answered that it was done, and did nothing.</summary>
    public static ProblemCode NothingDone { get; } = Refusal(
        Both, "nothing-done", "Look at the object: Dolibarr said that it was done, and did nothing.");

    /// <summary>429: too many calls.</summary>
    public static ProblemCode TooManyRequests { get; } = Failure(Both, "too-many-requests", "Wait, then go on.");

    /// <summary>413, 414: the server does not take a request of that size.</summary>
    public static ProblemCode RequestTooLarge { get; } = Refusal(
        Both, "request-too-large", "Send less at once, or raise the limit of the web server.");

    /// <summary>501: the server has no such call; a module is off, or it is another version.</summary>
    public static ProblemCode UnknownRoute { get; } = Failure(
        Both, "unknown-route", "Check that the module is on and that the server is a Dolibarr 22.");

    /// <summary>Any other 4xx.</summary>
    public static ProblemCode Declined { get; } = Refusal(Both, "declined", "Read what Dolibarr or the server before it says.");

    /// <summary>Ours: a write on a connection that was not opened for writing there. Nothing was sent.</summary>
    public static ProblemCode WriteRefused { get; } = Refusal(
        Both, "write-refused", "On prod nothing writes but replay --confirm: finish the changeset and have it replayed.");

    /// <summary>Ours: the server presented another TLS key than the one that was enrolled. Nothing was sent to it.</summary>
    public static ProblemCode TlsKeyChanged { get; } = Refusal(
        Both, "tls-key-changed",
        "Find out who answers, and write nothing until you know. Where its key was renewed: replay enroll --again.");

    /// <summary>Ours: a right is missing without which an answer cannot be trusted.</summary>
    public static ProblemCode RightMissing { get; } = Refusal(Both, "right-missing", "Give the key's user the right that is named.");

    /// <summary>Ours: the key's rights cannot be read, so what it does not see proves nothing.</summary>
    public static ProblemCode RightsUnproven { get; } = Refusal(
        Both, "rights-unproven", "Give the key's user the right to edit their own user, in its tab of permissions.");

    /// <summary>No whole answer in time.</summary>
    public static ProblemCode Timeout { get; } = Failure(
        Both, "timeout", "Look whether the server is up and how busy it is, then try again.");

    /// <summary>No connection, or it broke.</summary>
    public static ProblemCode Connection { get; } = Failure(
        Both, "connection", "Look whether the server is up and can be reached from here, then try again.");

    /// <summary>The answer is larger than the limit.</summary>
    public static ProblemCode TooLarge { get; } = Failure(Both, "too-large", "Ask for less at once, or give a smaller file.");

    /// <summary>A success that is not the JSON that Dolibarr gives.</summary>
    public static ProblemCode NotJson { get; } = Failure(
        Both, "not-json", "Check what was named: something else answered, or another file lies there.");

    /// <summary>The server sent us elsewhere; nobody was followed.</summary>
    public static ProblemCode Redirected { get; } = Failure(Both, "redirected", "Configure the URL that Dolibarr itself answers at.");

    /// <summary>A 5xx that does not say what became of the request: a write may have been carried out in part.</summary>
    public static ProblemCode ServerError { get; } = Failure(
        Both, "server-error", "See the server's log, then look on the server for what is left of the request.");

    /// <summary>503: the server does not take requests now.</summary>
    public static ProblemCode Unavailable { get; } = Failure(
        Both, "unavailable", "Wait until the server takes requests again, then run the same command again.");

    /// <summary>202 with a page of Dolibarr's own, as while its database is stopped.</summary>
    public static ProblemCode DatabaseDown { get; } = Failure(
        Both, "database-down",
        "The URL and the key may well be right. Have the database looked at, or wait until it is back; then run the same "
            + "command again.");

    /// <summary>401 for a key that worked a moment ago: the database starts again, or the key was withdrawn. Nothing was done.</summary>
    public static ProblemCode KeyUnread { get; } = Failure(
        Both, "key-unread",
        "Wait a minute, then run the same command again. If it is still refused, check the key and that its user is open.");

    /// <summary>A list changed while its pages were read.</summary>
    public static ProblemCode ListMoved { get; } = Failure(Both, "list-moved", "Read the list again.");

    public static ProblemCode OtherOrigin { get; } = Refusal(Both, "other-origin", FindInstance);
    public static ProblemCode OtherTlsKey { get; } = Refusal(Both, "other-tls-key", FindInstance);
    public static ProblemCode OtherVersion { get; } = Refusal(Both, "other-version", FindInstance);
    public static ProblemCode OtherCompany { get; } = Refusal(Both, "other-company", FindInstance);
    public static ProblemCode IdsWentDown { get; } = Refusal(Both, "ids-went-down", FindInstance);
    public static ProblemCode OriginOfAnother { get; } = Refusal(Both, "origin-of-another", FindInstance);

    /// <summary>One that is not enrolled has the TLS key of another that is.</summary>
    public static ProblemCode KeyOfAnother { get; } = Refusal(Both, "key-of-another", FindInstance);

    public static ProblemCode CanaryMissing { get; } = Refusal(
        Both, "canary-missing",
        "Find out which instance answers at its URL: prod's and the sandbox's may be swapped. Where the sandbox was reset, "
            + "enter the canary again by hand.");
    public static ProblemCode CanaryOnProd { get; } = Refusal(
        Both, "canary-on-prod",
        "Find out which instance answers at its URL: prod's and the sandbox's may be swapped. Where the canary was entered "
            + "on prod, take it out by hand, or agree on another code.");
    public static ProblemCode OtherCanary { get; } = Refusal(
        Person, "other-canary", "Where it is to be another: replay enroll --again, for both.");
    public static ProblemCode NotEnrolled { get; } = Refusal(
        Person, "not-enrolled", "Run `replay enroll` once, look at what it writes down, then plan again.");
    public static ProblemCode NotToldApart { get; } = Refusal(
        Person, "not-told-apart",
        "Give the sandbox a canary: a third party that prod will never have. Then: replay enroll --again --canary CODE.");
    public static ProblemCode NoSshKeygen { get; } = Refusal(
        Both, "no-ssh-keygen", "Install OpenSSH's client programs (Debian: apt install openssh-client).");
}
