using System.Formats.Asn1;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace DolibarrAgent.Intake.Tests.Containers;

/// <summary>What is signed, sealed or compressed, as mail programs and platforms make it.</summary>
internal static class TestCms
{
    private const string Data = "1.2.840.113549.1.7.1";

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>With a true signature, by a key that nobody knows.</summary>
    public static byte[] Signed(byte[] content, bool isDetached = false)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Hebergeur Dupont", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var message = new SignedCms(new ContentInfo(content), isDetached);
        message.ComputeSignature(new CmsSigner(certificate) { IncludeOption = X509IncludeOption.EndCertOnly });
        return message.Encode();
    }

    /// <summary>Without signers, which nobody reads; lengths left open and the content in chunks, as programs write that do not know its length.</summary>
    public static byte[] SignedInChunks(byte[] content)
    {
        byte[] data = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];
        byte[] signed = [.. data[..10], 0x02];
        var chunks = content.Chunk(1000).SelectMany(chunk => (byte[])[0x04, 0x82, (byte)(chunk.Length >> 8), (byte)chunk.Length, .. chunk]);
        byte[] end = [0, 0];
        return
        [
            0x30, 0x80, .. signed, 0xA0, 0x80, 0x30, 0x80, 0x02, 0x01, 0x01, 0x31, 0x00,
            0x30, 0x80, .. data, 0xA0, 0x80, 0x24, 0x80, .. chunks, .. end, .. end, .. end,
            0x31, 0x00, .. end, .. end, .. end,
        ];
    }

    public static byte[] Compressed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return Of("1.2.840.113549.1.9.16.1.9", writer =>
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.9.16.3.8");
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Data);
                using (writer.PushSequence(Explicit))
                {
                    writer.WriteOctetString(packed.ToArray());
                }
            }
        });
    }

    public static byte[] TimeStamped(byte[] content) => Of("1.2.840.113549.1.9.16.1.31", writer =>
    {
        writer.WriteInteger(1);
        writer.WriteCharacterString(UniversalTagNumber.IA5String, "a.xml");
        writer.WriteOctetString(content);
    });

    /// <summary>Encrypted: what is in it is nobody's business here.</summary>
    public static byte[] Sealed() => Of("1.2.840.113549.1.7.3", writer => writer.WriteInteger(0));

    public static byte[] Pem(byte[] cms) => System.Text.Encoding.ASCII.GetBytes(PemEncoding.WriteString("PKCS7", cms) + "\n");

    private static byte[] Of(string type, Action<AsnWriter> content)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSequence(Explicit))
            {
                using (writer.PushSequence())
                {
                    content(writer);
                }
            }
        }

        return writer.Encode();
    }
}
