namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Leave to write to one origin. The transport lets nothing but GET pass without it. Only the operations make one, from
/// a grant, and it names the origin so that a permit for the sandbox opens nothing on prod.
/// </summary>
internal sealed record WritePermit(Origin Origin);
