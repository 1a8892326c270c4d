using DolibarrAgent.Changesets;
using DolibarrAgent.Risks;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A document whose pages were read when it was recorded, and cannot be read where it is replayed: a scan without
/// tesseract.</summary>
public sealed class PagesUnreadTests : ReplayTest
{
    private const string Why = "Pages without text need tesseract and pdftoppm to be read. Install them.";

    private static readonly Fields Said = Fields.None.With("number", "F-2026-1");

    [Fact]
    public async Task It_stops_with_the_reason_and_not_as_a_forgery()
    {
        var stop = (await ChecksAsync(Fields.None, Why)).Stops.Should().ContainSingle().Which.Should().BeOfType<Finding.NotReadAgain>()
            .Subject;

        stop.Why.Should().Be(Why);
    }

    [Fact]
    public async Task Pages_that_were_read_and_say_nothing_do_not_say_what_the_changeset_says() =>
        (await ChecksAsync(Fields.None, null)).Stops.Should().Contain(finding => finding is Finding.EvidenceDiffers);

    [Fact]
    public async Task What_was_read_and_says_something_else_is_told_whatever_was_not_read() =>
        (await ChecksAsync(Fields.None.With("number", "F-2026-2"), Why)).Stops.Should().ContainSingle().Which.Should()
            .BeOfType<Finding.EvidenceDiffers>();

    private async Task<Checks> ChecksAsync(Fields says, string? unread)
    {
        using var recorder = await Two.RecorderAsync();
        recorder.Entitle("Supplier");
        var bytes = "%PDF-1.4 a scan"u8.ToArray();
        var file = recorder.AddFile("scan", bytes, (id, digest) =>
            new Evidence.File { Id = id, Sha256 = digest, Size = bytes.Length, Name = "scan.pdf", Says = Said });
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create
        {
            Id = "",
            Resource = "thirdparty",
            Set = TwoInstances.Supplier,
            Keys = ["vatNumber", "siren"],
            From = [file.Id]
        }, Cancel));
        var loaded = await LoadAsync(((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path);
        return await EvidenceChecks.OfAsync(loaded, new Scan(new ReadFile(Digest.Of(bytes), "scan.pdf", says) { PagesUnread = unread }),
            Cancel);
    }

    private sealed class Scan(ReadFile file) : IEvidenceReader
    {
        public Task<ReadEvidence> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
            Task.FromResult<ReadEvidence>(new ReadEvidence.Done { Files = [file] });
    }
}
