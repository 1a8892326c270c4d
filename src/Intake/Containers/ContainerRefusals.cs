using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Why a container was not opened, or not all of it, with what to do.</summary>
internal static class ContainerRefusals
{
    public static Refusal ArchiveInArchive { get; } = new(Codes.ArchiveInArchive, "This is an archive within an archive; only the outer one is opened.");

    public static Refusal DamagedArchive { get; } = new(Codes.ArchiveDamaged, "This archive is cut off or damaged.");

    public static Refusal EmptyArchive { get; } = new(Codes.ArchiveEmpty, "This archive holds no file.");

    public static Refusal DamagedCms { get; } = new(Codes.SignedDamaged, "This is a signed or encrypted file that is cut off or damaged; nothing could be taken out of it.");

    public static Refusal UnknownCms { get; } = new(Codes.SignedUnknown, "This has the form of a signed file and holds no file.");

    public static Refusal Encrypted { get; } = new(Codes.FileSealed, "This is encrypted; only who has the key can read it.");

    public static Refusal MailSealed { get; } = new(Codes.MailSealed, "The mail is encrypted (S/MIME or PGP); only who has the key can read it.");

    /// <summary>What is encrypted, as the body of a mail or as a file.</summary>
    public static Refusal Sealed(SourceFile file) => IsBody(file) ? MailSealed : Encrypted;

    public static Refusal TooManyFiles(int limit) => new(Codes.ArchiveTooManyFiles,
        string.Create(CultureInfo.InvariantCulture, $"This archive holds more than {limit} files; none was taken out of it."));

    public static Refusal TooLarge(UnpackingBudget budget) => new(Codes.ArchiveTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"This unpacks to more than {budget.Limit} bytes, which is more than it may; nothing was taken out of it."));

    public static Refusal LockedFiles(IReadOnlyList<string> names) => new(Codes.ArchiveEncrypted,
        $"In this archive {NamesInText.Of(names)} {(names.Count == 1 ? "is" : "are")} locked with a password.");

    public static Refusal DamagedFiles(IReadOnlyList<string> names) => new(Codes.ArchiveDamaged,
        $"In this archive {NamesInText.Of(names)} {(names.Count == 1 ? "is" : "are")} damaged, or packed in a way that is not read here.");

    // Mail programs call the sealed body so, or not at all.
    private static bool IsBody(SourceFile file) =>
        file.CleanName is "file" || file.CleanName.StartsWith("smime.", StringComparison.OrdinalIgnoreCase) || file.CleanName.StartsWith("encrypted.", StringComparison.OrdinalIgnoreCase);
}
