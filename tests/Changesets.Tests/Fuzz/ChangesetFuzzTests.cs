using DolibarrAgent.Fuzzing;

namespace DolibarrAgent.Changesets.Tests.Fuzz;

/// <summary>Mutated changesets, as bytes and as folders with their blobs: see <see cref="FuzzRun"/> for how many and how to try one again.</summary>
[Collection(nameof(Alone))]
public sealed class ChangesetFuzzTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("fuzz-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void No_mutated_changeset_makes_the_reader_throw_hang_or_swell_and_what_is_read_is_written_to_the_same_bytes() =>
        Go(new FuzzPlan("changeset", Seeds, ChangesetMutation.Of, Read), few: 2000);

    [Fact]
    public void No_mutated_folder_makes_the_reader_throw_or_touch_anything()
    {
        var outside = Path.Combine(root, "outside.txt");
        File.WriteAllText(outside, "not ours");
        var folder = ChangesetFolder.Create(Path.Combine(root, "changesets"), Example.Changeset);
        folder.Keep(Example.Mail);
        folder.Keep(Example.Pdf);
        folder.Save(Example.Changeset);
        var before = Listing();

        Go(new FuzzPlan("changeset-folder", Seeds, ChangesetMutation.Of, (_, bytes) => Load(folder, bytes)), few: 200);

        Listing().Should().Equal(before);
        File.ReadAllText(outside).Should().Be("not ours");
    }

    private static IReadOnlyList<(string Name, byte[] Bytes)> Seeds { get; } = [.. ChangesetFormat.All.Select(format => ("changeset.json", ChangesetFile.Write(Example.Changeset with { Format = format })))];

    private static void Go(FuzzPlan plan, int few) =>
        TestContext.Current.TestOutputHelper?.WriteLine(new FuzzRun(plan, "CHANGESETS", Path.Combine(Path.GetTempPath(), "dolibarr-fuzz")).Go(few));

    private static void Read(string name, byte[] bytes)
    {
        switch (ChangesetFile.Read(bytes))
        {
            case ChangesetRead.Good good when !ChangesetFile.Write(good.Changeset).AsSpan().SequenceEqual(bytes):
                throw new InvalidOperationException("What was read is not written to the same bytes.");
            case ChangesetRead.Bad { Problems.IsEmpty: true }:
                throw new InvalidOperationException("It was refused without a reason.");
            default:
                break;
        }
    }

    private static void Load(ChangesetFolder folder, byte[] bytes)
    {
        File.WriteAllBytes(folder.File, bytes);
        var damaged = bytes.Length % 4;
        var blob = Path.Combine(folder.Path, ChangesetFolder.BlobsName, Digest.Of(Example.Pdf).Hex);
        File.WriteAllBytes(blob, damaged == 0 ? [.. Example.Pdf, 0] : Example.Pdf);
        if (LoadedChangeset.LoadAsync(folder.Path, CancellationToken.None).GetAwaiter().GetResult() is LoadResult.Good { Loaded: var loaded })
        {
            foreach (var evidence in loaded.Changeset.Evidence.Where(e => e.Blob is not null))
            {
                if (Digest.Of(loaded.BytesOf(evidence).Span) != evidence.Blob)
                {
                    throw new InvalidOperationException("A blob was loaded that is another.");
                }
            }
        }
    }

    private string[] Listing() => [.. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}

/// <summary>What is allocated is counted for the whole process: nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
