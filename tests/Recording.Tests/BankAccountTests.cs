using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Recording.Tests;

/// <summary>Bank details say where the money goes: each change of them is a changeset of its own.</summary>
public sealed class BankAccountTests : IAsyncLifetime
{
    private const string Iban = "FR7630006000011234567890189";
    private static readonly Reference.Found Supplier = new(Fields.None.With("vatNumber", "FR40303265045"));

    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        two = await TwoInstances.StartAsync();
        using var person = two.Sandbox.ClientOf("admin");
        using var body = new StringContent("""{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""", Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
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
    public async Task An_iban_that_is_on_file_is_not_entered_again()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(Iban), Cancel));
        await recorder.FinishAsync(Cancel);

        (await recorder.DoAsync(Create(Iban), Cancel)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code == "nothing-to-do");
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

    private static IEnumerable<string> Codes(RecordResult result) => result.Should().BeOfType<RecordResult.Refused>().Subject.Problems.Select(p => p.Code);

    private async Task<string> AccountsAsync()
    {
        using var person = two.Sandbox.ClientOf("admin");
        return await (await person.GetAsync(new Uri("thirdparties/1/bankaccounts", UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel);
    }
}
