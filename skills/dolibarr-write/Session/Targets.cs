using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Recording;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The configured target to read, and the recorder to write: each opened at its first use.</summary>
internal sealed class Targets(SkillOptions options) : IDisposable
{
    private DolibarrReader? reader;
    private DolibarrReader? prod;
    private Recorder? recorder;

    /// <summary>The target's name: <c>erp-sandbox</c>.</summary>
    public string Name => options.Settings.InstanceAt(options.Settings.Target).Name;

    /// <summary>Where the target is; null where it is not configured.</summary>
    public ServerUrl? Server => options.Settings.At(options.Settings.Target)?.Server;

    /// <summary>The recorder, where it is open already: what it holds, nobody else does.</summary>
    public Recorder? OpenRecorder => recorder;

    /// <summary>What was recorded before, by whatever session.</summary>
    public RecordedChangesets Recorded { get; } = new(options.Settings.ChangesetsFolder);

    /// <summary>The configured target, to read.</summary>
    public Result<DolibarrReader> Read() => options.Settings.At(options.Settings.Target) is { } endpoint
        ? Open(ref reader, endpoint)
        : Result.Refused<DolibarrReader>(new Problem(
            Codes.NotConfigured, Name, $"The URL or the key of {Name} is not set.", $"Set them, or {Variables.Target} to the instance that is configured."));

    /// <summary>Prod, to read; null where it is not configured.</summary>
    public DolibarrReader? Prod() => options.Settings.At(Target.Prod) is { } endpoint && Open(ref prod, endpoint) is Result<DolibarrReader>.Ok { Value: var opened } ? opened : null;

    private Result<DolibarrReader> Open(ref DolibarrReader? opened, Endpoint endpoint)
    {
        if (opened is null)
        {
            var known = TargetsFile.Read(options.Settings.GateFolder);
            if (known is not Checked<EnrolledTargets>.Valid { Value: var enrolled })
            {
                return new Result<DolibarrReader>.Refused(known.AllProblems);
            }
            opened = DolibarrReader.Open(enrolled.ConnectionTo(endpoint) with { Log = options.Log, Clock = options.Patience.Clock });
        }
        return Result.Ok(opened);
    }

    /// <summary>The recorder; refused where the target is prod or unset, whoever asks.</summary>
    public async Task<Result<Recorder>> RecordAsync(CancellationToken cancel)
    {
        if (recorder is null)
        {
            switch (await Recorder.OpenAsync(options.Settings, options.Recorder with { MakeFolder = Recorded.MakeFolder }, cancel))
            {
                case OpenResult.Open open:
                    recorder = open.Recorder;
                    break;
                case OpenResult.Refused refused:
                    return new Result<Recorder>.Refused(refused.Problems);
            }
        }
        return Result.Ok(recorder!);
    }

    public void Dispose()
    {
        recorder?.Dispose();
        reader?.Dispose();
        prod?.Dispose();
        Recorded.Dispose();
    }
}
