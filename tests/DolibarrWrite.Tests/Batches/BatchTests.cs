using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Many messages, one after the other.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private static readonly SampleInvoice First = SampleCatalogue.Hosting;
    private static readonly SampleInvoice Second = SampleCatalogue.Mixed;
    private static readonly SampleInvoice Corrected = First with { Number = "F-2026-9", TypeCode = "384" };

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task Each_message_has_a_changeset_of_its_own()
    {
        var done = await RunAsync(Mail("1", First), Mail("2", Second));

        done.Select(m => m.Outcome).Should().Equal(MessageOutcome.Entered, MessageOutcome.Entered);
        done.Select(Path).Should().OnlyHaveUniqueItems();
        done.Select(m => m.Parts.Single().Invoices).Should().Equal("F-2026-1, Hébergeur Dupont SARL, 35.20 EUR", "F-2026-2, Hébergeur Dupont SARL, 306.67 EUR");
    }

    [Fact]
    public async Task A_message_that_is_refused_does_not_stop_the_next_and_leaves_nothing_in_its_changeset()
    {
        // Refused by Dolibarr's own column, after its evidence and a warning about the name were brought.
        var tooLong = First with { Number = new string('9', 181), Seller = First.Seller with { Name = "Another SARL" } };

        var done = await RunAsync(Mail("1", First), Mail("2", tooLong), Mail("3", Second));

        done.Select(m => m.Outcome).Should().Equal(MessageOutcome.Entered, MessageOutcome.Refused, MessageOutcome.Entered);
        var changeset = ((IngestResult.Entered)done[2].Parts.Single().Result).Changeset;
        changeset.Evidence.OfType<Evidence.Email>().Should().ContainSingle();
        changeset.Warnings.Should().NotContain(w => w.Text.Contains("Another SARL"));
    }

    [Fact]
    public async Task Run_again_nothing_is_written_or_read_and_what_was_refused_is_tried_again()
    {
        await RunAsync(Mail("1", First), Mail("2", Second));
        var before = two.Sandbox.Requests.Count;

        var again = await RunAsync(Mail("1", First), Mail("2", Second), Mail("3", Corrected));
        var after = two.Sandbox.Requests.Skip(before).ToList();

        again.Select(m => m.Outcome).Should().Equal(MessageOutcome.AlreadyThere, MessageOutcome.AlreadyThere, MessageOutcome.Refused);
        again[0].Parts.Single().Problems.Single().Message.Should().Contain("changeset.json").And.Contain("Votre facture F-2026-1");
        after.Should().OnlyContain(r => r.Method == "GET").And.NotContain(r => r.Path.Contains("supplierinvoices") && r.Path.Contains("sqlfilters"), "what is known is not looked up again; how the server rounds is");
    }

    [Fact]
    public async Task Without_split_the_invoices_of_one_message_are_entered_together_or_not_at_all()
    {
        var done = await RunAsync(Both("1", First, Corrected));

        done.Single().Parts.Should().ContainSingle().Which.Problems[0].Remedy.Should().Contain("--split");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task With_split_each_has_a_changeset_and_one_that_is_refused_does_not_stop_the_other()
    {
        var done = await RunAsync(split: true, Both("1", Corrected, First));

        done.Single().Parts.Select(p => p.Outcome).Should().Equal(MessageOutcome.Refused, MessageOutcome.Entered);
        done.Single().Outcome.Should().Be(MessageOutcome.Refused);
        var evidence = ((IngestResult.Entered)done.Single().Parts[1].Result).Changeset.Evidence;
        evidence.OfType<Evidence.File>().Select(f => f.Says.TextOf("number")).Should().Equal("F-2026-1");
    }

    [Fact]
    public async Task Run_again_with_split_only_what_was_refused_is_tried()
    {
        await RunAsync(split: true, Both("1", Corrected, First));

        var again = await RunAsync(split: true, Both("1", Corrected, First));

        again.Single().Parts.Select(p => p.Outcome).Should().Equal(MessageOutcome.Refused, MessageOutcome.AlreadyThere);
    }

    [Fact]
    public async Task Of_two_invoices_that_came_together_one_that_is_there_does_not_make_the_message_done()
    {
        await RunAsync(Mail("1", First));

        var done = await RunAsync(Both("2", First, Second));

        done.Single().Outcome.Should().Be(MessageOutcome.Refused);
        done.Single().Parts.Single().Problems.Should().ContainSingle().Which.Code.Text.Should().Be("duplicate");
    }

    [Fact]
    public async Task A_sandbox_that_is_gone_ends_it_and_is_said_once()
    {
        using var skill = Skills.On(two);
        (await skill.ReasonsNotToWriteAsync(Skills.Cancel)).Should().BeEmpty();
        await two.Sandbox.DisposeAsync();
        var batch = new Batch(skill, split: false);

        var done = await All(batch, [Mail("1", First), Mail("2", Second), Mail("3", Corrected)]);

        done.Should().ContainSingle();
        batch.StoppedBy.Should().ContainSingle().Which.Code.Text.Should().Be("connection");
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_after_the_message_that_it_is_at()
    {
        using var stop = new CancellationTokenSource();
        var first = new Message("1", async cancel =>
        {
            await stop.CancelAsync();
            return new MessageBytes(Skills.Mail(First), null);
        });
        using var skill = Skills.On(two);
        var done = new List<IngestedMessage>();
        await foreach (var message in new Batch(skill, split: false).RunAsync([first, Mail("2", Second)], stop.Token, Skills.Cancel))
        {
            done.Add(message);
        }

        done.Should().ContainSingle().Which.Outcome.Should().Be(MessageOutcome.Entered);
    }

    [Fact]
    public async Task A_message_that_this_program_fails_over_does_not_stop_the_next()
    {
        var broken = new Message("1", _ => throw new InvalidOperationException("boom"));

        var done = await RunAsync(broken, Mail("2", Second));

        done.Select(m => m.Outcome).Should().Equal(MessageOutcome.Refused, MessageOutcome.Entered);
        done[0].Parts.Single().Problems.Single().Code.Text.Should().Be("unexpected");
    }

    [Fact]
    public async Task A_mail_without_an_invoice_that_was_dealt_with_otherwise_is_there()
    {
        var note = System.Text.Encoding.ASCII.GetBytes("From: a@b.example\r\nSubject: invoice\r\n\r\nPay 12 EUR\r\n");
        using (var recorder = await two.RecorderAsync())
        {
            var mail = recorder.AddEmail(note, (id, digest) => new Evidence.Email { Id = id, Sha256 = digest, Size = note.Length, From = "a@b.example", Subject = "invoice" });
            TwoInstances.Done(await recorder.DoAsync(TwoInstances.MainJob(mail.Id).First(), Skills.Cancel));
            await recorder.FinishAsync(Skills.Cancel);
        }

        var done = await RunAsync(new Message("1", _ => Task.FromResult(new MessageBytes(note, null))));

        done.Single().Outcome.Should().Be(MessageOutcome.AlreadyThere);
    }

    private static Message Mail(string name, SampleInvoice invoice) => new($"{name}.eml", _ => Task.FromResult(new MessageBytes(Skills.Mail(invoice), null)));

    private static Message Both(string name, SampleInvoice one, SampleInvoice other)
    {
        var mail = SampleEmail.With(one);
        var both = mail with { Attachments = [.. mail.Attachments, .. SampleEmail.With(other).Attachments] };
        return new Message($"{name}.eml", _ => Task.FromResult(new MessageBytes(both.ToBytes(), null)));
    }

    private static string Path(IngestedMessage message) => ((IngestResult.Entered)message.Parts.Single().Result).Path;

    private Task<ImmutableArray<IngestedMessage>> RunAsync(params ImmutableArray<Message> messages) => RunAsync(split: false, messages);

    private async Task<ImmutableArray<IngestedMessage>> RunAsync(bool split, params ImmutableArray<Message> messages)
    {
        using var skill = Skills.On(two);
        return await All(new Batch(skill, split), messages);
    }

    private static async Task<ImmutableArray<IngestedMessage>> All(Batch batch, ImmutableArray<Message> messages)
    {
        var done = ImmutableArray.CreateBuilder<IngestedMessage>();
        await foreach (var message in batch.RunAsync(messages, CancellationToken.None, Skills.Cancel))
        {
            done.Add(message);
        }
        return done.ToImmutable();
    }
}
