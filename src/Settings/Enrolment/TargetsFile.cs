using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>The file <c>targets.json</c> in the gate's folder, format <c>dolibarr-targets/1</c>. It counts only where nobody but its owner could have written it.</summary>
public static class TargetsFile
{
    /// <summary>Its name.</summary>
    public const string Name = "targets.json";

    internal const string Format = "dolibarr-targets/1";

    private const int Largest = 1 << 20;
    private const string What = "the enrolled targets";

    /// <summary>What is enrolled, or every reason why the file does not count. Nothing is enrolled where it is not there.</summary>
    /// <param name="gate">The gate's folder; null if there is none.</param>
    public static Checked<EnrolledTargets> Read(string? gate)
    {
        if (gate is null)
        {
            return new Checked<EnrolledTargets>.Valid(EnrolledTargets.None);
        }

        if (GateFiles.Read(gate).AllProblems is { IsEmpty: false } problems)
        {
            return new Checked<EnrolledTargets>.Invalid(problems);
        }

        var path = Path.Combine(gate, Name);
        if (GuardedFile.ProblemOf(path, What) is { } problem)
        {
            return new Checked<EnrolledTargets>.Invalid([problem]);
        }

        try
        {
            return new TargetsReader(path).Read(RegularFile.ReadUnlinked(path, Largest));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Checked<EnrolledTargets>.Valid(EnrolledTargets.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Checked<EnrolledTargets>.Wrong(Codes.TargetsUnreadable, path, $"What is enrolled cannot be read: {refused.Message}");
        }
    }

    /// <summary>Writes the file whole or not at all, for its owner alone; why it was not written, or null.</summary>
    public static Problem? Write(string gate, EnrolledTargets enrolled)
    {
        var path = Path.Combine(gate, Name);
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            MakeFolder(gate);
            using (var file = new FileStream(draft, Private()))
            {
                file.Write(BytesOf(enrolled));
                file.Flush(flushToDisk: true);
            }

            if (GuardedFile.ProblemOf(draft, What) is { } problem)
            {
                return problem;
            }

            File.Move(draft, path, overwrite: true);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new Problem(Codes.GateUnwritable, gate, $"What was found cannot be written down: {refused.Message}", $"Run it as a user who may write there, or name another folder in {Variables.Gate}.");
        }
        finally
        {
            File.Delete(draft);
        }
    }

    internal static byte[] BytesOf(EnrolledTargets enrolled) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(TargetsJson.Of(enrolled), TargetsJsonContext.Default.TargetsJson), (byte)'\n'];

    private static void MakeFolder(string gate)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(gate);
        }
        else
        {
            Directory.CreateDirectory(gate, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
