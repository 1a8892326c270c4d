using DolibarrAgent.Fuzzing;
using DolibarrAgent.Intake.Tests.Containers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>Archives and signatures that are damaged, nested without end, or hold what is damaged.</summary>
internal static class ContainerMutation
{
    private const int MostNested = 2000;

    public static byte[] Xml { get; } = SampleXml.Of(SampleCatalogue.Mixed);

    public static byte[] Of(byte[] bytes, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                return TestArchive.Zip((Name(random), XmlMutation.Of(Xml, random)), ("a.zip", bytes), ("a.p7m", ByteMutation.Of(bytes, random)));
            case 1:
                return TestCms.SignedInChunks(random.Next(2) == 0 ? MailMutation.Of(SampleEmail.With(SampleCatalogue.Hosting).ToBytes(), random) : ByteMutation.Of(bytes, random));
            case 2:
                return Nested(bytes, random);
            case 3:
                // The ends are where the lengths are; between them a byte is only content.
                var head = Math.Min(bytes.Length, 300);
                return random.Next(2) == 0
                    ? [.. ByteMutation.Of(bytes[..head], random), .. bytes[head..]]
                    : [.. bytes[..^head], .. ByteMutation.Of(bytes[^head..], random)];
            case 4:
                return TestArchive.Gzip(ByteMutation.Of(bytes, random));
            default:
                return ByteMutation.Of(bytes, random);
        }
    }

    // A zip has no room for longer ones.
    private static string Name(Random random)
    {
        var text = HostileText.Of(random);
        return "a" + text[..Math.Min(text.Length, 1000)];
    }

    private static byte[] Nested(byte[] bytes, Random random)
    {
        var depth = random.Next(1, 40);
        var nested = bytes;
        for (var i = 0; i < depth; i++)
        {
            nested = random.Next(3) switch { 0 => TestArchive.Gzip(nested), 1 => TestArchive.Zip(("a", nested)), _ => TestCms.SignedInChunks(nested) };
        }

        // Lengths that are left open, one in the other: what looks for their ends may look for each again.
        byte[] open = [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, .. Enumerable.Repeat<byte[]>([0xA0, 0x80], random.Next(MostNested)).SelectMany(b => b)];
        return random.Next(4) == 0 ? open : nested;
    }
}
