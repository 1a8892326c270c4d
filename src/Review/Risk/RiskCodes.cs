using System.Collections.Immutable;

namespace DolibarrAgent.Review;

/// <summary>
/// The codes of all that may look wrong with a changeset: those of the review's warnings, those that a recorder writes into
/// it, and those that a plan finds on the target. A policy names risk classes by them. The list is closed: a code that
/// is not in it is a slip of whoever wrote the policy.
/// </summary>
public static class RiskCodes
{
    public const string BankDetails = "bank-details";
    public const string IbanChanged = "iban-changed";
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

    /// <summary>What a recorder notes that means the same as a finding here.</summary>
    private static readonly ImmutableDictionary<string, string> Same = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["possible-duplicate"] = DuplicateSuspected,
        ["text-invisible"] = HiddenText,
        ["text-mixed-scripts"] = MixedScripts,
        ["seller-without-id"] = NoLegalId,
    });

    private static readonly ImmutableArray<string> Found =
    [
        BankDetails, IbanChanged, NewSupplier, NameResembles, MatchedWithoutLegalId, NoLegalId, IdentityChanged, TotalsDiffer, TotalsUnproven,
        DocumentDiffers, DuplicateSuspected, ClosedPeriod, DateInFuture, HiddenText, MixedScripts,
    ];

    private static readonly ImmutableArray<string> Noted =
    [
        "credit-note-not-linked", "credit-note-without-invoice", "currency-foreign", "currency-missing", "date-missing", "documents-disagree",
        "due-before-date", "due-date-missing", "due-does-not-add-up", "iban-check-digits", "iban-not-on-file", "iban-unknown", "interrupted",
        "left-draft", "mail-text-cut", "mail-too-deep", "mail-too-large", "mail-too-many-files", "mixed-signs", "money-not-used", "name-differs",
        "number-missing", "payee-differs", "possible-duplicate", "prepaid", "rounding", "seller-ids-disagree", "seller-without-id",
        "seller-without-name", "several-due-dates", "several-found", "siren-check-digit", "siret-check-digit", "siret-differs",
        "supplier-ids-disagree", "text-cleaned", "text-invisible", "text-mixed-scripts", "tnef-unreadable", "totals-do-not-add-up",
        "vat-id-key", "vat-in-other-currency",
    ];

    /// <summary>Every code, each once.</summary>
    public static ImmutableSortedSet<string> All { get; } = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, Found.AddRange(Noted));

    /// <summary>The classes that a warning by this code belongs to: its own, and that of the finding that means the same.</summary>
    public static ImmutableArray<string> ClassesOf(string code) => Same.TryGetValue(code, out var meaning) ? [code, meaning] : [code];
}
