namespace DolibarrAgent.Dolibarr;

/// <summary>The codes of <see cref="NoAnswer"/>; they do not change.</summary>
public static class NoAnswerCodes
{
    /// <summary>No whole answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>No connection, or it broke.</summary>
    public const string Connection = "connection";

    /// <summary>The answer is larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A success that is not the JSON that Dolibarr gives.</summary>
    public const string NotJson = "not-json";

    /// <summary>The server sent us elsewhere; nobody was followed.</summary>
    public const string Redirected = "redirected";

    /// <summary>A 5xx that does not say what became of the request: a write may have been carried out in part.</summary>
    public const string ServerError = "server-error";

    /// <summary>503: the server does not take requests now.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>202 with a page of Dolibarr's own, as while its database is stopped.</summary>
    public const string DatabaseDown = "database-down";

    /// <summary>401 for a key that worked a moment ago: the database is starting again, or the key was withdrawn. Nothing was done.</summary>
    public const string KeyUnread = "key-unread";

    /// <summary>A list changed while its pages were read.</summary>
    public const string ListMoved = "list-moved";
}
