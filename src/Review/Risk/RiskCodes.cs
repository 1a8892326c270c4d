using System.Collections.Frozen;
using System.Collections.Immutable;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Review;

/// <summary>
/// The codes of all that may look wrong with a changeset: those of the review's warnings, those that a recorder writes into
/// it, and those that a plan finds on the target. A policy names risk classes by them. The list is closed: a code that
/// is not in it is a slip of whoever wrote the policy. What each means is in <see cref="RiskMeanings"/>.
/// </summary>
public static class RiskCodes
{
    public const string BankDetails = "bank-details";
    public const string IbanChanged = "iban-changed";

    /// <summary>Something is entered as paid.</summary>
    public const string Payment = "payment";

    /// <summary>Contact details and bank details of one supplier change close to each other.</summary>
    public const string ContactBeforeBankDetails = "contact-before-bank-details";

    /// <summary>How a supplier on file is reached is changed.</summary>
    public const string ContactDetails = "contact-details";

    public const string NewSupplier = "new-supplier";
    public const string NameResembles = "name-resembles";
    public const string MatchedWithoutLegalId = "matched-without-legal-id";
    public const string NoLegalId = "no-legal-id";
    public const string IdentityChanged = "identity-changed";
    public const string TotalsDiffer = "totals-differ";
    public const string TotalsUnproven = "totals-unproven";
    public const string DocumentDiffers = "document-differs";
    public const string DuplicateSuspected = "duplicate-suspected";
    public const string ClosedPeriod = "closed-period";
    public const string DateInFuture = "date-in-future";
    public const string HiddenText = "hidden-text";
    public const string MixedScripts = "mixed-scripts";
    public const string CannotBeUndone = "cannot-be-undone";

    /// <summary>What a recorder notes of an account that it could compare with nothing.</summary>
    public const string IbanUnknown = FindingCodes.IbanUnknown;

    /// <summary>What a recorder notes of an account that is not among those on file.</summary>
    public const string IbanNotOnFile = FindingCodes.IbanNotOnFile;

    /// <summary>
    /// Every code that may stand on a review, the worst first: a changeset that is not true, money to somebody else, text that deceives, amounts, the same
    /// again, who it is, when, what is not whole, what was read otherwise than written, and what is usual.
    /// </summary>
    public static ImmutableArray<string> WorstFirst => [.. Stop, .. Check, .. Note];

    /// <summary>
    /// Nothing goes on before somebody has settled it: what is not true, who is paid, text that deceives, amounts, the same
    /// again.
    /// </summary>
    private static ImmutableArray<string> Stop { get; } =
    [
        FindingCodes.EvidenceDiffers, FindingCodes.NotInMail, FindingCodes.SandboxDiffers, FindingCodes.SandboxHoldsMore, FindingCodes.NotReadAgain, FindingCodes.RecordedElsewhere, FindingCodes.WithoutEvidence, FindingCodes.OwnInvoice, FindingCodes.AddressedToAnother,
        ContactBeforeBankDetails, IbanChanged, IbanNotOnFile, BankDetails, Payment, "payee-differs", IbanUnknown, "iban-not-in-mail", "iban-check-digits",
        HiddenText, "text-invisible", MixedScripts, "text-mixed-scripts", "pdf-acts", "name-claims-other",
        FindingCodes.AddresseeAccepted, FindingCodes.AddresseeMissing,
        TotalsDiffer, "totals-do-not-add-up", "lines-do-not-add-up", "due-does-not-add-up", "documents-disagree", "pages-disagree",
            "embedded-invoice", "amount-not-understood", "currency-foreign", "currency-missing", "currency-rate",
        DuplicateSuspected, "possible-duplicate",
    ];

    /// <summary>To be checked by eye: who it is, when, what is not whole, what was read otherwise than written.</summary>
    private static ImmutableArray<string> Check { get; } =
    [
        NameResembles, IdentityChanged, ContactDetails, DocumentDiffers, "name-differs", "seller-ids-disagree", "supplier-ids-disagree", "supplier-by-name", "supplier-by-person", "siret-differs",
        MatchedWithoutLegalId, NoLegalId, "seller-without-id", "seller-without-name", "siren-check-digit", "siret-check-digit", "vat-id-key", "siren-form", "vat-id-form", "several-found",
        ClosedPeriod, DateInFuture, "date-missing", "date-not-understood", "due-before-date", "due-date-unclear", "number-missing",
            FindingCodes.NumberUnlikeBefore,
        FindingCodes.AddresseeUnchecked, "other-document-unread",
        FindingCodes.ReadFromPages, "interrupted", "left-draft", "cannot-be-restored", "changed-since", "validated", "paid", "not-a-draft",
            "in-use", "has-bank-details", "has-contacts", "has-prices", "by-hand", "deleted", "detached",
        "credit-note-not-linked", "credit-note-without-invoice", "credit-note-negative", "mixed-signs", "money-not-used", "vat-in-other-currency", "sub-lines", "sub-lines-disagree", "no-vat-rate",
        "vat-not-of-base", "vat-against-category", "vat-rate-missing", "line-without-amount", "allowance-without-amount", "charge-indicator", "product-kind-differs", FindingCodes.KindAssumed, "rounded-otherwise", "reverse-charge", "intra-community",
        "mail-text-cut", "mail-too-deep", "mail-too-large", "mail-too-many-files", "tnef-unreadable", "text-after-xml", "signature-not-checked", "pdf-acts-unclear", "embedded-file-unreadable", "embedded-file-left-out", "embedded-too-many",
        TotalsUnproven,
    ];

    /// <summary>What is usual, and good to know.</summary>
    private static ImmutableArray<string> Note { get; } =
    [
        "allowance-sign", "amount-rounded", "by-breakdown", "copy", "due-date-from-terms", "due-date-missing", "exempt", "export",
            "folded-into-line", FindingCodes.KindBySupplier, "line-period-left-out", "line-split", "negative-invoice", "no-lines",
            FindingCodes.NumberAsBefore, "one-unit", "outside-vat", "prepaid", "price-folded", "price-not-net", "price-rounded", "rounding",
            "several-due-dates", "text-cleaned", "type-from-root", "type-named", "vat-rate-from-breakdown", "zero-rated",
        NewSupplier, CannotBeUndone,
    ];

    /// <summary>Every code, each once.</summary>
    public static ImmutableSortedSet<string> All { get; } = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, WorstFirst);

    private static readonly FrozenDictionary<string, int> Ranks = WorstFirst.Select((code, rank) => (code, rank)).ToFrozenDictionary(pair => pair.code, pair => pair.rank, StringComparer.Ordinal);

    /// <summary>What a recorder notes that means the same as a finding here.</summary>
    private static readonly FrozenDictionary<string, string> Same = new Dictionary<string, string>
    {
        [IbanNotOnFile] = IbanChanged,
        ["possible-duplicate"] = DuplicateSuspected,
        ["text-invisible"] = HiddenText,
        ["text-mixed-scripts"] = MixedScripts,
        ["seller-without-id"] = NoLegalId,
        ["totals-do-not-add-up"] = TotalsDiffer,
        ["lines-do-not-add-up"] = TotalsDiffer,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The classes that a warning by this code belongs to: its own, and that of the finding that means the same.</summary>
    public static ImmutableArray<string> ClassesOf(string code) => Same.TryGetValue(code, out var meaning) ? [code, meaning] : [code];

    /// <summary>How loud a warning by this code is. One that nobody knows is to be checked: it may be anything.</summary>
    public static Severity SeverityOf(string code) => RankOf(code) switch
    {
        var rank when rank < Stop.Length => Severity.Stop,
        var rank when rank < Stop.Length + Check.Length => Severity.Check,
        _ => Severity.Note,
    };

    /// <summary>Where a warning by this code stands among the others, 0 first. One that nobody knows comes before what is usual: it may be anything.</summary>
    public static int RankOf(string code) => Ranks.TryGetValue(code, out var rank) ? rank : Ranks[TotalsUnproven];
}
