namespace DolibarrAgent.Dolibarr;

/// <summary>A means of payment of the server's dictionary. A changeset names it by code (<c>VIR</c>, <c>PRE</c>, <c>CB</c>, <c>CHQ</c>, <c>LIQ</c>); the id is the server's own.</summary>
public sealed record PaymentMeans(long Id, string Code, string Label);
