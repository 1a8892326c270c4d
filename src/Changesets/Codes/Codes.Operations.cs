using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>What is wrong with an operation, or what it meets on a server.</remarks>
public static partial class Codes
{
    public static ProblemCode MissingField { get; } = Refusal(Both, "missing-field", "Give the field that is named.");
    public static ProblemCode MissingKey { get; } = Refusal(
        Both, "missing-key", "Give the keys by which it is found, or record the changeset again.");
    public static ProblemCode MissingBefore { get; } = Refusal(Person, "missing-before", "Make the changeset again.");
    public static ProblemCode UnknownField { get; } = Refusal(Both, "unknown-field", "Use only the fields that it has.");
    public static ProblemCode NothingSet { get; } = Refusal(Both, "nothing-set", "Name the fields to change.");
    public static ProblemCode NotChangeable { get; } = Refusal(Both, "not-changeable", "Leave it; a person changes it by hand.");
    public static ProblemCode CannotBeCleared { get; } = Refusal(Both, "cannot-be-cleared", "Leave it, or have it taken away by hand.");
    public static ProblemCode WrongForm { get; } = Refusal(Both, "wrong-form", "Give it in the form that is named.");
    public static ProblemCode WrongLegalId { get; } = Refusal(Both, "wrong-legal-id", "Compare it with the document.");
    public static ProblemCode TooLong { get; } = Refusal(Both, "too-long", "Shorten it.");
    public static ProblemCode TooDeep { get; } = Conflict(Both, "too-deep", "Leave it to a person.");
    public static ProblemCode WrongSign { get; } = Refusal(
        Both, "wrong-sign", "Give negative unit prices. A credit note with lines of both signs is for a person.");
    public static ProblemCode PeriodBackwards { get; } = Refusal(
        Both, "period-backwards", "Give the first day as 'periodFrom' and the last as 'periodTo'.");
    public static ProblemCode NoLines { get; } = Refusal(Both, "no-lines", "Enter it by hand from what the page says.");
    public static ProblemCode NoReference { get; } = Conflict(Both, "no-reference", "Look at it there.");
    public static ProblemCode AnotherKind { get; } = Refusal(Both, "another-kind", "Name one of the same kind.");
    public static ProblemCode NotAlone { get; } = Refusal(Both, "not-alone", "Record it in a changeset of its own.");
    public static ProblemCode CreatedTwice { get; } = Refusal(
        Person, "created-twice", "Do not replay it: no recorder wrote this. Record the changeset again.");
    public static ProblemCode ByHand { get; } = Conflict(Person, "by-hand", "Do it by hand, or leave it as it is.");
    public static ProblemCode AlreadyThere { get; } = Conflict(
        Both, "already-there", "Find out which is right; correct it by hand there, or record a new changeset.");
    public static ProblemCode ChangedSince { get; } = Conflict(Both, "changed-since", "Find out which is right; correct it by hand there.");
    public static ProblemCode SeveralFound { get; } = Conflict(
        Both, "several-found", "Find out which is meant; delete or rename the others by hand.");
    public static ProblemCode NoneFound { get; } = Conflict(Both, "none-found", "Look it up again: it may have been deleted or renamed.");
    public static ProblemCode KeyDiffers { get; } = Conflict(Both, "key-differs", "Find out which is right, and correct that one.");
    public static ProblemCode OtherFile { get; } = Conflict(Both, "other-file", "Look at both; rename or remove the one there.");
    public static ProblemCode OtherMarker { get; } = Conflict(Person, "other-marker", "Leave it: somebody else entered this one.");
    public static ProblemCode MissingMarker { get; } = Conflict(Person, "missing-marker", "Delete it by hand, if it is to go.");
    public static ProblemCode NotNamed { get; } = Conflict(Person, "not-named", "Look at it there, and put it right by hand.");
    public static ProblemCode NotAsRecorded { get; } = Conflict(Person, "not-as-recorded", "Look at it there, and correct it by hand.");
    public static ProblemCode NotAsLeft { get; } = Conflict(Person, "not-as-left", "Look at it there, and take it back by hand.");
    public static ProblemCode NotStored { get; } = Conflict(Both, "not-stored", "Look at it there, and correct it by hand.");
    public static ProblemCode StoredOtherwise { get; } = Conflict(Both, "stored-otherwise", "Look at it there, and correct it by hand.");
    public static ProblemCode HalfDone { get; } = Conflict(
        Both, "half-done", "Delete what is empty there by hand, then run the same command again.");
    public static ProblemCode MeantOtherwise { get; } = Conflict(Both, "meant-otherwise", "Change it by hand, or leave it.");
    public static ProblemCode HoldsMore { get; } = Conflict(Both, "holds-more", "Change it by hand.");
    public static ProblemCode HasBankDetails { get; } = Conflict(
        Person, "has-bank-details", "Look at it there; take it away by hand, if it is to go.");
    public static ProblemCode HasContacts { get; } = Conflict(
        Person, "has-contacts", "Look at them there; take them away by hand, if they are to go.");
    public static ProblemCode HasPrices { get; } = Conflict(
        Person, "has-prices", "Look at them there; take them away by hand, if they are to go.");
    public static ProblemCode HasPayments { get; } = Conflict(
        Person, "has-payments", "Ask the bookkeeper. Delete the payment by hand first, if the invoice is to go.");
    public static ProblemCode Deleted { get; } = Conflict(Person, "deleted", "Enter it again, if it is still wanted.");
    public static ProblemCode Detached { get; } = Conflict(Person, "detached", "Attach it again, if it is still wanted.");
    public static ProblemCode Drift { get; } = Conflict(
        Person, "drift", "Find out which is right; then correct it there, or record the changeset again.");
    public static ProblemCode Validated { get; } = Conflict(
        Person, "validated", "Ask the bookkeeper: what is validated is taken back by a credit note.");
    public static ProblemCode Paid { get; } = Conflict(Person, "paid", "Ask the bookkeeper: its payment is taken back by hand.");
    public static ProblemCode NotADraft { get; } = Conflict(Both, "not-a-draft", "Look at it there: only a draft is changed.");
    public static ProblemCode NotValidated { get; } = Conflict(Both, "not-validated", "Validate it first.");
    public static ProblemCode NotPayable { get; } = Conflict(Both, "not-payable", "Enter it by hand, if it is right.");
    public static ProblemCode WholeOnly { get; } = Conflict(Both, "whole-only", "Enter this part payment by hand.");
    public static ProblemCode AboveOwed { get; } = Conflict(
        Both, "above-owed", "Find out what was paid, and record the payment again with what is left.");
    public static ProblemCode AccountClosed { get; } = Conflict(
        Both, "account-closed", "Record the payment again, from an account that is open.");
    public static ProblemCode NotOneAccount { get; } = Conflict(Person, "not-one-account", "Look at its bank details.");
    public static ProblemCode LabelTaken { get; } = Conflict(Both, "label-taken", "Give another label, or none.");
    public static ProblemCode ForeignCurrency { get; } = Conflict(
        Both, "foreign-currency", "Discard the draft and enter it again with the right lines.");
    public static ProblemCode UnknownCode { get; } = Conflict(Both, "unknown-code", "Use a code that is there, or add it by hand.");
    public static ProblemCode UnknownProduct { get; } = Conflict(Both, "unknown-product", "Name a product that is there, or leave it out.");
    public static ProblemCode ProductKindDiffers { get; } = Conflict(
        Both, "product-kind-differs",
        "Find out which is right, goods or service; then correct the product, or record the changeset again.");
    public static ProblemCode ReferenceTaken { get; } = Conflict(
        Both, "reference-taken", "Find out which product it is. A supplier's reference can be that of one product only.");
    public static ProblemCode NotASupplier { get; } = Conflict(Both, "not-a-supplier", "Make it a supplier first, or name another.");
    public static ProblemCode SupplierClosed { get; } = Conflict(Both, "supplier-closed", "Open it, or leave it to a person.");
    public static ProblemCode SupplierUnfit { get; } = Conflict(Both, "supplier-unfit", "Name an open supplier, or make it one by hand.");
    public static ProblemCode TwoContents { get; } = Conflict(
        Both, "two-contents", "Do not open it. Ask the supplier, in a mail of your own, for the invoice as a plain PDF or XML.");
    public static ProblemCode OtherLedger { get; } = Conflict(
        Person, "other-ledger", "Find the ledger that it was replayed with, and name that in DOLIBARR_LEDGER.");
    public static ProblemCode NoAnswer { get; } = Failure(
        Both, "no-answer", "Look at the server. When it answers again, run the same command again.");
    public static ProblemCode MayStillCome { get; } = Failure(
        Both, "may-still-come", "Wait until the server answers as usual, and look for it there. Then run the same command again.");
}
