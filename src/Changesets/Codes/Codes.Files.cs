using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>What a file holds: a changeset, its blobs and its signature, or another JSON of ours.</remarks>
public static partial class Codes
{
    public static ProblemCode NoFile { get; } = Failure(
        Person, "no-file", "Name a changeset.json, or the folder that holds one; check that you may read it.");
    public static ProblemCode FileNotRegular { get; } = Refusal(Person, "file-not-regular", "Save what it gives to a file, and name that.");
    public static ProblemCode FileMissing { get; } = Failure(Person, "file-missing", "Check the name.");
    public static ProblemCode FileUnreadable { get; } = Failure(Person, "file-unreadable", "Check that you may read it.");
    public static ProblemCode FileTooLarge { get; } = Refusal(Person, "file-too-large", "Name the right file: no invoice is so large.");
    public static ProblemCode FileIsFolder { get; } = Failure(Person, "file-is-folder", "Name the files in it.");
    public static ProblemCode NotAChangeset { get; } = Refusal(
        Person, "not-a-changeset", "Take the file as it was written, or have it written again.");
    public static ProblemCode OtherFormat { get; } = Refusal(
        Person, "other-format", "Give a file that this version of the program writes, or use the version that knows its format.");
    public static ProblemCode OtherBytes { get; } = Refusal(
        Person, "other-bytes", "Take the file as it was written, or have it written again.");
    public static ProblemCode BlobMissing { get; } = Refusal(
        Person, "blob-missing", "Bring the whole folder, with its blobs, as the recorder left it.");
    public static ProblemCode BlobChanged { get; } = Refusal(
        Person, "blob-changed", "Take the folder as the recorder left it, or record the changeset again.");
    public static ProblemCode SignatureUnreadable { get; } = Refusal(
        Person, "signature-unreadable", "Bring the whole folder as the recorder left it, and check that you may read it.");
    public static ProblemCode BadId { get; } = Refusal(Person, "bad-id", "Take the file as it was written, or have it written again.");
    public static ProblemCode DuplicateId { get; } = Refusal(
        Person, "duplicate-id", "Take the file as it was written, or have it written again.");
    public static ProblemCode DuplicateMember { get; } = Refusal(
        Person, "duplicate-member", "Take the file as it was written, or have it written again.");
    public static ProblemCode UnknownMember { get; } = Refusal(
        Person, "unknown-member", "Take the file as it was written, or have it written again.");
    public static ProblemCode MissingMember { get; } = Refusal(
        Person, "missing-member", "Take the file as it was written, or have it written again.");
    public static ProblemCode MemberEmpty { get; } = Refusal(
        Person, "member-empty", "Take the file as it was written, or have it written again.");
    public static ProblemCode UnknownWord { get; } = Refusal(
        Person, "unknown-word", "Take the file as it was written, or have it written again.");
    public static ProblemCode UnknownKind { get; } = Refusal(
        Person, "unknown-kind", "Take the file as it was written, or have it written again.");
    public static ProblemCode UnknownKey { get; } = Refusal(
        Person, "unknown-key", "Take the file as it was written, or have it written again.");
    public static ProblemCode UnknownEvidence { get; } = Refusal(Both, "unknown-evidence", "Bring the file first, and name it by its id.");
    public static ProblemCode UnknownOperation { get; } = Refusal(
        Person, "unknown-operation", "Name an operation that the changeset has, or use the version of this program that recorded it.");
    public static ProblemCode UnknownReference { get; } = Refusal(Person, "unknown-reference", "Create it first.");
    public static ProblemCode EmptyReference { get; } = Refusal(
        Person, "empty-reference", "Take the file as it was written, or have it written again.");
    public static ProblemCode MadeAndTakenAway { get; } = Refusal(
        Person, "made-and-taken-away", "Take the file as it was written, or have it written again.");
    public static ProblemCode OtherResource { get; } = Refusal(
        Person, "other-resource", "Take the file as it was written, or have it written again.");
    public static ProblemCode WrongText { get; } = Refusal(
        Person, "wrong-text", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotText { get; } = Refusal(Person, "not-text", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotAnObject { get; } = Refusal(
        Person, "not-an-object", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotAList { get; } = Refusal(
        Person, "not-a-list", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotFields { get; } = Refusal(
        Person, "not-fields", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotAFieldValue { get; } = Refusal(
        Person, "not-a-field-value", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotAReference { get; } = Refusal(
        Person, "not-a-reference", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotADigest { get; } = Refusal(
        Person, "not-a-digest", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotATime { get; } = Refusal(
        Person, "not-a-time", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotAFlag { get; } = Refusal(
        Person, "not-a-flag", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotANumber { get; } = Refusal(
        Person, "not-a-number", "Take the file as it was written, or have it written again.");
    public static ProblemCode NotAnAmount { get; } = Refusal(
        Person, "not-an-amount", "Take the file as it was written, or have it written again.");
}
