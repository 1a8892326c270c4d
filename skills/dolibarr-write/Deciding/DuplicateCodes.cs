namespace DolibarrAgent.DolibarrWrite;

/// <summary>Why an invoice that is known already is not entered.</summary>
public static class DuplicateCodes
{
    /// <summary>The same invoice is on the target, or in a changeset: nothing is missing.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Another invoice has its number: for a person.</summary>
    public const string SameNumberDiffers = "same-number-differs";

    /// <summary>The same number, day and amount are on the target under another supplier that may be this one: for a person.</summary>
    public const string Elsewhere = "duplicate-elsewhere";

    /// <summary>A changeset that no agent brought to its end rests on the same mail or holds the same invoice.</summary>
    public const string ChangesetOpen = "changeset-open";

    /// <summary>What is on the sandbox belongs to no changeset that can be replayed.</summary>
    public const string LeftBehind = "left-behind";
}
