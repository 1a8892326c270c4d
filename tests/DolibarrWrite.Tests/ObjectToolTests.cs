using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;
using Microsoft.SemanticKernel;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>The functions that are the same for every resource, as a model uses them.</summary>
public sealed class ObjectToolTests : PluginTest
{
    [Fact]
    public async Task A_model_that_has_only_the_list_and_the_answers_enters_a_contact_and_corrects_it()
    {
        (await Plugin.CallAsync("create_third_party", ("name", "Dupont"), ("siren", "303265045"))).Done();
        var described = (await Plugin.CallAsync("describe_resource", ("resource", "contact"))).Done();
        described.GetProperty("fields").GetProperty("thirdparty").GetString().Should().Be("id of a third party, or opN, needed, not changed later");
        described.GetProperty("fields").GetProperty("lastName").GetString().Should().Be("text to 50, needed");

        (await Plugin.CallAsync("create_object", ("resource", "contact"), ("fields", """{"thirdparty":"op1","lastName":"Durand","email":"Jane@dupont.example"}"""))).Done().GetProperty("done").GetString().Should().Be("op2");
        var found = (await Plugin.CallAsync("find_objects", ("resource", "contact"), ("fields", """{"thirdparty":"op1"}"""))).Done();
        found.GetProperty("list")[0].GetProperty("id").GetString().Should().Be("op2");
        found.GetProperty("list")[0].GetProperty("data").GetProperty("lastName").GetString().Should().Be("Durand");
        (await Plugin.CallAsync("update_object", ("resource", "contact"), ("id", "op2"), ("fields", """{"firstName":"Jane"}"""))).Done().GetProperty("did").GetString().Should().Be("update contact");
        (await Plugin.CallAsync("get_object", ("resource", "contact"), ("id", "op2"))).Done().GetProperty("data").GetProperty("email").GetString().Should().Be("jane@dupont.example");
        (await Plugin.CallAsync("finish_changeset")).Done().GetProperty("operations").GetInt32().Should().Be(3);
    }

    [Fact]
    public async Task A_contact_that_was_there_before_is_named_by_its_keys_and_its_third_party_by_its_own()
    {
        await SendAsync("thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");
        await SendAsync("contacts", """{"lastname":"Durand","firstname":"Jane","socid":1}""");

        (await Plugin.CallAsync("update_object", ("resource", "contact"), ("id", "1"), ("fields", """{"jobTitle":"CFO"}"""))).Done();

        var on = Skill.Changeset.Current!.Operations.Should().ContainSingle().Which.DoneTo.Should().BeOfType<Reference.Found>().Subject;
        on.Keys.TextOf("lastName").Should().Be("Durand");
        on.Keys.TextOf("firstName").Should().Be("Jane");
        on.Keys.ReferenceOf("thirdparty").Should().BeOfType<Reference.Found>().Which.Keys.TextOf("vatNumber").Should().Be("FR40303265045");
    }

    [Theory]
    [InlineData("create_object", """{"lastName":"Durand"}""", "missing-field")]
    [InlineData("create_object", """{"thirdparty":"99","lastName":"Durand"}""", "not-found")]
    [InlineData("create_object", """{"thirdparty":"op1","lastName":"Durand","iban":"FR76"}""", "unknown-argument")]
    [InlineData("create_object", """{"thirdparty":"op1","lastName":["Durand"]}""", "wrong-form")]
    [InlineData("create_object", "Durand", "wrong-form")]
    [InlineData("create_object", "{}", "wrong-form")]
    [InlineData("create_object", """{"thirdparty":"op1","lastName":"Durand","country":"France"}""", "wrong-form")]
    [InlineData("find_objects", """{"town":"Brest"}""", "wrong-arguments")]
    public async Task What_cannot_be_is_refused_with_what_to_do(string function, string fields, string code)
    {
        (await Plugin.CallAsync("create_third_party", ("name", "Dupont"), ("siren", "303265045"))).Done();

        var refused = await Plugin.CallAsync(function, ("resource", "contact"), ("fields", fields));

        Skills.CodeOf(refused).Should().Be(code);
        refused.GetProperty("refused")[0].GetProperty("do").GetString().Should().NotBeNullOrEmpty();
        Skill.Changeset.Current!.Operations.Should().ContainSingle("only the third party is entered");
    }

    [Fact]
    public async Task A_model_finds_what_was_paid_of_an_invoice_and_enters_the_rest_in_a_changeset_of_its_own()
    {
        await SendAsync("thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");
        await SendAsync("supplierinvoices", """{"socid":1,"ref_supplier":"F-1","date":"2026-11-20","lines":[{"desc":"x","qty":1,"subprice":100,"tva_tx":20}]}""");
        await SendAsync("supplierinvoices/1/validate", "{}");
        await SendAsync("bankaccounts", """{"ref":"BNK1","label":"Main","type":1,"country_id":1,"currency_code":"EUR"}""");
        await SendAsync("supplierinvoices/1/payments", """{"datepaye":1795564800,"payment_mode_id":2,"closepaidinvoices":"yes","accountid":1,"amount":50}""");
        (await Plugin.CallAsync("describe_resource", ("resource", "payment"))).Done()
            .GetProperty("find_by").GetString().Should().Be("invoice");

        var paid = (await Plugin.CallAsync("find_objects", ("resource", "payment"), ("fields", """{"invoice":"1"}"""))).Done();
        paid.GetProperty("list")[0].GetProperty("data").GetProperty("amount").GetString().Should().Be("50.00");
        var rest = """{"invoice":"1","date":"2026-11-28","amount":"70.00","paymentMeans":"VIR","account":"BNK1","transaction":"T-9"}""";
        (await Plugin.CallAsync("create_object", ("resource", "payment"), ("fields", rest))).Done()
            .GetProperty("did").GetString().Should().Be("create payment");

        var on = Skill.Changeset.Current!.Operations.Should().ContainSingle().Which.Asked.ReferenceOf("invoice").Should()
            .BeOfType<Reference.Found>().Subject;
        on.Keys.TextOf("supplierReference").Should().Be("F-1");
        Skills.CodeOf(await Plugin.CallAsync("create_third_party", ("name", "Other"), ("siren", "732829320"))).Should().Be("not-alone");
    }

    [Fact]
    public async Task Nothing_is_done_to_a_payment_that_is_there()
    {
        Skills.CodeOf(await Plugin.CallAsync("get_object", ("resource", "payment"), ("id", "1"))).Should().Be("wrong-form");
        Skills.CodeOf(await Plugin.CallAsync("update_object", ("resource", "payment"), ("id", "1"), ("fields", """{"amount":"1.00"}""")))
            .Should().Be("wrong-form");
    }

    [Theory]
    [InlineData("bankAccount")]
    [InlineData("supplierInvoice")]
    [InlineData("user")]
    public async Task A_resource_that_has_a_way_of_its_own_is_not_reached_by_them(string resource) =>
        Skills.CodeOf(await Plugin.CallAsync("create_object", ("resource", resource), ("fields", """{"label":"x"}"""))).Should().Be("wrong-form");

    [Fact]
    public async Task A_contact_that_is_there_is_not_entered_twice()
    {
        (await Plugin.CallAsync("create_third_party", ("name", "Dupont"), ("siren", "303265045"))).Done();
        const string Durand = """{"thirdparty":"op1","lastName":"Durand"}""";
        (await Plugin.CallAsync("create_object", ("resource", "contact"), ("fields", Durand))).Done();

        Skills.CodeOf(await Plugin.CallAsync("create_object", ("resource", "contact"), ("fields", Durand))).Should().Be("already-there");
    }

    [Fact]
    public async Task A_category_is_entered_below_another_and_one_that_stands_below_itself_is_left_to_a_person()
    {
        await SendAsync("categories", """{"label":"Purchases","type":1}""");
        (await Plugin.CallAsync(
            "create_object", ("resource", "category"),
            ("fields", """{"parent":"1","kind":"supplier","label":"IT","color":"ff8800"}"""))).Done();
        var made = Skill.Changeset.Current!.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Create>().Subject;
        made.Set.ReferenceOf("parent").Should().BeOfType<Reference.Found>().Which.Keys.TextOf("label").Should().Be("Purchases");
        await SendAsync("categories", """{"label":"Circle","type":1,"fk_parent":3}""");

        Skills.CodeOf(await Plugin.CallAsync(
            "create_object", ("resource", "category"), ("fields", """{"parent":"3","kind":"supplier","label":"Web"}""")))
            .Should().Be("too-deep");
    }

    [Fact]
    public async Task A_model_enters_what_a_supplier_calls_a_product_finds_it_by_that_and_changes_its_price()
    {
        (await Plugin.CallAsync("create_third_party", ("name", "Dupont"), ("siren", "303265045"))).Done();
        (await EnterAsync("product", """{"ref":"HOST-12","label":"Hosting","kind":"service","price":"19.99"}""")).Done();
        var described = (await Plugin.CallAsync("describe_resource", ("resource", "supplierPrice"))).Done();
        described.GetProperty("find_by").GetString().Should().Be("product, supplier, supplierReference");
        described.GetProperty("fields").EnumerateObject().Select(field => field.Name).Should()
            .Equal("product", "supplier", "supplierReference", "quantity", "unitPrice", "vatRate", "discount");
        const string Price =
            """{"product":"op2","supplier":"op1","supplierReference":"F/100-A","quantity":"1","unitPrice":"12.5","vatRate":"20"}""";

        (await EnterAsync("supplierPrice", Price)).Done().GetProperty("done").GetString().Should().Be("op3");

        Skills.CodeOf(await EnterAsync("supplierPrice", Price)).Should().Be("nothing-to-do");
        Skills.CodeOf(await EnterAsync("supplierPrice", Price.Replace("12.5", "13", StringComparison.Ordinal)))
            .Should().Be("already-there");
        var found = (await Plugin.CallAsync(
            "find_objects", ("resource", "supplierPrice"), ("fields", """{"supplierReference":"F/100-A"}"""))).Done();
        found.GetProperty("list")[0].GetProperty("id").GetString().Should().Be("op3");
        found.GetProperty("list")[0].GetProperty("product").GetString().Should().Be("op2");
        found.GetProperty("list")[0].GetProperty("data").GetProperty("unitPrice").GetString().Should().Be("12.50");
        (await ChangeAsync("op3", """{"unitPrice":"13"}""")).Done();
        (await Plugin.CallAsync("get_object", ("resource", "supplierPrice"), ("id", "op3"))).Done()
            .GetProperty("data").GetProperty("unitPrice").GetString().Should().Be("13.00");
        Skills.CodeOf(await ChangeAsync("op3", """{"description":"x"}""")).Should().Be("unknown-argument");

        Task<JsonElement> ChangeAsync(string id, string fields) =>
            Plugin.CallAsync("update_object", ("resource", "supplierPrice"), ("id", id), ("fields", fields));
    }

    [Fact]
    public async Task A_price_that_was_there_before_is_named_by_its_product_its_supplier_the_reference_and_the_quantity()
    {
        await SendAsync("thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");
        await SendAsync("products", """{"ref":"HOST-12","label":"Hosting"}""");
        await SendAsync(
            "products/1/purchase_prices",
            """{"qty":3,"buyprice":30,"price_base_type":"HT","fourn_id":1,"availability":0,"ref_fourn":"F/100-A","tva_tx":20}""");

        (await Plugin.CallAsync("update_object", ("resource", "supplierPrice"), ("id", "1"), ("fields", """{"unitPrice":"11"}"""))).Done();

        var on = Skill.Changeset.Current!.Operations.Should().ContainSingle().Which.DoneTo.Should().BeOfType<Reference.Found>().Subject;
        on.Keys.ReferenceOf("product").Should().BeOfType<Reference.Found>().Which.Keys.TextOf("ref").Should().Be("HOST-12");
        on.Keys.ReferenceOf("supplier").Should().BeOfType<Reference.Found>().Which.Keys.TextOf("vatNumber").Should().Be("FR40303265045");
        (on.Keys.TextOf("supplierReference"), on.Keys.TextOf("quantity")).Should().Be(("F/100-A", "3"));
    }

    [Fact]
    public async Task A_supplier_is_put_in_a_category_once_and_only_in_one_for_suppliers()
    {
        (await Plugin.CallAsync("create_third_party", ("name", "Dupont"), ("siren", "303265045"))).Done();
        (await EnterAsync("category", """{"kind":"supplier","label":"IT"}""")).Done();
        (await EnterAsync("category", """{"kind":"product","label":"IT"}""")).Done();

        (await EnterAsync("categoryMember", """{"category":"op2","thirdparty":"op1"}""")).Done().GetProperty("did").GetString()
            .Should().Be("create categoryMember");

        Skills.CodeOf(await EnterAsync("categoryMember", """{"category":"op2","thirdparty":"op1"}""")).Should().Be("nothing-to-do");
        Skills.CodeOf(await EnterAsync("categoryMember", """{"category":"op3","thirdparty":"op1"}""")).Should().Be("another-kind");
        Skills.CodeOf(await Plugin.CallAsync("update_object", ("resource", "categoryMember"), ("id", "op4"), ("fields", "{}")))
            .Should().Be("wrong-form");
    }

    private Task<System.Text.Json.JsonElement> EnterAsync(string resource, string fields) =>
        Plugin.CallAsync("create_object", ("resource", resource), ("fields", fields));

    [Theory]
    [InlineData("red")]
    [InlineData("#ff8800")]
    [InlineData("ff880")]
    public async Task A_color_is_six_hexadecimal_digits(string color) => Skills.CodeOf(await Plugin.CallAsync(
        "create_object", ("resource", "category"), ("fields", $$"""{"kind":"supplier","label":"IT","color":"{{color}}"}""")))
            .Should().Be("wrong-form");

    private async Task SendAsync(string path, string json)
    {
        using var person = Two.Sandbox.ClientOf("admin");
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri(path, UriKind.Relative), body, Skills.Cancel)).EnsureSuccessStatusCode();
    }
}
