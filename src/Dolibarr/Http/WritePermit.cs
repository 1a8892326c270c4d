using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Leave to write to one origin. Without it the transport sends only GET requests. Only the operations make one, from
/// a grant, and it names the origin so that a permit for the sandbox opens nothing on prod.
/// </summary>
internal sealed record WritePermit(Origin Origin);
