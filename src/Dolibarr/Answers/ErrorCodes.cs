namespace DolibarrAgent.Dolibarr;

/// <summary>The codes of <see cref="Answer{T}.Refused"/>; they do not change.</summary>
public static class ErrorCodes
{
    /// <summary>401: no key, a wrong one, or one of a closed user.</summary>
    public const string WrongKey = "wrong-key";

    /// <summary>403: the key's user may not do this.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>403 in plain text, from the firewall inside Dolibarr: the text of the request looks like an attack.</summary>
    public const string Firewall = "firewall";

    /// <summary>404: no such object.</summary>
    public const string NotFound = "not-found";

    /// <summary>400: Dolibarr does not take what was sent.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>400, 503: a filter that Dolibarr or its database does not understand.</summary>
    public const string BadFilter = "bad-filter";

    /// <summary>400: a file of that name is already there.</summary>
    public const string FileExists = "file-exists";

    /// <summary>405: not on this object.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>409: others refer to the object.</summary>
    public const string InUse = "in-use";

    /// <summary>500 with <c>ErrorRefAlreadyExists</c>: this supplier already has an invoice with that reference.</summary>
    public const string AlreadyExists = "already-exists";

    /// <summary>500 with the database's own error: it was rolled back.</summary>
    public const string DatabaseError = "database-error";

    /// <summary>500 with a sentence of Dolibarr's own: its rules do not allow it.</summary>
    public const string Rejected = "rejected";

    /// <summary>200 with <c>0</c>, or 304 to a change: Dolibarr answered that it was done, and did nothing.</summary>
    public const string NothingDone = "nothing-done";

    /// <summary>429: too many calls.</summary>
    public const string TooManyRequests = "too-many-requests";

    /// <summary>413, 414: the server does not take a request of that size.</summary>
    public const string RequestTooLarge = "request-too-large";

    /// <summary>501: the server has no such call; a module is off, or it is another version.</summary>
    public const string UnknownRoute = "unknown-route";

    /// <summary>Any other 4xx.</summary>
    public const string Declined = "declined";

    /// <summary>Ours: a write on a connection that was not opened for writing there. Nothing was sent.</summary>
    public const string WriteRefused = "write-refused";

    /// <summary>Ours: the server presented another TLS key than the one that was enrolled. Nothing was sent to it.</summary>
    public const string TlsKeyChanged = "tls-key-changed";

    /// <summary>Ours: a right is missing without which an answer cannot be trusted.</summary>
    public const string RightMissing = "right-missing";

    /// <summary>Ours: the key's rights cannot be read, so what it does not see proves nothing.</summary>
    public const string RightsUnproven = "rights-unproven";
}
