using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>Why the skill does not enter what is asked, and what is wrong with a call of it.</remarks>
public static partial class Codes
{
    public static ProblemCode MissingArgument { get; } = Refusal(Model, "missing-argument", "Give the argument that is named.");
    public static ProblemCode UnknownArgument { get; } = Refusal(
        Model, "unknown-argument", "Give only the arguments that the function has.");
    public static ProblemCode WrongArguments { get; } = Failure(Both, "wrong-arguments", "Give the arguments as they are described.");
    public static ProblemCode TargetIsFixed { get; } = Refusal(
        Model, "target-is-fixed", "No call chooses where it goes: the person who started this program did. Leave it out.");
    public static ProblemCode UnknownHandle { get; } = Refusal(Model, "unknown-handle", "Use an id or a handle from a result.");
    public static ProblemCode OtherKind { get; } = Refusal(Model, "other-kind", "Give the handle of one of the kind that is asked for.");
    public static ProblemCode UnknownFile { get; } = Refusal(
        Model, "unknown-file", "Give a name exactly as list_documents returned it. Nothing else can be opened.");
    public static ProblemCode Internal { get; } = Failure(
        Model, "internal", "This is a defect of the program: tell the person, and do not try the same again.");

    /// <summary>The same invoice is on the target, or in a changeset: nothing is missing.</summary>
    public static ProblemCode Duplicate { get; } = Refusal(Model, "duplicate", "Nothing to do: it is entered, or waits to be replayed.");

    /// <summary>The same number, day and amount are on the target under another supplier that may be this one: for a person.</summary>
    public static ProblemCode DuplicateElsewhere { get; } = Refusal(
        Model, "duplicate-elsewhere",
        "If it is the same invoice, nothing is to be entered. If it is another one, say which supplier it is from with "
            + "--supplier CODE.");

    /// <summary>Another invoice has its number: for a person.</summary>
    public static ProblemCode SameNumberDiffers { get; } = Refusal(
        Model, "same-number-differs", "Ask the supplier which of the two counts: a number belongs to one invoice.");

    /// <summary>A changeset that no agent brought to its end rests on the same mail or holds the same invoice.</summary>
    public static ProblemCode ChangesetOpen { get; } = Refusal(
        Both, "changeset-open", "If no agent is using it any longer, take it back with `agent discard`, then run this again.");

    /// <summary>What is on the sandbox belongs to no changeset that can be replayed.</summary>
    public static ProblemCode LeftBehind { get; } = Failure(
        Model, "left-behind", "Run `agent discard` again on that changeset, which takes it out.");

    public static ProblemCode SupplierByName { get; } = Refusal(
        Model, "supplier-by-name", "Say that it is the same with --supplier CODE, or create the other one in Dolibarr.");
    public static ProblemCode SupplierIdsDisagree { get; } = Refusal(
        Model, "supplier-ids-disagree",
        "Find out which is right. Correct the supplier's numbers in Dolibarr, or ask for a right document.");
    public static ProblemCode SupplierUnknown { get; } = Refusal(
        Model, "supplier-unknown", "Give the supplier code as Dolibarr shows it on the supplier's page.");
    public static ProblemCode LegalIdShared { get; } = Refusal(
        Model, "legal-id-shared", "Find out whether the two are the same. If so, name the supplier with --supplier CODE.");
    public static ProblemCode SellerWithoutName { get; } = Refusal(
        Model, "seller-without-name", "Find out who sent it, and say which supplier it is with --supplier CODE.");
    public static ProblemCode OwnInvoice { get; } = Refusal(
        Both, "own-invoice", "Nothing to enter here. If it is not in Dolibarr yet, enter it as a customer invoice.");
    public static ProblemCode AddressedToAnother { get; } = Refusal(
        Both, "addressed-to-another",
        "Send it on to whom it is for, or ask the supplier for one in our name. If it is ours all the same, say so with "
            + "--buyer-ok \"REASON\".");
    public static ProblemCode DecisionForSeveral { get; } = Refusal(
        Model, "decision-for-several", "Give the file with that invoice by itself.");
    public static ProblemCode TypeIsClear { get; } = Refusal(
        Model, "type-is-clear", "Leave --as out. If the document is wrong, ask the supplier for a right one.");
    public static ProblemCode MixedSigns { get; } = Refusal(Model, "mixed-signs", "Decide how it is entered, and enter it by hand.");
    public static ProblemCode FromPages { get; } = Refusal(
        Model, "from-pages", "Leave it a draft and tell the person: they compare it with its pages and make it final.");
    public static ProblemCode NotOnPages { get; } = Refusal(
        Model, "not-on-pages", "Read the pages again and give what they show. Where they are misread, stop: the person says the value.");
    public static ProblemCode TotalsDiffer { get; } = Refusal(Model, "totals-differ", "Correct the lines, or leave it a draft.");
    public static ProblemCode TotalsMissing { get; } = Refusal(
        Model, "totals-missing", "Give net, vat and gross as printed on its document, with the lines.");
    public static ProblemCode ReplacedNotOnFile { get; } = Refusal(
        Person, "replaced-not-on-file", "Give an IBAN that is on file. Without --replaces the new account is added to those on file.");
    public static ProblemCode DetailsMissing { get; } = Refusal(
        Person, "details-missing", "Give them of the new account; the same again where the bank is the same.");
    public static ProblemCode WrongIban { get; } = Refusal(
        Person, "wrong-iban", "Compare it with what the supplier told you through a channel that you know, and give it again.");
    public static ProblemCode WrongBic { get; } = Refusal(
        Model, "wrong-bic", "Compare it with what the supplier told you through a channel that you know, and give it again.");
    public static ProblemCode NothingRecorded { get; } = Refusal(Model, "nothing-recorded", "Do something first, or leave it.");
    public static ProblemCode NothingToDo { get; } = Refusal(Model, "nothing-to-do", "Go on with the next step.");
    public static ProblemCode ChangesetsUnwritable { get; } = Failure(
        Both, "changesets-unwritable", "Free the disk or give the right to write there, or name another folder in DOLIBARR_CHANGESETS.");
    public static ProblemCode OnProd { get; } = Refusal(
        Person, "on-prod", "Leave it: it was replayed on prod. What is to be taken back there is reverted.");
    public static ProblemCode OtherSandbox { get; } = Refusal(
        Person, "other-sandbox", "Point DOLIBARR_SANDBOX_URL to the sandbox that it was recorded on.");
    public static ProblemCode ProdUnseen { get; } = Refusal(
        Person, "prod-unseen", "Set the URL and the key of prod, of a user who may read.");
    public static ProblemCode NoFolder { get; } = Refusal(Model, "no-folder", "Tell the person.");
}
