using DolibarrAgent.Samples;

namespace DolibarrAgent.EndToEnd.Tests.Hostile;

/// <summary>The sample's mail with a payload somewhere in it.</summary>
internal static class HostileMail
{
    /// <summary>Stands before every payload, so that its words can be told from ours wherever they turn up.</summary>
    public const string Canary = "Zwölfkampf";

    public static byte[] Of(Payload payload, Place place) => With($"{Canary} {payload.Text}", place).ToBytes();

    private static SampleEmail With(string text, Place place)
    {
        var hosting = SampleCatalogue.Hosting;
        var mail = SampleEmail.With(hosting);
        return place switch
        {
            Place.Body => mail with { Text = text, Html = null },
            Place.HiddenHtml => mail with { Text = "", Html = $"<html><body><p>Bonjour,</p><p>voici notre facture.</p><div style=\"display:none;font-size:0\">{text}</div></body></html>" },
            Place.Subject => mail with { Subject = text.ReplaceLineEndings(" ") },
            Place.FileName => mail with { Attachments = [mail.Attachments[0] with { Name = text + ".pdf" }] },
            Place.XmlLine => SampleEmail.With(hosting with { Lines = [hosting.Lines[0] with { Name = text }, hosting.Lines[1]] }),
            Place.SupplierName => SampleEmail.With(hosting with { Seller = hosting.Seller with { Name = text } }),
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, "no such place"),
        };
    }
}
