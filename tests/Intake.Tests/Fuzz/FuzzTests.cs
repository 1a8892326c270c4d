using System.Text.Json;
using DolibarrAgent.Fuzzing;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>
/// Mutated documents through the whole of intake, a reader at a time: see <see cref="FuzzRun"/> for how many and how to try
/// one again. The corpus gives more seeds where there is one.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests
{
    public static TheoryData<string> Readers => [.. FuzzSeeds.Readers];

    [Theory]
    [MemberData(nameof(Readers))]
    public void No_mutated_document_makes_a_reader_throw_hang_or_swell(string reader)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("INTAKE_FUZZ_READER") is not { Length: > 0 } one || one == reader, "INTAKE_FUZZ_READER names another reader.");
        var plan = new FuzzPlan(reader, [.. FuzzSeeds.Of(reader)], FuzzSeeds.MutationOf(reader), ReadAndFit);
        TestContext.Current.TestOutputHelper?.WriteLine(new FuzzRun(plan, "INTAKE", Path.Combine(ProjectRoot.Path, "artifacts", "fuzz")).Go(few: 150));
    }

    private static void ReadAndFit(string name, byte[] bytes)
    {
        var reading = DocumentReader.Read(name, bytes, ReadLimits.Default, CancellationToken.None);
        foreach (var file in reading.Documents.Select(d => d.File).Append(reading.File))
        {
            StaysInItsFolder(file.CleanName);
        }

        foreach (var line in DocumentJson.Lines(reading, TestInvoice.Context, VatRounding.PerLine))
        {
            using var json = JsonDocument.Parse(line);
        }
    }

    private static void StaysInItsFolder(string name)
    {
        if (name.Length is 0 or > FileNames.Longest + 1 || name != Path.GetFileName(name) || name is "." or ".." || name.AsSpan().ContainsAny("/\\:\0"))
        {
            throw new InvalidOperationException($"A clean name leads elsewhere: {name}");
        }
    }
}

/// <summary>What is allocated is counted for the whole process: nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
