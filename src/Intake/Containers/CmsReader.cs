using System.Formats.Asn1;
using System.IO.Compression;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes what is signed out of its signature (CMS, RFC 5652; PKCS #7), what is compressed (RFC 3274) or time-stamped
/// (RFC 5544) out of that. Lengths may be left open and texts come in chunks (BER). Neither signers nor certificates are
/// read: whoever signed, the content is read the same.
/// </summary>
internal static class CmsReader
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Signed = "1.2.840.113549.1.7.2";
    private const string Compressed = "1.2.840.113549.1.9.16.1.9";
    private const string TimeStamped = "1.2.840.113549.1.9.16.1.31";

    private static readonly string[] Encrypted =
        ["1.2.840.113549.1.7.3", "1.2.840.113549.1.7.4", "1.2.840.113549.1.7.6", "1.2.840.113549.1.9.16.1.23"];

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public static Opening Open(SourceFile file, UnpackingBudget budget)
    {
        try
        {
            var bytes = CmsBytes.Of(file.Bytes) ?? throw new InvalidDataException("The text around it is broken.");
            var message = new AsnReader(bytes, AsnEncodingRules.BER).ReadSequence();
            var type = message.ReadObjectIdentifier();
            if (Encrypted.Contains(type))
            {
                return Opening.Refused(new DocumentOutcome.NoStructuredData(ContainerRefusals.Sealed(file)));
            }

            var content = Content(type, message.ReadSequence(Explicit), budget);
            return content is { Length: > 0 } inner
                ? new([Inner(file, inner)], new DocumentOutcome.Opened()) { IsSigned = type == Signed, MayBeMail = true }
                : Opening.Refused(new DocumentOutcome.NotAnInvoice(type == Signed ? ContentRefusals.Signature : ContainerRefusals.UnknownCms));
        }
        catch (Exception e) when (e is AsnContentException or InvalidDataException)
        {
            return Opening.Refused(new DocumentOutcome.Rejected(budget.IsExceeded ? ContainerRefusals.TooLarge(budget) : ContainerRefusals.DamagedCms));
        }
    }

    /// <summary>Null if there is none in it: a signature may stand beside what it signs.</summary>
    private static ReadOnlyMemory<byte>? Content(string type, AsnReader content, UnpackingBudget budget)
    {
        switch (type)
        {
            case Data:
                return Octets(content, budget);
            case Signed:
                var signed = content.ReadSequence();
                Skip(signed, 2);
                return Encapsulated(signed.ReadSequence(), budget);
            case Compressed:
                var compressed = content.ReadSequence();
                Skip(compressed, 2);
                if (Encapsulated(compressed.ReadSequence(), budget) is not { } packed)
                {
                    return null;
                }

                using (var inflated = new ZLibStream(new ReadOnlyMemoryStream(packed), CompressionMode.Decompress))
                {
                    return budget.Unpack(inflated);
                }

            case TimeStamped:
                var stamped = content.ReadSequence();
                while (stamped.HasData && !stamped.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
                {
                    Skip(stamped, 1);
                }

                return stamped.HasData ? Octets(stamped, budget) : null;
            default:
                return null;
        }
    }

    private static ReadOnlyMemory<byte>? Encapsulated(AsnReader encapsulated, UnpackingBudget budget)
    {
        Skip(encapsulated, 1);
        return encapsulated.HasData ? Octets(encapsulated.ReadSequence(Explicit), budget) : null;
    }

    private static ReadOnlyMemory<byte> Octets(AsnReader reader, UnpackingBudget budget)
    {
        // PKCS #7 allowed any type there (RFC 5652, 5.2.1); then it is not a file.
        if (!reader.TryReadPrimitiveOctetString(out var octets))
        {
            octets = reader.ReadOctetString();
        }

        budget.Take(octets.Length);
        return octets;
    }

    private static void Skip(AsnReader reader, int values)
    {
        for (var i = 0; i < values; i++)
        {
            reader.ReadEncodedValue();
        }
    }

    private static SourceFile Inner(SourceFile file, ReadOnlyMemory<byte> bytes) => SourceFile.TakenOut(file, ContainerNames.Within(file.Name, bytes), bytes);
}
