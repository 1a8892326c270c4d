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

    /// <summary>An account that could be compared with nothing.</summary>
    public const string IbanUnknown = "iban-unknown";

    /// <summary>An account that is not among those on file.</summary>
    public const string IbanNotOnFile = "iban-not-on-file";
}
