using DolibarrAgent.Readers;
using DolibarrAgent.Replay;
using DolibarrAgent.Risks;
using DolibarrAgent.Samples;

namespace DolibarrAgent.EndToEnd.Tests.Forging;

/// <summary>Documents are read again by a process of their own: whatever one does to its reader, this process goes on.</summary>
public sealed class EvidenceReaderTests
{
    private static readonly byte[] Mail = SampleEmail.With(SampleCatalogue.Hosting).ToBytes();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_read_with_its_headers_and_every_file_in_it()
    {
        using var reader = ReaderOfTest.Real();

        var read = (await reader.ReadAsync("mail.eml", Mail, Cancel)).Should().BeOfType<ReadEvidence.Done>().Subject;

        read.Mail!.Subject.Should().Be("Votre facture F-2026-1");
        read.Files.Should().ContainSingle(file => file.Name == "F-2026-1.pdf").Which.Says.TextOf("gross").Should().Be("35.20");
    }

    [Fact]
    public async Task A_reader_that_takes_too_much_memory_is_the_only_one_that_ends()
    {
        using var reader = ReaderOfTest.Real(memory: 24L << 20);
        var large = new byte[40 << 20];

        (await reader.ReadAsync("large.bin", large, Cancel)).Should().BeOfType<ReadEvidence.Failed>();
        (await reader.ReadAsync("mail.eml", Mail, Cancel)).Should().BeOfType<ReadEvidence.Done>("the next document gets a reader of its own");
    }

    [Fact]
    public async Task A_reader_that_never_ends_is_ended()
    {
        using var reader = ReaderOfTest.Script("while :; do :; done", processorTime: TimeSpan.FromMilliseconds(300));

        (await reader.ReadAsync("mail.eml", Mail, Cancel)).Should().BeOfType<ReadEvidence.Failed>().Which.Why.Should().Contain("longer");
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("echo this is not an answer")]
    [InlineData("printf '\\000\\000\\000\\002{}'")]
    public async Task A_reader_that_does_not_answer_rightly_has_read_nothing(string script)
    {
        using var reader = ReaderOfTest.Script(script);

        (await reader.ReadAsync("mail.eml", Mail, Cancel)).Should().BeOfType<ReadEvidence.Failed>();
    }

    [Fact]
    public async Task A_reader_that_is_not_there_is_said()
    {
        using var reader = new EvidenceReader("/nowhere/replay", new Dictionary<string, string?>(), new ReaderLimits());

        (await reader.ReadAsync("mail.eml", Mail, Cancel)).Should().BeOfType<ReadEvidence.Failed>().Which.Why.Should().Contain("/nowhere/replay");
    }
}
