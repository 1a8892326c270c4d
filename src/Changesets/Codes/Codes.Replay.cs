using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>Why a replay does not begin, or what it finds: planning, policy, confirmation, revert.</remarks>
public static partial class Codes
{
    private const string StateAnew =
        "Look at the plan as it is now; make a statement of it with `replay plan --statement`, and have that signed.";
    private const string RecordAnew =
        "The changeset was edited, or another version recorded it. Do not replay it: have it recorded again from the document.";

    public static ProblemCode ChangesetDiscarded { get; } = Refusal(
        Person, "changeset-discarded", "Record it again if it is still wanted.");
    public static ProblemCode OtherThanConfirmed { get; } = Refusal(
        Person, "other-than-confirmed",
        "Take the file as the recorder left it. What is to be done differently is recorded as a new changeset.");
    public static ProblemCode EvidenceDiffers { get; } = Refusal(
        Person, "evidence-differs",
        RecordAnew);
    public static ProblemCode NotInMail { get; } = Refusal(
        Person, "not-in-mail",
        RecordAnew);
    public static ProblemCode NotReadAgain { get; } = Refusal(
        Person, "not-read-again",
        RecordAnew);
    public static ProblemCode SandboxDiffers { get; } = Conflict(
        Person, "sandbox-differs",
        "If somebody changed it on the sandbox since, put it back there, or discard this changeset and record it again. If "
            + "nobody did, the changeset was edited: do not replay it.");
    public static ProblemCode IbanNotOnFile { get; } = Refusal(
        Person, "iban-not-on-file",
        RecordAnew);
    public static ProblemCode GoneFromSandbox { get; } = Refusal(
        Person, "gone-from-sandbox", "Run `replay rehearse` on this changeset to do it there, look at it, then plan again.");
    public static ProblemCode GoneFromTarget { get; } = Conflict(
        Person, "gone-from-target", "Find out whether it was taken back on purpose, or the target was restored from an older backup.");
    public static ProblemCode AcceptedNotThere { get; } = Conflict(
        Person, "accepted-not-there", "Look at the target. Do it there by hand if it is wanted.");
    public static ProblemCode MadeElsewhere { get; } = Conflict(
        Person, "made-elsewhere", "Replay the changeset that makes it first, then plan this one again.");
    public static ProblemCode OwnerUnnamed { get; } = Refusal(
        Person, "owner-unnamed", "Have it recorded again: a recorder names a third party by its legal ids and its name.");
    public static ProblemCode NotReached { get; } = Failure(
        Person, "not-reached", "Run the same command again, once what it needs is there.");
    public static ProblemCode Differs { get; } = Conflict(Person, "differs", "Look at it on the target, and correct it there by hand.");
    public static ProblemCode CannotBeRestored { get; } = Conflict(Person, "cannot-be-restored", "Put it back by hand.");
    public static ProblemCode GateMissing { get; } = Refusal(
        Person, "gate-missing", "Set DOLIBARR_GATE to a folder that only you may write.");
    public static ProblemCode GateFileMissing { get; } = Refusal(
        Person, "gate-file-missing",
        "Put it back, or name the folder that it is in. If it is gone on purpose: replay accept gate --reason WHY.");
    public static ProblemCode PolicyFault { get; } = Refusal(Person, "policy-fault", "Correct the policy. Until then nothing is replayed.");
    public static ProblemCode PolicyForbids { get; } = Refusal(
        Person, "policy-forbids", "Do it by hand, or ask who keeps the policy to allow it.");
    public static ProblemCode PrintedNotFinal { get; } = Refusal(
        Person, "printed-not-final",
        "Leave the validation out (--only), and make the draft final in Dolibarr once you have compared it with its pages; "
        + "or ask who keeps the policy to say \"printed\": \"supplier-on-file\".");
    public static ProblemCode BeyondLimit { get; } = Refusal(
        Person, "beyond-limit", "Replay less at a time (--only), enter it by hand, or ask who keeps the policy.");
    public static ProblemCode AuthorSigned { get; } = Refusal(Person, "author-signed", "Have it signed by somebody else.");
    public static ProblemCode AuthorUnknown { get; } = Refusal(
        Person, "author-unknown", "Set DOLIBARR_AUTHOR for the agent, and record it again.");
    public static ProblemCode SignaturesMissing { get; } = Refusal(
        Person, "signatures-missing", "Have the statement signed by more of them, and give each signature with --signature.");
    public static ProblemCode SignersFault { get; } = Refusal(
        Person, "signers-fault", "Correct it: a line for each, the name, then the public key. Until then no signature counts.");
    public static ProblemCode NoSigners { get; } = Refusal(
        Person, "no-signers",
        "Write one in the folder of the gate, a line for each person: their name, then their public key, such as "
            + "`alice@example.org ssh-ed25519 AAAA…`.");
    public static ProblemCode KeyInBothLists { get; } = Refusal(
        Person, "key-in-both-lists", "Take it out of one of the two. A person who records and signs has a key for each.");
    public static ProblemCode SignatureUsed { get; } = Refusal(
        Person, "signature-used", "Look at `replay history`, then at the plan as it is now; have a new statement of it signed.");
    public static ProblemCode BadSignature { get; } = Refusal(Person, "bad-signature", "Have this very file signed.");
    public static ProblemCode RecorderMissing { get; } = Refusal(
        Person, "recorder-missing", "Bring its signature along, or have it recorded by an agent that signs.");
    public static ProblemCode RecorderSignatureBad { get; } = Refusal(
        Person, "recorder-signature-bad", "Bring the folder as the recorder left it, or have it recorded again.");
    public static ProblemCode RecorderUnknown { get; } = Refusal(
        Person, "recorder-unknown",
        "If that key is a recorder's of yours, ask who keeps the gate to add it. Otherwise find out who wrote the "
            + "changeset.");
    public static ProblemCode NoStatement { get; } = Refusal(Person, "no-statement", "Name the statement with --statement.");
    public static ProblemCode StatementUnreadable { get; } = Refusal(
        Person, "statement-unreadable",
        "Name the statement that `replay plan --statement` wrote, and the signature that ssh-keygen made beside it.");
    public static ProblemCode StatementExists { get; } = Refusal(
        Person, "statement-exists", "Name another file, or take the old one away.");
    public static ProblemCode StatementUnwritable { get; } = Refusal(
        Person, "statement-unwritable", "Name a file in a folder that is there and that you may write to.");
    public static ProblemCode StatementFormat { get; } = Refusal(
        Person, "statement-format",
        "Make a new statement with `replay plan --statement`, and have it signed; the signatures under this one do not "
            + "count for it.");
    public static ProblemCode StatementEdited { get; } = Refusal(
        Person, "statement-edited", "A statement is never edited. Make a new one with `replay plan --statement`.");
    public static ProblemCode Expired { get; } = Refusal(Person, "expired", StateAnew);
    public static ProblemCode TargetChanged { get; } = Refusal(
        Person, "target-changed",
        StateAnew);
    public static ProblemCode OtherChangeset { get; } = Refusal(
        Person, "other-changeset",
        StateAnew);
    public static ProblemCode OtherRecorder { get; } = Refusal(
        Person, "other-recorder",
        StateAnew);
    public static ProblemCode OtherTarget { get; } = Refusal(
        Person, "other-target",
        StateAnew);
    public static ProblemCode OtherSelection { get; } = Refusal(
        Person, "other-selection",
        StateAnew);
    public static ProblemCode OtherPolicy { get; } = Refusal(
        Person, "other-policy",
        StateAnew);
    public static ProblemCode OtherReview { get; } = Refusal(
        Person, "other-review",
        StateAnew);
    public static ProblemCode OtherRisks { get; } = Refusal(
        Person, "other-risks",
        StateAnew);
    public static ProblemCode StaleCode { get; } = Refusal(
        Person, "stale-code", "Look at the plan with `replay CHANGESET`, and confirm it with the code that it shows.");
    public static ProblemCode WrongCode { get; } = Refusal(
        Person, "wrong-code", "Look at the plan with `replay CHANGESET`, and confirm it with the code that it shows.");
    public static ProblemCode NoCode { get; } = Refusal(
        Person, "no-code", "Run it in a terminal, or look at the plan with `replay` and give its code with --code.");
    public static ProblemCode NoPerson { get; } = Refusal(Person, "no-person", "Run it in a terminal.");
    public static ProblemCode Held { get; } = Refusal(Person, "held", "Wait until it has ended, then run the same command again.");
    public static ProblemCode NotWritten { get; } = Failure(Person, "not-written", "Name a file that you may write.");
    public static ProblemCode NoLedger { get; } = Failure(
        Person, "no-ledger", "Name the ledger in DOLIBARR_LEDGER, or the folder that it is in, DOLIBARR_CHANGESETS.");
    public static ProblemCode NoSuchOperation { get; } = Failure(Person, "no-such-operation", "Name operations as the review does.");
    public static ProblemCode NoOutputFolder { get; } = Failure(
        Person, "no-output-folder", "Make the folder, or name a file in one that is there.");
    public static ProblemCode NoQueueFolder { get; } = Failure(
        Person, "no-queue-folder", "Name the folder that holds the changesets, or set DOLIBARR_CHANGESETS to it.");
    public static ProblemCode PortTaken { get; } = Failure(
        Person, "port-taken", "Leave --port out for any free port, or name another one.");
    public static ProblemCode ChangesetRejected { get; } = Refusal(
        Person, "changeset-rejected",
        "Have it recorded again, as it should be. To take the rejection back: replay reject CHANGESET --undo --reason WHY.");
    public static ProblemCode NotRejected { get; } = Refusal(Person, "not-rejected", "There is nothing to take back: it can be replayed.");
    public static ProblemCode AlreadyReplayed { get; } = Refusal(
        Person, "already-replayed", "To take it back from there, run `replay revert` on it.");
    public static ProblemCode OutputExists { get; } = Failure(Person, "output-exists", "Name another file, or replace it with --force.");
}
