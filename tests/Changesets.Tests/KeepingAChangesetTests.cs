namespace DolibarrAgent.Changesets.Tests;

public sealed class KeepingAChangesetTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("changesets-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Its_folder_is_named_by_date_title_and_id() =>
        Path.GetFileName(Recorded().Path).Should().Be("2026-11-23-supplier-invoice-f-2026-1-hebergeur-dupont-sarl-01KAQ7Z3V9X4T7QM");

    [Fact]
    public void A_hostile_title_never_leaves_the_folder()
    {
        var folder = ChangesetFolder.Create(root, Example.Changeset with { Title = "../../etc/passwd\0" });

        Path.GetDirectoryName(folder.Path).Should().Be(root);
    }

    [Fact]
    public async Task It_is_loaded_with_its_blobs()
    {
        var loaded = await Load(Recorded().File);

        var good = loaded.Should().BeOfType<LoadResult.Good>().Which.Loaded;
        good.BytesOf(good.Changeset.EvidenceNamed("pdf")!).ToArray().Should().Equal(Example.Pdf);
    }

    [Fact]
    public async Task It_is_loaded_by_its_folder_too() => (await Load(Recorded().Path)).Should().BeOfType<LoadResult.Good>();

    [Fact]
    public async Task A_changed_blob_is_refused_by_name()
    {
        var folder = Recorded();
        File.WriteAllText(Path.Combine(folder.Path, "blobs", Digest.Of(Example.Pdf).Hex), "another invoice");

        (await Load(folder.File)).Should().BeOfType<LoadResult.Bad>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "blob-changed" && p.Place == "pdf");
    }

    [Fact]
    public async Task A_missing_blob_is_refused_by_name()
    {
        var folder = Recorded();
        File.Delete(Path.Combine(folder.Path, "blobs", Digest.Of(Example.Mail).Hex));

        (await Load(folder.File)).Should().BeOfType<LoadResult.Bad>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "blob-missing" && p.Place == "mail");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_so() =>
        (await Load(Path.Combine(root, "nothing.json"))).Should().BeOfType<LoadResult.Bad>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "no-file");

    [Fact]
    public async Task A_reservation_leaves_the_last_saved_state_readable()
    {
        var folder = Recorded();
        folder.Reserve(Example.Changeset with { Title = "longer than before, and not yet true" });

        (await Load(folder.File)).Should().BeOfType<LoadResult.Good>().Which.Loaded.Changeset.Title.Should().Be(Example.Changeset.Title);
    }

    [Fact]
    public async Task A_save_after_a_reservation_holds_the_new_state_and_nothing_else()
    {
        var folder = Recorded();
        folder.Reserve(Example.Changeset with { Title = "intended" });
        folder.Save(Example.Changeset with { Title = "done" });

        (await Load(folder.File)).Should().BeOfType<LoadResult.Good>().Which.Loaded.Changeset.Title.Should().Be("done");
        Directory.GetFiles(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public void Ids_sort_by_time_and_do_not_meet()
    {
        var at = Example.Changeset.Recorded.At;
        var ids = Enumerable.Range(0, 1000).Select(_ => ChangesetId.New(at)).ToList();

        ids.Should().OnlyHaveUniqueItems().And.OnlyContain(id => ChangesetId.IsValid(id));
        string.CompareOrdinal(ChangesetId.New(at.AddSeconds(1)), ids[0]).Should().BePositive();
    }

    private ChangesetFolder Recorded()
    {
        var folder = ChangesetFolder.Create(root, Example.Changeset);
        folder.Keep(Example.Mail);
        folder.Keep(Example.Pdf);
        folder.Save(Example.Changeset);
        return folder;
    }

    private static Task<LoadResult> Load(string path) => LoadedChangeset.LoadAsync(path, TestContext.Current.CancellationToken);
}
