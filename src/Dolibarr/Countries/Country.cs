namespace DolibarrAgent.Dolibarr;

/// <summary>A country of the server's dictionary. A change goes by code; the id is the server's own.</summary>
public sealed record Country(long Id, string Code, string Label);
