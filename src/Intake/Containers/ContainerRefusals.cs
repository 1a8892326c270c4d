using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>Why a container was not opened, or not all of it, with what to do.</summary>
internal static class ContainerRefusals
{
    private const string SendAgain = "Ask the supplier to send it again, or for the invoice's file by itself.";
    private const string Unpack = "Unpack it yourself, if you know the sender, and give the invoice's file.";
    private const string OpenWithKey = "Open it in the mail program that has the key, save the invoice's file and give that.";

    public static Refusal ArchiveInArchive { get; } = new("archive-in-archive", "This is an archive within an archive; only the outer one is opened.", "Take it out and give it by itself.");

    public static Refusal DamagedArchive { get; } = new("archive-damaged", "This archive is cut off or damaged.", SendAgain);

    public static Refusal EmptyArchive { get; } = new("archive-empty", "This archive holds no file.", SendAgain);

    public static Refusal DamagedCms { get; } = new("signed-damaged", "This is a signed or encrypted file that is cut off or damaged; nothing could be taken out of it.", SendAgain);

    public static Refusal UnknownCms { get; } = new("signed-unknown", "This has the form of a signed file and holds no file.", SendAgain);

    public static Refusal Encrypted { get; } = new("file-sealed", "This is encrypted; only who has the key can read it.", "Ask the supplier for the invoice without encryption, or decrypt it yourself and give the file.");

    public static Refusal MailSealed { get; } = new("mail-sealed", "The mail is encrypted (S/MIME or PGP); only who has the key can read it.", OpenWithKey);

    /// <summary>What is encrypted, as the body of a mail or as a file.</summary>
    public static Refusal Sealed(SourceFile file) => IsBody(file) ? MailSealed : Encrypted;

    public static Refusal TooManyFiles(int limit) => new("archive-too-many-files",
        string.Create(CultureInfo.InvariantCulture, $"This archive holds more than {limit} files; none was taken out of it."), Unpack);

    public static Refusal TooLarge(UnpackingBudget budget) => new("archive-too-large",
        string.Create(CultureInfo.InvariantCulture, $"This unpacks to more than {budget.Limit} bytes, which is more than it may; nothing was taken out of it."), Unpack);

    public static Refusal LockedFiles(IReadOnlyList<string> names) => new("archive-encrypted",
        $"In this archive {NamesInText.Of(names)} {(names.Count == 1 ? "is" : "are")} locked with a password.", "Ask the supplier for the invoice without a password, or unpack it yourself and give the invoice's file.");

    public static Refusal DamagedFiles(IReadOnlyList<string> names) => new("archive-damaged",
        $"In this archive {NamesInText.Of(names)} {(names.Count == 1 ? "is" : "are")} damaged, or packed in a way that is not read here.", SendAgain);

    // Mail programs call the sealed body so, or not at all.
    private static bool IsBody(SourceFile file) =>
        file.CleanName is "file" || file.CleanName.StartsWith("smime.", StringComparison.OrdinalIgnoreCase) || file.CleanName.StartsWith("encrypted.", StringComparison.OrdinalIgnoreCase);
}
