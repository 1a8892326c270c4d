using System.Net.Sockets;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using Npgsql;

namespace DolibarrAgent.Replay;

/// <summary>What a PostgreSQL refused, for a person. The password is in none of it.</summary>
internal static class PostgresFaults
{
    private const string Again = "then run the same command again. Nothing is written to a Dolibarr without the ledger.";

    /// <param name="isOpen">Whether the session is still there: whether its locks are.</param>
    /// <returns>Null where the database has nothing to do with it.</returns>
    public static Problem? Refusal(LedgerPlace.Postgres place, Exception e, bool isOpen) => (e, isOpen) switch
    {
        (PostgresException refused, _) when !IsEnd(refused) => Refused(place, refused),
        (NpgsqlException or InvalidOperationException, false) => Of(place, Codes.LedgerLost,
            $"The connection to the ledger was lost: {e.Message} What was being written down may be in it or not."),
        (NpgsqlException, true) => Of(place, Codes.LedgerUnusable, $"The ledger did not answer as it should: {e.Message}", $"See to the PostgreSQL; {Again}"),
        _ => null,
    };

    /// <summary>What stood in the way of opening it.</summary>
    public static Problem? Unopened(LedgerPlace.Postgres place, Exception e) => e switch
    {
        PostgresException refused => Refused(place, refused),
        NpgsqlException or SocketException or TimeoutException or ArgumentException or IOException => Of(place, Codes.LedgerUnreachable,
            $"The PostgreSQL of the ledger cannot be reached: {e.Message}{(e.InnerException is { } inner ? " " + inner.Message : "")}",
            $"See that it runs, and that DOLIBARR_LEDGER names it and how to reach it (sslmode); {Again}"),
        _ => null,
    };

    public static Problem Headless(LedgerPlace.Postgres place) => Of(place, Codes.LedgerCorrupt,
        "The ledger does not say which entry is its last: somebody removed that.", "See `replay history --verify`, and put back the last copy of the ledger that is whole. Nothing is written to a Dolibarr without the ledger.");

    private static Problem Refused(LedgerPlace.Postgres place, PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.DiskFull => Of(place, Codes.LedgerDiskFull, $"The disk of the ledger's PostgreSQL is full: {e.MessageText}", $"Free some of it; {Again}"),
        PostgresErrorCodes.ReadOnlySqlTransaction => Of(place, Codes.LedgerReadOnly, $"The ledger's PostgreSQL cannot be written: {e.MessageText}", $"Name the server that can be written (this may be a standby) in DOLIBARR_LEDGER; {Again}"),
        PostgresErrorCodes.InsufficientPrivilege => Of(place, Codes.LedgerReadOnly, $"The user has no right to the ledger: {e.MessageText}", $"Give the right to make tables in the database the first time, and to read and write them from then on; {Again}"),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName =>
            Of(place, Codes.LedgerRefused, $"The PostgreSQL of the ledger refused the connection: {e.MessageText}", $"Correct the user, the password or the database in DOLIBARR_LEDGER; {Again}"),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Of(place, Codes.LedgerCorrupt, $"The ledger is damaged: {e.MessageText}", $"Put back the last copy that is whole; {Again}"),
        PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn =>
            Of(place, Codes.LedgerForeign, $"What is in the database is not a ledger: {e.MessageText}", $"Name a database of its own for the ledger in DOLIBARR_LEDGER; {Again}"),
        PostgresErrorCodes.LockNotAvailable => Of(place, Codes.LedgerBusy, "Another program has kept the ledger locked for half a minute.", $"End it, or wait for it; {Again}"),
        _ => Of(place, Codes.LedgerUnusable, $"The PostgreSQL refused: {e.SqlState} {e.MessageText}", $"See to it; {Again}"),
    };

    // The server shuts down, or somebody ended this session: it tells so before it closes.
    private static bool IsEnd(PostgresException e) => e.SqlState.StartsWith("57P", StringComparison.Ordinal);

    private static Problem Of(LedgerPlace.Postgres place, ProblemCode code, string message, string? remedy = null) =>
        new(code, place.ToString(), place.Redact(message), remedy ?? code.Remedy);
}
