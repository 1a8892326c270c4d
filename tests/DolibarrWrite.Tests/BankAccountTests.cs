using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;
using static DolibarrAgent.DolibarrWrite.Tests.Skills;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Where the money goes is a person's command, never a document's and never a model's.</summary>
public sealed class BankAccountTests : IAsyncLifetime
{
    private const string OnFile = "FR7630006000011234567890189";
    private const string Other = "DE89 3704 0044 0532 0130 00";

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public void No_function_of_a_model_enters_one()
    {
        using var skill = On(two);

        Plugin(skill).Select(function => function.Name + string.Concat(function.Metadata.Parameters.Select(p => $" {p.Name} {p.Description}")))
            .Should().NotContain(text => text.Contains("iban", StringComparison.OrdinalIgnoreCase) || text.Contains("bank", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_model_is_told_who_enters_one() => SkillText.ForAModel.Should().Contain("A person does, with `agent set-iban`");

    [Fact]
    public async Task It_is_alone_in_a_finished_changeset_with_the_instruction_and_the_mail_as_evidence()
    {
        await SupplierByHandAsync(two);

        var entered = Ok(await EnterAsync(new BankAccountAsked("303265045", Other) { Reason = "They called back." }, Mail(SampleCatalogue.Hosting)));

        entered.Changeset.State.Should().Be(ChangesetState.Finished);
        var operation = entered.Changeset.Operations.Should().ContainSingle().Subject;
        operation.After.TextOf("iban").Should().Be("DE89370400440532013000");
        operation.From.Select(id => entered.Changeset.EvidenceNamed(id)!.Kind).Should().Contain(["instruction", "email", "file"]);
        entered.Changeset.Evidence.OfType<Evidence.Instruction>().Single().Text.Should().ContainAll("DE89370400440532013000", "'303265045'", "They called back.");
    }

    [Fact]
    public async Task The_accounts_before_and_now_are_told()
    {
        var supplier = await SupplierByHandAsync(two);
        await AccountByHandAsync(supplier, OnFile, "main");

        var entered = Ok(await EnterAsync(new BankAccountAsked("303265045", Other)));

        entered.Before.Select(account => account.Iban).Should().Equal(OnFile);
        entered.After!.Value.Select(account => account.Iban).Should().BeEquivalentTo(OnFile, "DE89370400440532013000");
    }

    [Fact]
    public async Task One_on_file_is_replaced_and_the_changeset_says_by_what()
    {
        var supplier = await SupplierByHandAsync(two);
        await AccountByHandAsync(supplier, OnFile, "main");

        var operation = Ok(await EnterAsync(new BankAccountAsked("303265045", Other) { Replaces = OnFile })).Changeset.Operations.Single();

        (operation.Held.TextOf("iban"), operation.After.TextOf("iban")).Should().Be((OnFile, "DE89370400440532013000"));
    }

    [Fact]
    public async Task An_account_that_the_mail_does_not_name_is_a_warning_that_says_which_it_names()
    {
        await SupplierByHandAsync(two);
        var mail = Encoding.UTF8.GetBytes($"From: a@dupont.example\r\nSubject: New account\r\n\r\nFrom now on pay to FR76 3000 6000 0112 3456 7890 189.\r\n");

        var entered = Ok(await EnterAsync(new BankAccountAsked("303265045", Other), mail));

        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "iban-not-in-mail").Which.Text.Should().Contain(OnFile);
        Review.RiskCodes.All.Should().Contain("iban-not-in-mail");
    }

    [Fact]
    public async Task An_account_that_the_mail_names_however_it_is_spaced_is_no_warning()
    {
        await SupplierByHandAsync(two);
        var mail = Encoding.UTF8.GetBytes($"From: a@dupont.example\r\nSubject: New account\r\n\r\nIBAN: DE89-3704 0044.0532 013000\r\n");

        Ok(await EnterAsync(new BankAccountAsked("303265045", Other), mail)).Changeset.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("DE89370400440532013001", "check digits")]
    [InlineData("DE8937040044053201300", "has 21 letters and digits; an IBAN of DE has 22")]
    [InlineData("3704 0044 0532 0130 00", "two letters")]
    [InlineData("", "two letters")]
    public async Task What_is_not_an_IBAN_is_refused_with_what_is_wrong(string iban, string words)
    {
        var problem = Refusal(await EnterAsync(new BankAccountAsked("303265045", iban)));

        (problem.Code.Text, problem.Place).Should().Be(("wrong-iban", "--iban"));
        problem.Message.Should().Contain(words);
    }

    [Fact]
    public async Task What_is_not_a_BIC_is_refused() => Refusal(await EnterAsync(new BankAccountAsked("303265045", Other) { Bic = "AGRI" })).Code.Text.Should().Be("wrong-bic");

    [Theory]
    [InlineData("CODE")]
    [InlineData("303 265 045")]
    [InlineData("FR 40 303265045")]
    [InlineData("30326504500017")]
    [InlineData("hebergeur dupont sarl")]
    public async Task The_supplier_is_named_by_its_code_a_legal_id_or_its_whole_name(string named)
    {
        await ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"-1","tva_intra":"FR40303265045","idprof1":"303265045","idprof2":"30326504500017"}""");

        var code = (await ListAsync(two.Sandbox, "thirdparties")).Single().GetProperty("code_fournisseur").GetString()!;

        Ok(await EnterAsync(new BankAccountAsked(named == "CODE" ? code : named, Other))).Supplier.Should().ContainAll("Hébergeur Dupont SARL", code);
    }

    [Fact]
    public async Task A_name_that_is_only_alike_is_refused_and_named()
    {
        await SupplierByHandAsync(two);

        var problem = Refusal(await EnterAsync(new BankAccountAsked("Dupont", Other)));

        problem.Code.Text.Should().Be("supplier-unknown");
        problem.Message.Should().Contain("Hébergeur Dupont SARL");
    }

    [Fact]
    public async Task Several_of_one_name_are_named_and_refused()
    {
        for (var i = 0; i < 2; i++)
        {
            await ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"-1"}""");
        }
        var codes = (await ListAsync(two.Sandbox, "thirdparties")).Select(party => party.GetProperty("code_fournisseur").GetString()!);

        var problem = Refusal(await EnterAsync(new BankAccountAsked("Dupont", Other)));

        problem.Code.Text.Should().Be("several-found");
        problem.Message.Should().ContainAll(codes);
    }

    [Fact]
    public async Task A_third_party_that_is_not_a_supplier_is_refused()
    {
        await ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Client SA","client":1,"code_client":"auto"}""");

        Refusal(await EnterAsync(new BankAccountAsked("Client SA", Other))).Code.Text.Should().Be("supplier-unfit");
    }

    [Fact]
    public async Task An_account_that_is_on_file_is_refused_as_there()
    {
        var supplier = await SupplierByHandAsync(two);
        await AccountByHandAsync(supplier, OnFile, "main");

        Refusal(await EnterAsync(new BankAccountAsked("303265045", "fr76 3000 6000 0112 3456 7890 189"))).Code.Text.Should().Be("already-there");
    }

    [Fact]
    public async Task What_it_is_to_replace_must_be_on_file()
    {
        var supplier = await SupplierByHandAsync(two);
        await AccountByHandAsync(supplier, OnFile, "main");

        var problem = Refusal(await EnterAsync(new BankAccountAsked("303265045", Other) { Replaces = "GB82WEST12345698765432" }));

        problem.Code.Text.Should().Be("replaced-not-on-file");
        problem.Message.Should().Contain(OnFile);
    }

    [Fact]
    public async Task The_BIC_of_the_old_bank_does_not_stay_with_the_new_IBAN()
    {
        var supplier = await SupplierByHandAsync(two);
        await ByHandAsync(two.Sandbox, HttpMethod.Post, $"thirdparties/{supplier}/bankaccounts", $$"""{"label":"main","iban":"{{OnFile}}","bic":"AGRIFRPP"}""");

        Refusal(await EnterAsync(new BankAccountAsked("303265045", Other) { Replaces = OnFile })).Code.Text.Should().Be("details-missing");

        Ok(await EnterAsync(new BankAccountAsked("303265045", Other) { Replaces = OnFile, Bic = "COBADEFF" })).After!.Value.Single().Bic.Should().Be("COBADEFF");
    }

    [Fact]
    public async Task A_label_that_another_account_has_is_refused_for_Dolibarr_would_leave_an_empty_account()
    {
        var supplier = await SupplierByHandAsync(two);
        await AccountByHandAsync(supplier, OnFile, "main");

        Refusal(await EnterAsync(new BankAccountAsked("303265045", Other) { Label = "main" })).Code.Text.Should().Be("label-taken");

        (await ListAsync(two.Sandbox, $"thirdparties/{supplier}/bankaccounts")).Should().ContainSingle();
    }

    [Fact]
    public async Task With_the_target_at_prod_it_is_refused()
    {
        using var skill = On(two, v => v.Remove("DOLIBARR_TARGET"));

        Refusal(await skill.BankAccounts.EnterAsync(new BankAccountAsked("303265045", Other), Cancel)).Code.Text.Should().Be("target-is-prod");
        TwoInstances.Writes(two.Prod).Should().BeEmpty();
    }

    private async Task<Result<EnteredBankAccount>> EnterAsync(BankAccountAsked asked, byte[]? mail = null)
    {
        using var skill = On(two);
        if (mail is not null)
        {
            skill.Documents.Give("mail.eml", mail, Cancel);
        }
        return await skill.BankAccounts.EnterAsync(asked, Cancel);
    }

    private Task AccountByHandAsync(string supplier, string iban, string label) =>
        ByHandAsync(two.Sandbox, HttpMethod.Post, $"thirdparties/{supplier}/bankaccounts", $$"""{"label":"{{label}}","iban":"{{iban}}"}""");

    private static EnteredBankAccount Ok(Result<EnteredBankAccount> result) => result is Result<EnteredBankAccount>.Ok { Value: var entered }
        ? entered
        : throw new InvalidOperationException(string.Join("; ", ((Result<EnteredBankAccount>.Refused)result).Problems));

    private static Problem Refusal(Result<EnteredBankAccount> result) => result.Should().BeOfType<Result<EnteredBankAccount>.Refused>().Which.Problems.Should().ContainSingle().Subject;
}
