using System.Buffers.Binary;
using MimeKit;
using MimeKit.Tnef;

namespace DolibarrAgent.Intake;

/// <summary>
/// Looks at what a TNEF container says of itself before the mail library believes it. Of its texts the library makes
/// headers, in time with the square of their length: a title of some megabytes would keep it busy for hours. Of a packed
/// text it takes as much memory as is announced, and of rows and values it goes through as many, whatever is there.
/// </summary>
internal sealed class TnefClaims
{
    /// <summary>Characters and bytes of all of them together: hundreds of files with long names stay under it.</summary>
    private const int Longest = 64 * 1024;

    /// <summary>Rows, properties of one, values of one: the reader goes through as many as are claimed, whatever is there.</summary>
    private const int Most = 10_000;

    private const int LargestText = 8 * 1024 * 1024;

    private static readonly TnefAttributeTag[] Tables = [TnefAttributeTag.MapiProperties, TnefAttributeTag.Attachment, TnefAttributeTag.RecipientTable];

    private static readonly TnefPropertyType[] CanTakeNoRoom =
        [TnefPropertyType.Unspecified, TnefPropertyType.Null, TnefPropertyType.Unicode, TnefPropertyType.String8, TnefPropertyType.Binary, TnefPropertyType.Object];

    private static readonly TnefAttributeTag[] Named = [TnefAttributeTag.AttachTitle, TnefAttributeTag.AttachTransportFilename, TnefAttributeTag.Subject, TnefAttributeTag.MessageId, TnefAttributeTag.From];

    private static readonly TnefPropertyId[] Headers =
    [
        TnefPropertyId.AttachFilename, TnefPropertyId.AttachLongFilename, TnefPropertyId.AttachMimeTag, TnefPropertyId.AttachContentId,
        TnefPropertyId.AttachContentLocation, TnefPropertyId.DisplayName, TnefPropertyId.Subject, TnefPropertyId.NormalizedSubject,
        TnefPropertyId.SubjectPrefix, TnefPropertyId.InternetMessageId, TnefPropertyId.InReplyToId,
        TnefPropertyId.SenderName, TnefPropertyId.SenderEmailAddress, TnefPropertyId.SentRepresentingName, TnefPropertyId.SentRepresentingEmailAddress,
        TnefPropertyId.EmailAddress, TnefPropertyId.SmtpAddress,
    ];

    private long length;

    /// <summary>Throws what the library throws on a container that is damaged.</summary>
    public static bool AreCredible(TnefPart tnef)
    {
        if (tnef.Content is not { } content)
        {
            return true;
        }

        using var stream = new MemoryStream();
        content.DecodeTo(stream);
        stream.Position = 0;
        using var reader = new TnefReader(stream, 0, TnefComplianceMode.Loose);
        var claims = new TnefClaims();
        while (claims.length <= Longest && reader.ReadNextAttribute())
        {
            if (Tables.Contains(reader.AttributeTag))
            {
                // In a table that is cut off the library would go on through rows and values of nothing.
                var isWhole = reader.AttributeRawValueLength <= stream.Length - reader.AttributeRawValueStreamOffset;
                claims.length += isWhole ? 0 : Longest + 1;
                claims.Count(reader.TnefPropertyReader);
            }
            else if (Named.Contains(reader.AttributeTag))
            {
                claims.length += reader.AttributeRawValueLength;
            }
        }

        return claims.length <= Longest;
    }

    private void Count(TnefPropertyReader properties)
    {
        do
        {
            if (properties.RowCount > Most || properties.PropertyCount > Most)
            {
                length += Longest + 1;
                return;
            }

            var read = 0;
            while (length <= Longest && properties.ReadNextProperty())
            {
                read++;
                if (properties.ValueCount > Most)
                {
                    length += Longest + 1;
                }
                else if (properties.PropertyTag.Id == TnefPropertyId.RtfCompressed && properties.PropertyTag.ValueTnefType == TnefPropertyType.Binary)
                {
                    length += IsSane(properties) ? 0 : Longest + 1;
                }
                else if (Headers.Contains(properties.PropertyTag.Id)
                    && properties.PropertyTag.ValueTnefType is TnefPropertyType.String8 or TnefPropertyType.Unicode
                    && !properties.IsMultiValuedProperty)
                {
                    length += properties.ReadValueAsString().Length;
                }
            }

            // Behind a property that cannot be read the library would go on by itself, past what is counted here: to the next
            // row, or through values that take no room, as many as are claimed.
            length += (properties.ValueCount > Most && properties.RawValueLength <= 0 && CanTakeNoRoom.Contains(properties.PropertyTag.ValueTnefType))
                || (properties.RowCount > 0 && read < properties.PropertyCount)
                ? Longest + 1
                : 0;
        }
        while (length <= Longest && properties.RowCount > 0 && properties.ReadNextRow());
    }

    // The head of packed RTF (MS-OXRTFCP, 2.1.3.1.1): how long it is, and how long it will be.
    private static bool IsSane(TnefPropertyReader properties)
    {
        Span<byte> head = stackalloc byte[8];
        using var packed = properties.GetRawValueReadStream();
        return packed.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
            || (BinaryPrimitives.ReadInt32LittleEndian(head) is >= 0 and <= LargestText
                && BinaryPrimitives.ReadInt32LittleEndian(head[4..]) is >= 0 and <= LargestText);
    }
}
