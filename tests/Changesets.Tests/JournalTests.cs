using System.Globalization;
using System.Text;

namespace DolibarrAgent.Changesets.Tests;

/// <summary>A large changeset while it is recorded: what is new stands beside its file.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("changesets-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task An_operation_is_added_without_writing_the_file_again()
    {
        var folder = Recorded(1);
        var before = File.ReadAllBytes(folder.File);

        Do(folder, 2);

        File.ReadAllBytes(folder.File).Should().Equal(before);
        ChangesetFile.Write(await Loaded(folder)).Should().Equal(ChangesetFile.Write(Large(2)));
    }

    [Fact]
    public void A_small_changeset_is_written_whole_each_time()
    {
        var folder = ChangesetFolder.Create(root, Small(1));
        folder.Save(Small(1));

        folder.Reserve(Small(2));
        folder.Add(Small(2));

        File.ReadAllBytes(folder.File).Should().Equal(ChangesetFile.Write(Small(2)));
        Directory.GetFiles(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public void What_is_written_for_an_operation_does_not_grow_with_those_before_it()
    {
        var folder = Recorded(1);
        var written = Enumerable.Range(2, 400).Sum(count =>
        {
            var before = File.GetLastWriteTimeUtc(folder.File);
            Do(folder, count);
            return File.GetLastWriteTimeUtc(folder.File) == before ? 0 : new FileInfo(folder.File).Length;
        });

        written.Should().BeLessThan(3 * new FileInfo(folder.File).Length, "the file was written whole only as it grew by a share");
    }

    [Fact]
    public void Its_bytes_are_in_the_end_those_of_one_that_was_always_written_whole()
    {
        var folder = Recorded(1);
        Enumerable.Range(2, 30).ToList().ForEach(count => Do(folder, count));
        var finished = Large(31) with { Recorded = Large(31).Recorded with { Finished = Example.Changeset.Recorded.Finished } };

        folder.Save(finished);

        File.ReadAllBytes(folder.File).Should().Equal(ChangesetFile.Write(finished));
        Directory.GetFiles(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public async Task Wherever_a_crash_cuts_it_what_was_done_before_is_there_and_what_was_begun_is_known()
    {
        var folder = Recorded(1);
        var ends = new List<(long Length, int Done, int Begun)> { (0, 1, 1) };
        for (var count = 2; count <= 4; count++)
        {
            folder.Reserve(Large(count));
            ends.Add((EntriesOf(folder), count - 1, count));
            folder.Add(Large(count));
            ends.Add((EntriesOf(folder), count, count));
        }
        var whole = File.ReadAllBytes(Journal(folder));

        for (var length = 0; length <= ends[^1].Length; length += 41)
        {
            var (_, done, begun) = ends.Last(end => end.Length <= length);
            File.WriteAllBytes(Journal(folder), [.. whole[..length], .. Encoding.ASCII.GetBytes(new string(' ', 1000))]);

            (await Loaded(folder)).Operations.Should().HaveCount(done, "it was cut at byte {0}", length);
            (folder.Intended()?.Operations.Length ?? done).Should().Be(begun, "it was cut at byte {0}", length);
        }
    }

    [Fact]
    public async Task Beside_other_bytes_than_it_was_begun_for_it_says_nothing()
    {
        var folder = Recorded(1);
        Do(folder, 2);
        var left = File.ReadAllBytes(Journal(folder));
        folder.Save(Large(2));

        File.WriteAllBytes(Journal(folder), left);

        (await Loaded(folder)).Operations.Should().HaveCount(2);
        folder.Intended().Should().BeNull();
    }

    [Fact]
    public async Task Nothing_is_added_to_a_changeset_that_has_ended()
    {
        var folder = Recorded(1);
        Do(folder, 2);
        var finished = Large(1) with { Recorded = Large(1).Recorded with { Finished = Example.Changeset.Recorded.Finished } };
        var bytes = ChangesetFile.Write(finished);
        File.WriteAllBytes(folder.File, bytes);
        File.WriteAllBytes(Journal(folder), [.. Encoding.ASCII.GetBytes($"{Digest.Of(bytes).Hex}\n"), .. File.ReadAllBytes(Journal(folder))[65..]]);

        (await Loaded(folder)).Operations.Should().ContainSingle();
    }

    [Fact]
    public void Room_for_what_is_to_come_is_taken_before_it_is_done()
    {
        var folder = Recorded(1);

        folder.Reserve(Large(2));

        const int Room = 256 * 1024;
        new FileInfo(Journal(folder)).Length.Should().BeGreaterThan(EntriesOf(folder) + Room);
        new FileInfo(folder.File + ".next").Length.Should().BeGreaterThan(ChangesetFile.Write(Large(2)).Length + Room);
    }

    private static string Journal(ChangesetFolder folder) => folder.File + ".journal";

    private static long EntriesOf(ChangesetFolder folder) => File.ReadAllBytes(Journal(folder)).AsSpan().TrimEnd((byte)' ').Length;

    private static void Do(ChangesetFolder folder, int count)
    {
        folder.Reserve(Large(count));
        folder.Add(Large(count));
    }

    private ChangesetFolder Recorded(int operations)
    {
        var folder = ChangesetFolder.Create(root, Large(operations));
        folder.Save(Large(operations));
        return folder;
    }

    /// <summary>So large that its file is not written for each operation.</summary>
    private static Changeset Large(int operations) => Small(operations) with { Warnings = [new Warning("large", null, new string('x', 150_000))] };

    private static Changeset Small(int operations) => Example.Changeset with
    {
        Recorded = Example.Changeset.Recorded with { Finished = null },
        Evidence = [],
        Operations = [.. Enumerable.Range(1, operations).Select(number => new Operation.Create
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"op{number}"),
            Resource = "thirdparty",
            Set = Fields.None.With("name", string.Create(CultureInfo.InvariantCulture, $"Supplier {number}")).With("address", new string('a', 500)),
        })],
    };

    private static async Task<Changeset> Loaded(ChangesetFolder folder) =>
        ((LoadResult.Good)await LoadedChangeset.LoadAsync(folder.File, TestContext.Current.CancellationToken)).Loaded.Changeset;
}
