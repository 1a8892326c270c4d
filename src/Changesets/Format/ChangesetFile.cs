using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DolibarrAgent.Changesets;

/// <summary>
/// The written form of a changeset, in its own <see cref="ChangesetFormat"/>. Strict both ways: the bytes that are read must
/// be exactly what the writer makes of them, so their SHA-256 names the changeset and no canonical form has to be trusted.
/// </summary>
public static class ChangesetFile
{
    /// <summary>Larger files are not read: a changeset of thousands of invoices stays well under it.</summary>
    public const int SizeLimit = 64 * 1024 * 1024;

    /// <summary>More than is asked room for before it is filled, but for texts that are longer.</summary>
    private const int AskedAhead = 16 * 1024;

    private static readonly JsonDocumentOptions ReadOptions = new() { AllowDuplicateProperties = false, MaxDepth = 24 };

    public static byte[] Write(Changeset changeset)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(changeset, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Changeset changeset, ArrayBufferWriter<byte> buffer)
    {
        new ChangesetWriter(new SpacedJson(buffer, changeset.Format)).Write(changeset);
        buffer.Write("\n"u8);
    }

    /// <summary>The changeset that these bytes are, or every problem that was found, each with its place.</summary>
    public static ChangesetRead Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > SizeLimit)
        {
            return Refused(Codes.TooLarge, $"The file has {bytes.Length} bytes, more than {SizeLimit}.");
        }
        try
        {
            using var document = JsonDocument.Parse(bytes, ReadOptions);
            var reader = new ChangesetReader();
            var changeset = reader.Read(document.RootElement);
            ImmutableArray<Problem> problems = reader.Problems is [] && changeset is not null
                ? [.. ChangesetRules.Check(changeset), .. SameBytes(changeset, bytes.Span)]
                : [.. reader.Problems];
            return problems is [] ? new ChangesetRead.Good(changeset!, Digest.Of(bytes.Span)) : new ChangesetRead.Bad(problems);
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}");
            return new ChangesetRead.Bad([new Problem(Codes.NotJson, place, $"This is not the JSON of a changeset: {FirstSentence(e.Message)}", ChangesetReader.Remedy)]);
        }
        // A lone surrogate, written as an escape, is accepted by the parser and only refused when the text is asked for.
        catch (InvalidOperationException e)
        {
            return Refused(Codes.NotText, $"A text in it cannot be read: {FirstSentence(e.Message)}");
        }
    }

    /// <summary>What was added to a changeset, in the same form; nothing in it is compared with the rest. Null where it is not that.</summary>
    internal static Changeset? ReadPart(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, ReadOptions);
            var reader = new ChangesetReader();
            var part = reader.Read(document.RootElement);
            return reader.Problems is [] ? part : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<Problem> SameBytes(Changeset changeset, ReadOnlySpan<byte> bytes)
    {
        // As long as it should come out: one that grows would be copied again and again.
        var written = new ArrayBufferWriter<byte>(bytes.Length + AskedAhead);
        Write(changeset, written);
        var own = written.WrittenSpan;
        var same = own.CommonPrefixLength(bytes);
        if (same == own.Length && same == bytes.Length)
        {
            return [];
        }
        var line = bytes[..same].Count((byte)'\n') + 1;
        return [new Problem(
            Codes.OtherBytes,
            string.Create(CultureInfo.InvariantCulture, $"line {line}, byte {same + 1} of the file"),
            $"The file is not as the recorder writes it: {Near(own, same)} is expected, {Near(bytes, same)} is there.",
            ChangesetReader.Remedy)];
    }

    private static string Near(ReadOnlySpan<byte> bytes, int at) => at >= bytes.Length
        ? "the end of the file"
        : JsonText.Quote(Encoding.UTF8.GetString(bytes.Slice(at, Math.Min(24, bytes.Length - at))));

    private static string FirstSentence(string message) => message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];

    private static ChangesetRead.Bad Refused(ProblemCode code, string message) => new([new Problem(code, "the file", message, ChangesetReader.Remedy)]);
}

/// <summary>What came of reading a changeset. Closed.</summary>
public abstract record ChangesetRead
{
    private ChangesetRead() { }

    public sealed record Good(Changeset Changeset, Digest Digest) : ChangesetRead;

    public sealed record Bad(ImmutableArray<Problem> Problems) : ChangesetRead;
}
