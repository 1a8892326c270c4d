using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>What is wrong with a ledger.</remarks>
public static partial class Codes
{
    public static ProblemCode LedgerBroken { get; } = Refusal(
        Person, "ledger-broken", "Put back the newest copy of the ledger that is whole.");
    public static ProblemCode LedgerGone { get; } = Refusal(
        Person, "ledger-gone", "Put the ledger back, or name the right one in DOLIBARR_LEDGER.");
    public static ProblemCode LedgerVersion { get; } = Failure(
        Person, "ledger-version", "Use the version of this program that wrote it. Nothing was written to any Dolibarr.");
    public static ProblemCode LedgerNote { get; } = Failure(
        Person, "ledger-note",
        "Give this user the right to read it. If it is damaged, compare the ledger with a copy that you trust, then remove "
            + "the note.");
    public static ProblemCode LedgerNoLock { get; } = Failure(
        Person, "ledger-no-lock",
        "Name a ledger on a disk of this machine, or a PostgreSQL, in DOLIBARR_LEDGER. Nothing was written to any Dolibarr.");
    public static ProblemCode LedgerLost { get; } = Failure(
        Person, "ledger-lost", "Run the same command again: it reads what is there, asks what became of what was sent, and continues.");
    public static ProblemCode LedgerBusy { get; } = Failure(
        Person, "ledger-busy", "End the program that keeps it locked, or wait for it; then run the same command again.");
    public static ProblemCode LedgerCorrupt { get; } = Failure(
        Person, "ledger-corrupt", "Put back the last copy of the ledger that is whole.");
    public static ProblemCode LedgerDiskFull { get; } = Failure(
        Person, "ledger-disk-full", "Free some of the disk, then run the same command again.");
    public static ProblemCode LedgerFolder { get; } = Failure(
        Person, "ledger-folder", "Make the folder, or name another ledger in DOLIBARR_LEDGER.");
    public static ProblemCode LedgerForeign { get; } = Failure(
        Person, "ledger-foreign", "Name a ledger, or a place that holds nothing yet, in DOLIBARR_LEDGER.");
    public static ProblemCode LedgerLinked { get; } = Refusal(
        Person, "ledger-linked", "Keep one name of the file, or name another ledger in DOLIBARR_LEDGER.");
    public static ProblemCode LedgerPath { get; } = Failure(
        Person, "ledger-path", "Correct DOLIBARR_LEDGER, or keep the ledger in another folder.");
    public static ProblemCode LedgerReadOnly { get; } = Failure(
        Person, "ledger-read-only", "Give this user the right to write the ledger, or name another in DOLIBARR_LEDGER.");
    public static ProblemCode LedgerRefused { get; } = Failure(
        Person, "ledger-refused", "Correct the user, the password or the database in DOLIBARR_LEDGER.");
    public static ProblemCode LedgerUnreachable { get; } = Failure(
        Person, "ledger-unreachable", "See that its server runs, and that DOLIBARR_LEDGER names it and how to reach it.");
    public static ProblemCode LedgerUnusable { get; } = Failure(
        Person, "ledger-unusable", "See that the ledger can be read and written, then run the same command again.");
}
