using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The folder that changesets are recorded to.</summary>
internal static class FolderExamination
{
    /// <summary>Tried with a file that is gone again. A folder that is not there is made by the first recording, where its parent can be written.</summary>
    public static Examined Of(string folder)
    {
        var place = Path.GetFullPath(folder);
        var there = Nearest(place);
        var file = Path.Combine(there, $".doctor-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(file, "");
            File.Delete(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Examined(Codes.ChangesetsUnwritable, place, $"Changesets cannot be written there: {fault.Message}") { Remedy = $"Make the folder writable, or set {Variables.Changesets} to another." };
        }
        return new Examined(Health.Well, "changesets", place, there == place ? "changesets are recorded there" : "changesets are recorded there; the first one makes the folder");
    }

    private static string Nearest(string folder) => Directory.Exists(folder) || Path.GetDirectoryName(folder) is not { } parent ? folder : Nearest(parent);
}
