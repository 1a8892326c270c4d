using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Risks;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>An invoice that no program reads, entered from the words of a mail: whether those name us is asked by each plan.</summary>
public sealed class AddresseeLookTests : ReplayTest
{
    [Theory]
    [InlineData("Votre facture, pour Arcodange Exemple", true)]
    [InlineData("Votre facture, SIREN 424 761 419", true)]
    [InlineData("Votre facture, pour la Boulangerie Sorbier", false)]
    public async Task A_mail_that_does_not_name_us_is_shown(string text, bool isUs) =>
        (await CodesAsync(new ReadMail("m", "a@b.example", "Facture") { Text = text, HasBody = true })).Contains("addressee-missing").Should().Be(!isUs);

    [Fact]
    public async Task A_mail_without_words_says_nothing() => (await CodesAsync(new ReadMail("m", "a@b.example", "Facture"))).Should().NotContain("addressee-missing");

    [Fact]
    public async Task Where_nobody_knows_who_we_are_the_plan_says_so()
    {
        Two.More.Clear();

        (await CodesAsync(new ReadMail("m", "a@b.example", "Facture"))).Should().Contain("addressee-unchecked");
    }

    private async Task<List<string>> CodesAsync(ReadMail mail) => [.. (await PlanAsync(await RecordAsync(), mail)).Risks.Select(risk => risk.Code)];

    private async Task<Plan> PlanAsync(string path, ReadMail mail)
    {
        var options = new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience) { Reader = new Mail(mail) };
        await using var session = ((SessionResult.Open)ReplaySession.Open(Two.ReplayVariables(), Purpose.Look, options)).Session;
        return await session.PlanAsync(await LoadAsync(path), Cancel);
    }

    private async Task<string> RecordAsync()
    {
        using var recorder = await Two.RecorderAsync();
        recorder.Entitle("Supplier invoice F-2026-1");
        var mail = recorder.AddEmail("mail"u8.ToArray(), (id, digest) => new Evidence.Email { Id = id, Sha256 = digest, Size = 4, MessageId = "m", From = "a@b.example", Subject = "Facture" });
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber", "siren"], From = [mail.Id] }, Cancel));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Created("op1")), Keys = ["supplierReference", "supplier"], From = [mail.Id] }, Cancel));
        return ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    private sealed class Mail(ReadMail mail) : IEvidenceReader
    {
        public Task<ReadEvidence> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel) => Task.FromResult<ReadEvidence>(new ReadEvidence.Done { Mail = mail });
    }
}
