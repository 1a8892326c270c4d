using DolibarrAgent.Recording;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether what is recorded here is signed.</summary>
internal static class RecorderKeyExamination
{
    public static async Task<Examined> OfAsync(ProgramSettings settings, CancellationToken cancel)
    {
        if (settings.RecorderKey is not { } path)
        {
            return new Examined(Health.Note, "recorder-key", Variables.RecorderKey, "is not set: changesets are not signed, and who replays cannot tell them from those that somebody wrote by hand")
            {
                Remedy = $"Set {Variables.RecorderKey} to the file of an SSH key without a passphrase, which only this user may read.",
            };
        }
        return await RecorderKey.OpenAsync(path, cancel) switch
        {
            ({ } key, _) => new Examined(Health.Well, "recorder-key", path, $"signs changesets with the key {key.Fingerprint}, which the machine that replays must have in its list of recorders"),
            (_, var problem) => Examined.Wrong(problem!),
        };
    }
}
