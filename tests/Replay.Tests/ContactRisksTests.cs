using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Contact details and bank details of one supplier that change close to each other.</summary>
public sealed class ContactRisksTests : SigningTest
{
    private const string Old = "FR7630006000011234567890189";
    private const string New = "DE89370400440532013000";

    private static Reference.Found Known { get; } = new(Fields.None.With("vatNumber", "FR22424761419").With("name", "Imprimerie Martin"));

    protected override Task<TwoInstances> StartAsync() => TwoInstances.StartAsync(Clock);

    [Fact]
    public async Task A_changed_phone_of_a_known_supplier_is_a_risk()
    {
        await PrepareAsync();

        Codes(await JudgedAsync(await RecordPhoneAsync())).Should().Contain(RiskCodes.ContactDetails);
    }

    [Fact]
    public async Task Bank_details_say_that_a_changeset_with_contact_details_of_the_supplier_waits()
    {
        await PrepareAsync();
        Clock.Ahead = TimeSpan.FromDays(100);
        var phone = await RecordPhoneAsync();

        var risk = Loud(await JudgedAsync(await RecordAccountAsync())).Should().ContainSingle().Subject;

        risk.Text.ToString().Should().Contain(phone).And.Contain("'Imprimerie Martin'");
    }

    [Fact]
    public async Task A_contact_that_is_entered_or_changed_is_another_way_to_reach_the_supplier()
    {
        await PrepareAsync();
        Clock.Ahead = TimeSpan.FromDays(100);
        var entered = await RecordAsync(new Operation.Create { Id = "", Resource = "contact", Keys = ["thirdparty", "lastName"], Set = Fields.None.With("thirdparty", Known).With("lastName", "Neuf").With("email", "new@example.org") });
        var changed = await RecordAsync(new Operation.Update { Id = "", Resource = "contact", On = new Reference.Found(Fields.None.With("thirdparty", Known).With("lastName", "Neuf")), Before = Fields.None, Set = Fields.None.With("phone", "0303030303") });

        Codes(await JudgedAsync(entered)).Should().Contain(RiskCodes.ContactDetails);
        Loud(await JudgedAsync(await RecordAccountAsync())).Select(risk => risk.Text.ToString()).Should().Contain(text => text.Contains(entered, StringComparison.Ordinal)).And.Contain(text => text.Contains(changed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contact_details_say_that_a_changeset_with_bank_details_of_the_supplier_waits()
    {
        await PrepareAsync();
        Clock.Ahead = TimeSpan.FromDays(100);
        var account = await RecordAccountAsync();

        Loud(await JudgedAsync(await RecordPhoneAsync())).Should().ContainSingle().Which.Text.ToString().Should().Contain(account);
    }

    [Fact]
    public async Task Those_of_another_supplier_do_not_count()
    {
        await PrepareAsync();
        Clock.Ahead = TimeSpan.FromDays(100);
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            await SendAsync(instance, HttpMethod.Post, "thirdparties", """{"name":"Papeterie Durand","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","phone":"0101010101"}""");
        }
        await RecordPhoneAsync(new Reference.Found(Fields.None.With("vatNumber", "FR40303265045").With("name", "Papeterie Durand")));

        Loud(await JudgedAsync(await RecordAccountAsync())).Should().BeEmpty();
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task A_supplier_that_was_changed_by_hand_on_prod_counts_for_30_days(int days, bool isRisk)
    {
        await PrepareAsync();
        Clock.Ahead = TimeSpan.FromDays(100);
        await SendAsync(Prod, HttpMethod.Put, "thirdparties/5000", """{"email":"new@example.org"}""");
        Clock.Ahead += TimeSpan.FromDays(days);

        (Loud(await JudgedAsync(await RecordAccountAsync())).Length > 0).Should().Be(isRisk);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task Bank_details_that_were_entered_on_prod_count_for_30_days(int days, bool isRisk)
    {
        await PrepareAsync();
        Clock.Ahead = TimeSpan.FromDays(days);

        (Loud(await JudgedAsync(await RecordPhoneAsync())).Length > 0).Should().Be(isRisk);
    }

    [Fact]
    public async Task A_new_supplier_that_nobody_changed_since_is_no_risk()
    {
        await PrepareAsync();

        Loud(await JudgedAsync(await RecordAccountAsync())).Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_changeset_says_of_its_own_warnings_has_no_part_in_it()
    {
        await PrepareAsync();
        Clock.Ahead = TimeSpan.FromDays(100);
        var loaded = await LoadAsync(await RecordPhoneAsync());
        await File.WriteAllBytesAsync(Path.Combine(loaded.Folder, ChangesetFolder.FileName), ChangesetFile.Write(loaded.Changeset with { Warnings = [] }), Cancel);

        Codes(await JudgedAsync(loaded.Folder)).Should().Contain(RiskCodes.ContactDetails);
    }

    private static IEnumerable<string> Codes(Plan plan) => PlanRisks.Of(plan, Language.English).Warnings.Select(risk => risk.Code);

    private static PlannedRisk[] Loud(Plan plan) => [.. plan.Risks.Where(risk => risk.Code == RiskCodes.ContactBeforeBankDetails)];

    /// <summary>A supplier with an account on both sides, and a policy that allows to change both.</summary>
    private async Task PrepareAsync()
    {
        GateOfTest.Write(Gate.PolicyFile, """{ "format": "dolibarr-policy/1", "allow": { "bankAccount": ["create", "update"], "thirdparty": ["update"], "contact": ["create", "update"] }, "enrolment": "optional", "authorMaySign": true }""");
        foreach (var (instance, id) in new[] { (Prod, 5000), (Two.Sandbox, 1) })
        {
            await SendAsync(instance, HttpMethod.Post, "thirdparties", """{"name":"Imprimerie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419","phone":"0101010101"}""");
            await SendAsync(instance, HttpMethod.Post, $"thirdparties/{id}/bankaccounts", $$"""{"label":"main","iban":"{{Old}}"}""");
        }
    }

    private Task<string> RecordPhoneAsync(Reference.Found? on = null) =>
        RecordAsync(new Operation.Update { Id = "", Resource = "thirdparty", On = on ?? Known, Before = Fields.None, Set = Fields.None.With("phone", "0202020202") });

    private Task<string> RecordAccountAsync() =>
        RecordAsync(new Operation.Create { Id = "", Resource = "bankAccount", Keys = ["iban"], Set = Fields.None.With("thirdparty", Known).With("iban", New).With("label", "new") });

    private async Task<string> RecordAsync(Operation operation)
    {
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        return await FinishAsync(recorder);
    }

    private static async Task SendAsync(SimulatedDolibarr instance, HttpMethod method, string path, string json)
    {
        using var person = instance.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }
}
