using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Recording.Tests;

/// <summary>What is put beside an invoice.</summary>
public sealed class AttachingTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_two_things_at_once_is_not_attached()
    {
        using var recorder = await two.RecorderAsync();
        byte[] bytes = [.. Encoding.Latin1.GetBytes("\u0089PNG\r\n\u001A\n"), .. TwoInstances.Pdf];
        var file = recorder.AddFile("pdf", bytes, (id, digest) => new Evidence.File { Id = id, Name = "F-2026-1.pdf", Sha256 = digest, Size = bytes.Length });
        foreach (var operation in TwoInstances.MainJob(file.Id).TakeWhile(operation => operation is not Operation.Attach))
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }

        var refused = await recorder.DoAsync(TwoInstances.MainJob(file.Id).OfType<Operation.Attach>().Single(), Cancel);

        refused.Should().BeOfType<RecordResult.Refused>().Which.Problems.Select(problem => problem.Code).Should().Equal(Codes.TwoContents);
    }
}
