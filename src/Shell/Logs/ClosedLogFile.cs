using System.Text;
using DolibarrAgent.Changesets;
using Serilog.Sinks.File;

namespace DolibarrAgent.Shell;

/// <summary>Each log file as it is opened, a new one each day: with the rights of the changesets, and never by way of a link.</summary>
internal sealed class ClosedLogFile(FileRights rights) : FileLifecycleHooks
{
    public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
    {
        if (LogFolder.LinkAt(path) is { } refusal)
        {
            underlyingStream.Dispose();
            throw new IOException(refusal);
        }
        rights.GiveTo(path);
        return underlyingStream;
    }
}
