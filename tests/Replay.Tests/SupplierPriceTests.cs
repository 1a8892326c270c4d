using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>
/// What a supplier asks for a product is on prod as on the sandbox, once; nothing that somebody entered of it is lost; and it is
/// gone again where this changeset made it.
/// </summary>
public sealed class SupplierPriceTests : SupplierPriceTest
{
    [Fact]
    public void Its_price_here_sets_every_field_that_can_be_set() => Price.Names.Should().BeEquivalentTo(
        SupplierPriceFields.Resource.Fields.All.Where(field => field.Settable).Select(field => field.Name));

    [Fact]
    public async Task It_is_on_prod_as_on_the_sandbox_and_a_second_replay_writes_nothing()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price), Change(new Reference.Created("op1"), "unitPrice", "13.5"));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal("F/100-A 1 13.50000 20.0000 5 HOST-12");
        (await PricesAsync(Two.Sandbox)).Should().Equal("F/100-A 1 13.50000 20.0000 5 HOST-12");
        var writes = TwoInstances.Writes(Prod).Count();
        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
        (await ConfirmAsync(path, "")).Should().BeOfType<ConfirmedReplay.NothingToDo>();
        TwoInstances.Writes(Prod).Should().HaveCount(writes);
    }

    [Fact]
    public async Task A_product_and_a_supplier_that_are_new_have_it_too_and_the_supplier_goes_again()
    {
        var supplier = new Operation.Create
        {
            Id = "",
            Resource = "thirdparty",
            Set = TwoInstances.Supplier,
            Keys = ["vatNumber", "siren"],
        };
        var product = new Operation.Create
        {
            Id = "",
            Resource = "product",
            Keys = ["ref"],
            Set = Fields.None.With("ref", "HOST-12").With("label", "Hosting").With("kind", "service"),
        };
        var price = Price.With("supplier", new Reference.Created("op1")).With("product", new Reference.Created("op2"));
        var path = await RecordAsync(false, supplier, product, Create(price));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal(Asked);
        var made = await MadeAsync(path);
        made.Left.Select(left => left.Place).Should().Equal("op2");
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await PricesAsync(Prod)).Should().BeEmpty();
        (await ProdAsync("thirdparties")).Should().Contain("No third parties found");
    }

    [Fact]
    public async Task A_revert_deletes_it_and_so_does_discarding()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price), Change(new Reference.Created("op1"), "unitPrice", "13.5"));
        await ReplayAsync(path, Selection.All);

        var made = await MadeAsync(path);

        made.Left.Should().BeEmpty();
        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Delete>()
            .Which.Before.TextOf("unitPrice").Should().Be("13.50");
        await RehearseAsync(made.Path);
        (await PricesAsync(Two.Sandbox)).Should().BeEmpty();
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await PricesAsync(Prod)).Should().BeEmpty();
        (await PlanAsync(made.Path)).HasNothingToDo.Should().BeTrue();

        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(Create(Price), Cancel));
        TwoInstances.Done(await recorder.DoAsync(Change(new Reference.Created("op1"), "unitPrice", "13.5"), Cancel));
        (await recorder.DiscardAsync(Cancel)).Should().BeOfType<Recording.EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();
        (await PricesAsync(Two.Sandbox)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"buyprice":14}""")]
    [InlineData("""{"buyprice":12.34567,"delivery_time_days":7}""")]
    [InlineData("""{"buyprice":12.34567,"desc_fourn":"Yearly"}""")]
    public async Task One_that_somebody_changed_since_is_left_by_a_revert(string change)
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price));
        await ReplayAsync(path, Selection.All);
        await EnterAsync(Prod, change);

        (await RevertAsync(path)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should()
            .ContainSingle(left => left.Code.Text == "changed-since" && left.Place == "op1");
    }

    [Fact]
    public async Task A_deletion_stands_still_before_what_somebody_changed_after_it_was_made()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price));
        await ReplayAsync(path, Selection.All);
        var made = await MadeAsync(path);
        await EnterAsync(Prod, """{"buyprice":14}""");

        (await PlanAsync(made.Path)).Problems.Should().ContainSingle(problem => problem.Code.Text == "changed-since");
    }

    [Fact]
    public async Task One_that_is_there_in_the_same_way_is_nothing_to_do_and_stays_in_a_revert()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price), Rename);
        await EnterAsync(Prod, "{}");
        Prod.ForgetRequests();

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        TwoInstances.Writes(Prod).Should().ContainSingle().Which.Path.Should().Contain("thirdparties");
        (await MadeAsync(path)).Revert.Changeset.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Update>();
        using var recorder = await Two.RecorderAsync();
        (await recorder.DoAsync(Create(Price), Cancel)).Should().BeOfType<Recording.RecordResult.Refused>()
            .Which.Problems.Should().ContainSingle(problem => problem.Code.Text == "nothing-to-do");
    }

    [Fact]
    public async Task One_that_is_there_with_another_price_is_not_replaced()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price));
        await EnterAsync(Prod, """{"buyprice":14}""");

        (await PlanAsync(path)).Problems.Should().ContainSingle().Which.Code.Text.Should().Be("already-there");
        (await PricesAsync(Prod)).Should().Equal("F/100-A 1 14.00000 20.0000 5 HOST-12");
    }

    [Fact]
    public async Task From_another_quantity_on_there_is_another_price()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price), Create(Price.With("quantity", "3").With("unitPrice", "3.33333")));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal(Asked, "F/100-A 3 3.33333 20.0000 5 HOST-12");
    }

    [Fact]
    public async Task A_reference_that_is_another_products_is_refused_by_name()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price));
        await EnterAsync(Prod, "{}", product: "DOM-1");

        (await PlanAsync(path)).Problems.Should().ContainSingle().Which.Should().Match<Problem>(problem =>
            problem.Code.Text == "reference-taken" && problem.Message.Contains("DOM-1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fournisseur", "0", "not-a-supplier")]
    [InlineData("status", "0", "supplier-closed")]
    public async Task Of_one_whose_prices_nobody_sees_nothing_is_entered(string member, string value, string code)
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price));
        await OnProdAsync(
            HttpMethod.Put, $"thirdparties/{await IdAsync(Prod, "thirdparties")}", new JsonObject { [member] = value }.ToJsonString());

        (await PlanAsync(path)).Problems.Should().ContainSingle().Which.Code.Text.Should().Be(code);

        TwoInstances.Writes(Prod).Should().NotContain(write => write.Path.Contains("/purchase_prices", StringComparison.Ordinal)
            && write.Method == "POST");
    }

    [Fact]
    public async Task A_price_of_a_supplier_that_was_closed_is_not_taken_for_gone()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price));
        await ReplayAsync(path, Selection.All);
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        await OnProdAsync(HttpMethod.Put, $"thirdparties/{await IdAsync(Prod, "thirdparties")}", """{"status":0}""");

        (await PlanAsync(made.Path)).Problems.Should().ContainSingle().Which.Code.Text.Should().Be("supplier-closed");
    }

    [Fact]
    public async Task The_empty_row_of_a_refused_call_is_not_a_price()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price));
        var party = $"thirdparties/{await IdAsync(Prod, "thirdparties")}";
        await OnProdAsync(HttpMethod.Put, party, """{"fournisseur":0}""");
        await FluentActions.Awaiting(() => EnterAsync(Prod, "{}")).Should().ThrowAsync<HttpRequestException>();
        await OnProdAsync(HttpMethod.Put, party, """{"fournisseur":1}""");
        (await PricesAsync(Prod)).Should().Equal("F/100-A 1 0.00000 0.0000 0 HOST-12");

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal(Asked);
    }

    [Fact]
    public async Task A_change_keeps_what_people_entered_beside_the_price()
    {
        await EverywhereAsync();
        const string more = """
            {"remise":1.5,"charges":2.5,"delivery_time_days":7,"supplier_reputation":"FAVORITE","newnpr":1,"desc_fourn":"a & b",
             "availability":2}
            """;
        await EnterAsync(Prod, more);
        await EnterAsync(Two.Sandbox, more);
        var path = await RecordAsync(false, Change(There, "unitPrice", "13"));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal("F/100-A 1 13.00000 20.0000 5 HOST-12");
        (await ProdAsync("products/5000/purchase_prices")).Should().ContainAll(
            "fourn_remise\":\"1.5", "fourn_charges\":\"2.5", "delivery_time_days\":\"7", "FAVORITE", "fourn_tva_npr\":\"1",
            "desc_supplier\":\"a &amp; b", "fk_availability\":\"2");
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await PricesAsync(Prod)).Should().Equal("F/100-A 1 12.34567 20.0000 5 HOST-12");
    }

    [Theory]
    [InlineData("""{"barcode":"4006381333931"}""")]
    [InlineData("""{"newdefaultvatcode":"NPR"}""")]
    public async Task What_a_change_would_lose_is_left_to_a_person(string more)
    {
        await EverywhereAsync();
        await EnterAsync(Two.Sandbox, more);
        Two.Sandbox.ForgetRequests();
        using var recorder = await Two.RecorderAsync();

        (await recorder.DoAsync(Change(There, "unitPrice", "13"), Cancel)).Should().BeOfType<Recording.RecordResult.Refused>()
            .Which.Problems.Should().ContainSingle(problem => problem.Code.Text == "holds-more");

        TwoInstances.Writes(Two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task A_price_that_moved_since_is_not_changed()
    {
        await EverywhereAsync();
        await EnterAsync(Prod, "{}");
        await EnterAsync(Two.Sandbox, "{}");
        var path = await RecordAsync(false, Change(There, "unitPrice", "13"));
        await EnterAsync(Prod, """{"buyprice":14}""");

        (await PlanAsync(path)).Problems.Should().ContainSingle().Which.Code.Text.Should().Be("drift");
    }

    [Theory]
    [InlineData("unitPrice", "-1", "unitPrice", "wrong-form")]
    [InlineData("unitPrice", "1.234567", "unitPrice", "wrong-form")]
    [InlineData("quantity", "0", "quantity", "wrong-form")]
    [InlineData("quantity", "0.33333", "unitPrice", "wrong-form")]
    [InlineData("vatRate", "-20", "vatRate", "wrong-form")]
    [InlineData("supplierReference", "", "supplierReference", "missing-field")]
    [InlineData("supplierReference", "<b>A", "supplierReference", "wrong-form")]
    public async Task What_would_not_be_kept_is_refused_before_it_is_sent(string field, string value, string at, string code)
    {
        await EverywhereAsync();
        using var recorder = await Two.RecorderAsync();

        (await recorder.DoAsync(Create(Price.With(field, value)), Cancel)).Should().BeOfType<Recording.RecordResult.Refused>()
            .Which.Problems.Should().Contain(problem => problem.Code.Text == code && problem.Place == $"op1.set.{at}");

        TwoInstances.Writes(Two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task Blanks_in_a_reference_are_sent_as_they_are_kept()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price.With("supplierReference", " F  100 ")));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal("F 100 1 12.34567 20.0000 5 HOST-12");
        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
    }
}

/// <summary>Both have the module Multicurrency, under which the price that counts is another member.</summary>
public sealed class SupplierPricesWithMulticurrencyTests : SupplierPriceTest
{
    protected override Task<TwoInstances> StartAsync() => TwoInstances.StartAsync(["USD=1.10"], ["USD=1.10"]);

    [Fact]
    public async Task It_is_on_prod_as_on_the_sandbox_and_is_taken_back()
    {
        await EverywhereAsync();
        var path = await RecordAsync(false, Create(Price), Change(new Reference.Created("op1"), "unitPrice", "13.5"));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal("F/100-A 1 13.50000 20.0000 5 HOST-12");
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await PricesAsync(Prod)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_change_of_one_that_somebody_entered_keeps_its_currency()
    {
        await EverywhereAsync();
        const string euros = """{"multicurrency_buyprice":12,"multicurrency_tx":1,"multicurrency_code":"EUR"}""";
        await EnterAsync(Prod, euros);
        await EnterAsync(Two.Sandbox, euros);
        var path = await RecordAsync(false, Change(There, "unitPrice", "13"));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PricesAsync(Prod)).Should().Equal("F/100-A 1 13.00000 20.0000 5 HOST-12");
        (await ProdAsync("products/5000/purchase_prices")).Should()
            .ContainAll("fourn_multicurrency_code\":\"EUR", "fourn_multicurrency_price\":\"13.0");
    }

    [Fact]
    public async Task One_in_another_currency_is_left_to_a_person()
    {
        await EverywhereAsync();
        await EnterAsync(Two.Sandbox, """{"multicurrency_buyprice":10,"multicurrency_tx":1.1,"multicurrency_code":"USD"}""");
        Two.Sandbox.ForgetRequests();
        using var recorder = await Two.RecorderAsync();

        (await recorder.DoAsync(Change(There, "unitPrice", "13"), Cancel)).Should().BeOfType<Recording.RecordResult.Refused>()
            .Which.Problems.Should().ContainSingle(problem => problem.Code.Text == "holds-more");

        TwoInstances.Writes(Two.Sandbox).Should().BeEmpty();
    }
}
