namespace DolibarrAgent.Intake;

/// <summary>A file that a PDF carries: the name that it gives, and the bytes.</summary>
internal sealed record EmbeddedXml(string Name, ReadOnlyMemory<byte> Bytes);
