using DolibarrAgent.Fuzzing;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>TNEF containers that are damaged, or that hold what is.</summary>
internal static class TnefMutation
{
    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Mixed);
    private static readonly byte[] Pdf = SamplePdf.Of(SampleCatalogue.Hosting);

    public static byte[] Of(byte[] bytes, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                return TnefSample.With(HostileText.Of(random), random.Next(2) == 0 ? XmlMutation.Of(Xml, random) : PdfMutation.Of(Pdf, random));
            case 1:
                // The head is where the lengths are; past the first file a byte is only content.
                var head = Math.Min(bytes.Length, 200);
                return [.. ByteMutation.Of(bytes[..head], random), .. bytes[head..]];
            default:
                return ByteMutation.Of(bytes, random);
        }
    }
}
