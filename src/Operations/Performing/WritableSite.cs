using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>A site with leave to write to it.</summary>
internal sealed record WritableSite(Site Site, DolibarrWriter Writer);
