using System.Globalization;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>
/// Mutated documents through the whole of intake. INTAKE_FUZZ sets how many (100000, say); the corpus gives more
/// seeds where it is at hand.
/// </summary>
public sealed class FuzzTests
{
    [Fact]
    public void No_mutated_document_makes_the_reader_throw()
    {
        var wanted = Environment.GetEnvironmentVariable("INTAKE_FUZZ");
        var count = wanted is null ? 600 : int.Parse(wanted, CultureInfo.InvariantCulture);
        var seeds = Seeds().ToArray();

        // A seed of the day's own would find more and could not be repeated; the number is in the output instead.
        var random = new Random(count);
        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = seeds[random.Next(seeds.Length)];
            var mutated = Mutation.Of(bytes, random);
            var exception = Record.Exception(() => ReadAndFit(name, mutated));
            Assert.True(exception is null, $"{name}, input {i} of {count}: {exception}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} inputs from {seeds.Length} seeds");
    }

    private static void ReadAndFit(string name, byte[] bytes)
    {
        var reading = DocumentReader.Read(name, bytes, ReadLimits.Default, TestContext.Current.CancellationToken);
        foreach (var line in DocumentJson.Lines(reading, TestInvoice.Context, VatRounding.PerLine))
        {
            using var json = System.Text.Json.JsonDocument.Parse(line);
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Seeds()
    {
        yield return ("a.xml", SampleXml.Of(SampleCatalogue.Mixed));
        yield return ("a.pdf", SamplePdf.Of(SampleCatalogue.Hosting));
        yield return ("a.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes());
        if (Directory.Exists(ProjectRoot.Corpus))
        {
            foreach (var path in Directory.EnumerateFiles(ProjectRoot.Corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                if (Path.GetExtension(path).ToUpperInvariant() is ".XML" or ".PDF" or ".EML" && new FileInfo(path).Length < 400_000)
                {
                    yield return (Path.GetFileName(path), File.ReadAllBytes(path));
                }
            }
        }
    }
}
