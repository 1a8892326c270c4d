using MimeKit;
using MimeKit.Tnef;

namespace DolibarrAgent.Intake;

/// <summary>
/// Looks at how long the texts of a TNEF container are before the mail library makes headers of them: for that it takes
/// time with the square of their length, and a title of some megabytes would keep it busy for hours.
/// </summary>
internal static class TnefTexts
{
    private const int Longest = 8 * 1024;

    private static readonly TnefPropertyId[] Headers =
    [
        TnefPropertyId.AttachFilename, TnefPropertyId.AttachLongFilename, TnefPropertyId.AttachMimeTag, TnefPropertyId.AttachContentId,
        TnefPropertyId.AttachContentLocation, TnefPropertyId.DisplayName, TnefPropertyId.Subject, TnefPropertyId.NormalizedSubject,
        TnefPropertyId.SubjectPrefix, TnefPropertyId.InternetMessageId, TnefPropertyId.InReplyToId, TnefPropertyId.InternetReferences,
        TnefPropertyId.SenderName, TnefPropertyId.SenderEmailAddress, TnefPropertyId.SentRepresentingName, TnefPropertyId.SentRepresentingEmailAddress,
        TnefPropertyId.EmailAddress, TnefPropertyId.SmtpAddress,
    ];

    public static bool AreShort(TnefPart tnef)
    {
        if (tnef.Content is not { } content)
        {
            return true;
        }

        using var stream = content.Open();
        using var reader = new TnefReader(stream, 0, TnefComplianceMode.Loose);
        while (reader.ReadNextAttribute())
        {
            if (reader.AttributeTag is TnefAttributeTag.MapiProperties or TnefAttributeTag.Attachment or TnefAttributeTag.RecipientTable)
            {
                if (!AreShort(reader.TnefPropertyReader))
                {
                    return false;
                }
            }
            else if (reader.AttributeTag is not (TnefAttributeTag.AttachData or TnefAttributeTag.Body or TnefAttributeTag.AttachMetaFile)
                && reader.AttributeRawValueLength > Longest)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreShort(TnefPropertyReader properties)
    {
        do
        {
            while (properties.ReadNextProperty())
            {
                if (Headers.Contains(properties.PropertyTag.Id)
                    && properties.PropertyTag.ValueTnefType is TnefPropertyType.String8 or TnefPropertyType.Unicode
                    && !properties.IsMultiValuedProperty
                    && properties.ReadValueAsString().Length > Longest)
                {
                    return false;
                }
            }
        }
        while (properties.ReadNextRow());

        return true;
    }
}
