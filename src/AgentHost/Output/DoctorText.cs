using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>A diagnosis for a person, and as JSON.</summary>
internal static class DoctorText
{
    /// <summary>A line for each thing, what to do below it, and a last line that sums up.</summary>
    public static async Task ShowAsync(Diagnosis diagnosis, Terminal terminal)
    {
        foreach (var examined in diagnosis.All)
        {
            await terminal.Out.WriteLineAsync($"{(examined.Health == Health.Wrong ? "WRONG" : Word(examined.Health)),-6} {Shown.Line(examined.Place)}: {Shown.Line(examined.Says)}");
            if (examined.Remedy is { Length: > 0 } remedy)
            {
                await terminal.Out.WriteLineAsync($"       -> {Shown.Line(remedy)} ({examined.Code})");
            }
        }
        var (wrong, notes) = (diagnosis.Wrong.Length, diagnosis.All.Count(e => e.Health == Health.Note));
        await terminal.Out.WriteLineAsync(wrong == 0 ? $"Nothing is wrong{Notes(notes)}." : $"{wrong} to fix{Notes(notes)}.");
    }

    public static string Json(Diagnosis diagnosis) => AgentHost.Json.Line(writer =>
    {
        writer.WriteBoolean("well", diagnosis.Wrong.IsEmpty);
        writer.WriteStartArray("examined");
        foreach (var examined in diagnosis.All)
        {
            writer.WriteStartObject();
            writer.WriteString("health", Word(examined.Health));
            writer.WriteString("code", examined.Code);
            writer.WriteString("place", examined.Place);
            writer.WriteString("says", examined.Says);
            writer.WriteString("remedy", examined.Remedy);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });

    private static string Notes(int notes) => notes switch { 0 => "", 1 => "; 1 note", _ => $"; {notes} notes" };

    private static string Word(Health health) => health switch { Health.Well => "well", Health.Note => "note", _ => "wrong" };
}
