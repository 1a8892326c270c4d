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
        (NpgsqlException or InvalidOperationException, false) => Of(place, "ledger-lost",
            $"The connection to the ledger was lost: {e.Message} What was being written down may be in it or not.",
            "Run the same command again: it reads what is there, asks what became of what was sent, and continues."),
        (NpgsqlException, true) => Of(place, "ledger-unusable", $"The ledger did not answer as it should: {e.Message}", $"See to the PostgreSQL; {Again}"),
        _ => null,
    };

    /// <summary>What stood in the way of opening it.</summary>
    public static Problem? Unopened(LedgerPlace.Postgres place, Exception e) => e switch
    {
        PostgresException refused => Refused(place, refused),
        NpgsqlException or SocketException or TimeoutException or ArgumentException or IOException => Of(place, "ledger-unreachable",
            $"The PostgreSQL of the ledger cannot be reached: {e.Message}{(e.InnerException is { } inner ? " " + inner.Message : "")}",
            $"See that it runs, and that DOLIBARR_LEDGER names it and how to reach it (sslmode); {Again}"),
        _ => null,
    };

    public static Problem Headless(LedgerPlace.Postgres place) => Of(place, "ledger-corrupt",
        "The ledger does not say which entry is its last: somebody removed that.", "See `replay history --verify`, and put back the last copy of the ledger that is whole. Nothing is written to a Dolibarr without the ledger.");

    private static Problem Refused(LedgerPlace.Postgres place, PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.DiskFull => Of(place, "ledger-disk-full", $"The disk of the ledger's PostgreSQL is full: {e.MessageText}", $"Free some of it; {Again}"),
        PostgresErrorCodes.ReadOnlySqlTransaction => Of(place, "ledger-read-only", $"The ledger's PostgreSQL cannot be written: {e.MessageText}", $"Name the server that can be written (this may be a standby) in DOLIBARR_LEDGER; {Again}"),
        PostgresErrorCodes.InsufficientPrivilege => Of(place, "ledger-read-only", $"The user has no right to the ledger: {e.MessageText}", $"Give the right to make tables in the database the first time, and to read and write them from then on; {Again}"),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName =>
            Of(place, "ledger-refused", $"The PostgreSQL of the ledger refused the connection: {e.MessageText}", $"Correct the user, the password or the database in DOLIBARR_LEDGER; {Again}"),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Of(place, "ledger-corrupt", $"The ledger is damaged: {e.MessageText}", $"Put back the last copy that is whole; {Again}"),
        PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn =>
            Of(place, "ledger-foreign", $"What is in the database is not a ledger: {e.MessageText}", $"Name a database of its own for the ledger in DOLIBARR_LEDGER; {Again}"),
        PostgresErrorCodes.LockNotAvailable => Of(place, "ledger-busy", "Another program has kept the ledger locked for half a minute.", $"End it, or wait for it; {Again}"),
        _ => Of(place, "ledger-unusable", $"The PostgreSQL refused: {e.SqlState} {e.MessageText}", $"See to it; {Again}"),
    };

    // The server shuts down, or somebody ended this session: it tells so before it closes.
    private static bool IsEnd(PostgresException e) => e.SqlState.StartsWith("57P", StringComparison.Ordinal);

    private static Problem Of(LedgerPlace.Postgres place, string code, string message, string remedy) => new(code, place.ToString(), place.Redact(message), remedy);
}
