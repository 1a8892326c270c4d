using DolibarrAgent.Intake;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;
using DolibarrAgent.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What one session of the skill is opened with.</summary>
/// <param name="Settings">The instances and the target.</param>
/// <param name="By">The program that records, and its version: <c>dolibarr-agent 1.0.0</c>.</param>
public sealed record SkillOptions(ProgramSettings Settings, string By)
{
    /// <summary>The language model that chooses the operations; null where none does.</summary>
    public string? Model { get; init; }

    /// <summary>Gets every call; never a key.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>How long to wait for a server that did not answer, and the clock.</summary>
    public Patience Patience { get; init; } = Patience.Default;

    /// <summary>What the person who started it decided about its documents.</summary>
    public PersonDecisions Decisions { get; init; } = PersonDecisions.None;

    /// <summary>What reading a document may cost.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>A folder whose mails, PDFs and XMLs a model may open by their names; null where it opens none.</summary>
    public string? DocumentFolder { get; init; }

    /// <summary>Reads the pages of PDFs and pictures, in a process of its own; null where nobody does. Whoever opens a skill with it has the skill end it.</summary>
    public IPageReader? Pages { get; init; }

    internal RecorderOptions Recorder => new(By, Model, Log, Patience);

    internal DateOnly Today => DateOnly.FromDateTime(Patience.Clock.GetLocalNow().DateTime);
}
