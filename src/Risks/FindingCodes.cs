namespace DolibarrAgent.Risks;

/// <summary>The codes of what is found by looking again, where no warning of a reader has one.</summary>
public static class FindingCodes
{
    public const string EvidenceDiffers = "evidence-differs";
    public const string NotInMail = "not-in-mail";
    public const string NotReadAgain = "not-read-again";

    /// <summary>The sandbox does not hold what the changeset says that it held.</summary>
    public const string SandboxDiffers = "sandbox-differs";

    /// <summary>The sandbox holds something of which the changeset says nothing.</summary>
    public const string SandboxHoldsMore = "sandbox-holds-more";

    /// <summary>It was recorded on another sandbox than the one that it is compared with.</summary>
    public const string RecordedElsewhere = "recorded-elsewhere";

    /// <summary>An operation that rests on nothing.</summary>
    public const string WithoutEvidence = "without-evidence";

    /// <summary>An invoice of our own company.</summary>
    public const string OwnInvoice = "own-invoice";

    /// <summary>An invoice to somebody else.</summary>
    public const string AddressedToAnother = "addressed-to-another";

    /// <summary>An invoice to somebody else, which a person accepted.</summary>
    public const string AddresseeAccepted = "addressee-accepted";

    /// <summary>An invoice that does not show that it is for us.</summary>
    public const string AddresseeMissing = "addressee-missing";

    /// <summary>An invoice of which nobody could check whom it is for.</summary>
    public const string AddresseeUnchecked = "addressee-unchecked";

    /// <summary>Lines that were taken for services, for nothing says what they are.</summary>
    public const string KindAssumed = "kind-assumed";

    /// <summary>Lines that were taken for what the supplier's earlier lines were.</summary>
    public const string KindBySupplier = "kind-by-supplier";

    /// <summary>Values that a program read from printed pages.</summary>
    public const string ReadFromPages = "read-from-pages";

    /// <summary>A number of the form of the supplier's earlier ones.</summary>
    public const string NumberAsBefore = "number-as-before";

    /// <summary>A number of another form.</summary>
    public const string NumberUnlikeBefore = "number-unlike-before";

    /// <summary>An account that could be compared with nothing.</summary>
    public const string IbanUnknown = "iban-unknown";

    /// <summary>An account that is not among those on file.</summary>
    public const string IbanNotOnFile = "iban-not-on-file";
}
