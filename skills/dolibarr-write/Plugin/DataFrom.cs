namespace DolibarrAgent.DolibarrWrite;

/// <summary>Where the words in a <c>data</c> object come from: its first member, always one of these.</summary>
internal static class DataFrom
{
    /// <summary>Whoever sent the mail: its sender, subject, text.</summary>
    public const string Email = "email";

    /// <summary>Whoever named a file.</summary>
    public const string FileName = "file";

    /// <summary>Whoever made a PDF or a picture: what stands on its pages.</summary>
    public const string Pages = "pages";

    /// <summary>The structured invoice in a document.</summary>
    public const string Invoice = "invoice";

    /// <summary>What is stored on the target.</summary>
    public const string Dolibarr = "Dolibarr";

    /// <summary>What a rule found, which quotes documents, Dolibarr and arguments.</summary>
    public const string Check = "check";

    /// <summary>What the changeset names, which was taken from documents, Dolibarr and arguments.</summary>
    public const string Changeset = "changeset";
}
