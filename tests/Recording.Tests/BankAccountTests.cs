using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Recording.Tests;

/// <summary>Bank details say where the money goes: each change of them is a changeset of its own.</summary>
public sealed class BankAccountTests : IAsyncLifetime
{
    private const string Iban = "FR7630006000011234567890189";
    private const string Dupont = """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""";
    private static readonly Reference.Found Supplier = new(Fields.None.With("vatNumber", "FR40303265045"));

    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        two = await TwoInstances.StartAsync();
        await SendAsync(two.Sandbox, HttpMethod.Post, "thirdparties", Dupont);
    }

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task An_account_is_created_and_the_changeset_says_whether_it_is_the_one_that_is_paid_to()
    {
        using var recorder = await two.RecorderAsync();

        var done = TwoInstances.Done(await recorder.DoAsync(Create("FR76 3000 6000 0112 3456 7890 189"), Cancel));

        done.Operation.After.TextOf("iban").Should().Be(Iban);
        done.Operation.After["default"].Should().Be(new FieldValue.Flag(true), "Dolibarr makes the first account the one that is paid to");
        (await AccountsAsync()).Should().Contain(Iban);
    }

    [Fact]
    public async Task An_iban_with_wrong_check_digits_is_refused_before_anything_is_sent() =>
        await RefusedAsync("wrong-form", Create("FR7630006000011234567890188"));

    [Fact]
    public async Task An_account_is_found_again_by_its_iban_which_is_one_of_its_keys() =>
        await RefusedAsync("missing-key", Create(Iban) with { Keys = ["thirdparty"] });

    [Fact]
    public async Task The_only_account_of_a_third_party_is_not_meant_by_a_name_without_an_iban()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(Iban), Cancel));
        await recorder.FinishAsync(Cancel);

        var unnamed = new Reference.Found(Fields.None.With("thirdparty", Supplier));
        await RefusedAsync("missing-key", Change(Iban, "DE89370400440532013000") with { On = unnamed });
    }

    [Fact]
    public async Task An_iban_that_is_on_file_is_not_entered_again()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(Iban), Cancel));
        await recorder.FinishAsync(Cancel);

        (await recorder.DoAsync(Create(Iban), Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "nothing-to-do");
    }

    [Fact]
    public async Task Another_iban_is_put_in_the_place_of_the_old_one_which_the_changeset_keeps()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(Iban), Cancel));
        await recorder.FinishAsync(Cancel);

        var done = TwoInstances.Done(await recorder.DoAsync(Change(Iban, "DE89370400440532013000"), Cancel));

        done.Operation.Held.TextOf("iban").Should().Be(Iban);
        (await AccountsAsync()).Should().Contain("DE89370400440532013000").And.NotContain(Iban);
    }

    [Fact]
    public async Task Nothing_else_is_recorded_beside_it_before_or_after()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Phone, Cancel));
        Codes(await recorder.DoAsync(Create(Iban), Cancel)).Should().Contain("not-alone");
        await recorder.FinishAsync(Cancel);

        TwoInstances.Done(await recorder.DoAsync(Create(Iban), Cancel));
        Codes(await recorder.DoAsync(Phone with { Set = Fields.None.With("phone", "0202020202") }, Cancel)).Should().Contain("not-alone");
        TwoInstances.Writes(two.Sandbox).Count().Should().Be(3, "the supplier of the test, the phone number, the account");
    }

    [Fact]
    public async Task Discarded_the_account_is_gone_again()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(Iban), Cancel));

        (await recorder.DiscardAsync(Cancel)).Should().BeOfType<EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();
        (await AccountsAsync()).Should().NotContain(Iban);
    }

    [Fact]
    public async Task Finished_and_discarded_the_account_is_gone_again_too()
    {
        var path = await FinishedAsync(Create(Iban));

        (await DiscardAsync(path)).Should().BeOfType<EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();
        (await AccountsAsync()).Should().NotContain(Iban);
    }

    [Theory]
    [InlineData("main", "what a replay made")]
    [InlineData("paid to", "what somebody changed after a replay")]
    public async Task Finished_it_is_not_discarded_where_prod_has_the_account_and_a_person_is_told_to_take_it_back_there(string label, string because)
    {
        var path = await FinishedAsync(Create(Iban));
        await SendAsync(two.Prod, HttpMethod.Post, "thirdparties", Dupont);
        await SendAsync(two.Prod, HttpMethod.Post, "thirdparties/5000/bankaccounts", $$"""{"label":"{{label}}","iban":"{{Iban}}","bic":"AGRIFRPP"}""");

        (await DiscardAsync(path)).Should().BeOfType<EndResult.Refused>(because).Which.Problems.Should()
            .ContainSingle(p => p.Code.Text == "on-prod" && p.Remedy.Contains("on erp by hand", StringComparison.Ordinal) && !p.Remedy.Contains("replay revert", StringComparison.Ordinal));
        (await AccountsAsync()).Should().Contain(Iban);
    }

    [Fact]
    public async Task An_account_that_somebody_added_to_since_is_left_and_said()
    {
        var path = await FinishedAsync(Create(Iban));
        await SendAsync(two.Sandbox, HttpMethod.Put, "thirdparties/1/bankaccounts/1", """{"bank":"Crédit Agricole"}""");

        (await DiscardAsync(path)).Should().BeOfType<EndResult.Ended>().Which.LeftBehind.Should().ContainSingle(p => p.Code.Text == "changed-since" && p.Message.Contains("Crédit Agricole", StringComparison.Ordinal));
        (await AccountsAsync()).Should().Contain(Iban);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_discarded_change_leaves_the_old_iban_finished_or_open(bool finished)
    {
        await FinishedAsync(Create(Iban));
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Change(Iban, "DE89370400440532013000"), Cancel));
        var path = recorder.Path!;
        if (finished)
        {
            await recorder.FinishAsync(Cancel);
        }

        (await DiscardAsync(path)).Should().BeOfType<EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();
        (await AccountsAsync()).Should().Contain(Iban).And.NotContain("DE89370400440532013000");
    }

    [Fact]
    public async Task One_that_no_recorder_can_have_written_is_refused_with_what_is_wrong_in_it()
    {
        using var recorder = await two.RecorderAsync();
        var open = TwoInstances.Done(await recorder.DoAsync(Create(Iban), Cancel));
        await File.WriteAllBytesAsync(recorder.Path!, ChangesetFile.Write(recorder.Changeset! with { Operations = [((Operation.Create)open.Operation) with { Set = Fields.None.With("thirdparty", Supplier), Keys = [] }] }), Cancel);

        (await DiscardAsync(recorder.Path!)).Should().BeOfType<EndResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Place == "op1.set.iban");
    }

    private static Operation.Update Phone => new() { Id = "", Resource = "thirdparty", On = Supplier, Before = Fields.None, Set = Fields.None.With("phone", "0101010101") };

    private static Operation.Create Create(string iban) => new()
    {
        Id = "",
        Resource = "bankAccount",
        Set = Fields.None.With("thirdparty", Supplier).With("iban", iban).With("bic", "AGRIFRPP").With("label", "main"),
        Keys = ["thirdparty", "iban"],
    };

    private static Operation.Update Change(string from, string to) => new()
    {
        Id = "",
        Resource = "bankAccount",
        On = new Reference.Found(Fields.None.With("thirdparty", Supplier).With("iban", from)),
        Before = Fields.None,
        Set = Fields.None.With("iban", to),
    };

    private async Task RefusedAsync(string code, Operation operation)
    {
        using var recorder = await two.RecorderAsync();
        var writes = TwoInstances.Writes(two.Sandbox).Count();
        Codes(await recorder.DoAsync(operation, Cancel)).Should().Contain(code);
        TwoInstances.Writes(two.Sandbox).Count().Should().Be(writes);
    }

    private static IEnumerable<string> Codes(RecordResult result) => result.Should().BeOfType<RecordResult.Refused>().Subject.Problems.Select(p => p.Code.Text);

    private async Task<string> FinishedAsync(Operation operation)
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        return ((EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    private async Task<EndResult> DiscardAsync(string path)
    {
        using var recorder = await two.RecorderAsync();
        return await recorder.DiscardAsync(path, null, Cancel);
    }

    private static async Task SendAsync(SimulatedDolibarr instance, HttpMethod method, string path, string json)
    {
        using var person = instance.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }

    private async Task<string> AccountsAsync()
    {
        using var person = two.Sandbox.ClientOf("admin");
        return await (await person.GetAsync(new Uri("thirdparties/1/bankaccounts", UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel);
    }
}
