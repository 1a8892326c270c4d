using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;
using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary><c>agent discard</c> and <c>replay rehearse</c> of bank details, which bear no marker.</summary>
public sealed class DiscardTests : IAsyncLifetime
{
    private const string Iban = "FR7630006000011234567890189";
    private const string Other = "DE89370400440532013000";
    private static readonly Reference.Found Dupont = new(Fields.None.With("vatNumber", "FR40303265045"));

    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        two = await TwoInstances.StartAsync();
        await TwoServers.SendAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");
    }

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_bank_account_is_out_of_the_sandbox_again_whether_its_changeset_was_finished_or_open(bool finished)
    {
        var path = await RecordAsync(New, finished);

        var ran = await Ran.AgentAsync(Variables, "discard", path);

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Errors.Should().BeEmpty();
        (await IbansAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_bank_account_has_its_old_iban_again_whether_its_changeset_was_finished_or_open(bool finished)
    {
        await TwoServers.SendAsync(two.Sandbox, HttpMethod.Post, "thirdparties/1/bankaccounts", $$"""{"label":"main","iban":"{{Iban}}"}""");
        var path = await RecordAsync(Change, finished);

        var ran = await Ran.AgentAsync(Variables, "discard", path);

        ran.ExitCode.Should().Be(0, ran.Errors);
        (await IbansAsync()).Should().Equal(Iban);
    }

    [Fact]
    public async Task A_new_bank_account_is_rehearsed_where_the_sandbox_has_lost_it()
    {
        var path = await RecordAsync(New, finished: true);
        await TwoServers.SendAsync(two.Sandbox, HttpMethod.Delete, "thirdparties/1/bankaccounts/1", "{}");

        var ran = await Ran.ReplayAsync(Variables, "rehearse", path);

        ran.ExitCode.Should().Be(0, ran.Errors);
        (await IbansAsync()).Should().Equal(Iban);
    }

    private static Operation New => new Operation.Create { Id = "", Resource = "bankAccount", Keys = ["thirdparty", "iban"], Set = Fields.None.With("thirdparty", Dupont).With("iban", Iban).With("label", "main") };

    private static Operation Change => new Operation.Update { Id = "", Resource = "bankAccount", On = new Reference.Found(Fields.None.With("thirdparty", Dupont).With("iban", Iban)), Before = Fields.None, Set = Fields.None.With("iban", Other) };

    private Dictionary<string, string> Variables => two.Variables().ToDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal);

    private async Task<string> RecordAsync(Operation operation, bool finished)
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        var path = recorder.Path!;
        if (finished)
        {
            await recorder.FinishAsync(Cancel);
        }
        return path;
    }

    private async Task<IEnumerable<string?>> IbansAsync() => (await TwoServers.ListAsync(two.Sandbox, "thirdparties/1/bankaccounts")).Select(account => account.GetProperty("iban").GetString());
}
