using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What cannot be taken back is said by name, before anything, with what to do instead; the rest is taken back.</summary>
public class CannotBeTakenBackTests : RevertTest
{
    [Fact]
    public async Task A_validated_invoice_stays_with_its_file_and_its_supplier_and_its_number_is_named()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);

        var nothing = (await RevertAsync(path)).Should().BeOfType<RevertResult.Nothing>().Subject;

        nothing.ExitCode.Should().Be(ExitCode.Conflict);
        nothing.Left.Should().ContainSingle(p => p.Code.Text == "validated" && p.Place == "op2, op3, op4" && p.Message.Contains("SI2611-0001", StringComparison.Ordinal) && p.Remedy.Contains("credit note of 35.20", StringComparison.Ordinal));
        nothing.Left.Should().ContainSingle(p => p.Code.Text == "in-use" && p.Place == "op1" && p.Message.Contains("F-2026-1", StringComparison.Ordinal));
        Directory.GetDirectories(Two.Folder).Should().ContainSingle("no changeset was made");
    }

    [Fact]
    public async Task Beside_a_validated_invoice_the_rest_is_taken_back_and_the_review_warns()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: true, Update(Known, Fields.None.With("phone", "0909090909")));
        await ReplayAsync(path);

        var made = await MadeAsync(path);

        made.Left.Select(p => p.Code.Text).Should().BeEquivalentTo("validated", "in-use");
        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Should().BeOfType<Operation.Update>();
        made.Revert.Changeset.Warnings.Should().Contain(w => w.Code == "validated" && w.Text.Contains("SI2611-0001", StringComparison.Ordinal));
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path)).ExitCode.Should().Be(ExitCode.Done);
        (await ProdAsync("thirdparties/5000")).Should().Contain("\"phone\":\"0101010101\"");
        (await ProdAsync("supplierinvoices/5000")).Should().Contain("SI2611-0001");
    }

    [Fact]
    public async Task A_paid_invoice_stays()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Put, "supplierinvoices/5000", """{"paid":1,"paye":1,"status":2,"statut":2}""");

        (await LeftAsync(path)).Should().Contain(p => p.Code.Text == "paid" && p.Message.Contains("SI2611-0001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_third_party_to_which_somebody_gave_a_contact_stays_with_it()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Post, "contacts", """{"lastname":"Petit","socid":5000}""");

        (await LeftAsync(path)).Should().ContainSingle(p => p.Code.Text == "has-contacts" && p.Message.Contains("Petit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_third_party_to_which_somebody_gave_a_price_stays_with_it()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Post, "products", """{"ref":"HOST-12","label":"Hosting"}""");
        await OnProdAsync(
            HttpMethod.Post, "products/5000/purchase_prices",
            """{"qty":1,"buyprice":10,"price_base_type":"HT","fourn_id":5000,"availability":0,"ref_fourn":"F/100-A","tva_tx":20}""");

        (await LeftAsync(path)).Should()
            .ContainSingle(p => p.Code.Text == "has-prices" && p.Message.Contains("F/100-A", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("supplierinvoices/5000", """{"date_echeance":"2027-01-31"}""", "2027-01-31", "2026-12-20")]
    [InlineData("supplierinvoices/5000", """{"note_private":"called them"}""", "called them", "")]
    [InlineData("supplierinvoices/5000", """{"cond_reglement_id":42}""", "30D", "")]
    [InlineData("supplierinvoices/5000/lines/5000", """{"description":"VPS & co","qty":2,"pu_ht":10.5,"tva_tx":20,"product_type":1,"date_start":"2026-10-01"}""", "2026-10-01", "")]
    [InlineData("thirdparties/5000", """{"phone":"0777"}""", "0777", "")]
    [InlineData("thirdparties/5000", """{"email":"new@dupont.example"}""", "new@dupont.example", "factures@dupont.example")]
    public async Task What_somebody_changed_since_stays_and_both_values_are_shown(string on, string change, string now, string then)
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Put, on, change);

        (await LeftAsync(path)).Should().Contain(p => p.Code.Text == "changed-since" && p.Message.Contains($"'{now}'", StringComparison.Ordinal) && p.Message.Contains($"'{then}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invoice_on_which_somebody_put_a_file_stays()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Post, "documents/upload", """{"filename":"scan.pdf","modulepart":"supplier_invoice","ref":"(PROV5000)","filecontent":"QUJD","fileencoding":"base64"}""");

        (await LeftAsync(path)).Should().Contain(p => p.Code.Text == "changed-since" && p.Message.Contains("files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_supplier_that_other_invoices_use_by_now_stays_and_its_own_invoice_goes()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Post, "supplierinvoices", """{"socid":5000,"ref_supplier":"F-2026-2","date":"2026-11-22","lines":[{"desc":"all","qty":1,"subprice":30,"tva_tx":20,"product_type":1}]}""");

        var made = await MadeAsync(path);

        made.Left.Should().ContainSingle(p => p.Code.Text == "in-use" && p.Message.Contains("F-2026-2", StringComparison.Ordinal) && !p.Message.Contains("F-2026-1'", StringComparison.Ordinal));
        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Resource.Should().Be("supplierInvoice");
    }

    [Fact]
    public async Task A_field_that_somebody_changed_since_stays_and_the_others_are_set_back()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, Update(Known, Fields.None.With("phone", "0909090909").With("town", "Paris")));
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Put, "thirdparties/5000", """{"phone":"0777"}""");

        var made = await MadeAsync(path);

        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Asked.Names.Should().Equal("town");
        made.Left.Should().ContainSingle().Which.Message.Should().ContainAll("'0777'", "'0909090909'", "'0101010101'");
    }

    [Fact]
    public async Task A_field_that_is_back_already_is_left_alone()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, Update(Known, Fields.None.With("phone", "0909090909")));
        await ReplayAsync(path);
        await OnProdAsync(HttpMethod.Put, "thirdparties/5000", """{"phone":"0101010101"}""");

        (await RevertAsync(path)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task What_prod_held_already_before_the_replay_is_not_taken_from_it()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, Update(Known, Fields.None.With("phone", "0909090909")), Update(Known, Fields.None.With("town", "Paris")));
        await OnProdAsync(HttpMethod.Put, "thirdparties/5000", """{"phone":"0909090909"}""");
        await ReplayAsync(path);

        var made = await MadeAsync(path);

        made.Revert.Changeset.Operations.Should().ContainSingle().Which.Asked.Names.Should().Equal("town");
    }

    [Fact]
    public async Task That_a_third_party_became_a_supplier_is_not_taken_back()
    {
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            await SendAsync(instance, HttpMethod.Post, "thirdparties", """{"name":"Imprimerie Martin","tva_intra":"FR22424761419"}""");
        }
        var path = await RecordAsync(mainJob: false, Update(Known, Fields.None.With("supplier", true)));
        await ReplayAsync(path);

        (await RevertAsync(path)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().ContainSingle(p => p.Code.Text == "cannot-be-restored");
    }

    [Fact]
    public async Task A_deletion_is_not_taken_back_and_the_update_beside_it_is()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] }, Update(Known, Fields.None.With("phone", "0909090909")));
        await ReplayAsync(path);
        var revert = await MadeAsync(path);
        await RehearseAsync(revert.Path);
        await ReplayAsync(revert.Path);

        var again = await MadeAsync(revert.Path);

        again.Left.Should().ContainSingle(p => p.Code.Text == "deleted" && p.Message.Contains("FR40303265045", StringComparison.Ordinal));
        again.Revert.Changeset.Operations.Should().ContainSingle().Which.Asked.TextOf("phone").Should().Be("0909090909");
    }

    /// <summary>Between the making of the revert and its confirmation.</summary>
    [Theory]
    [InlineData("""{"label":"no longer"}""", "changed-since")]
    [InlineData("""{"paid":1,"paye":1}""", "not-a-draft")]
    public async Task What_somebody_changes_before_the_confirmation_is_a_conflict_and_nothing_is_written(string change, string code)
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        await OnProdAsync(HttpMethod.Put, "supplierinvoices/5000", change);
        var writes = TwoInstances.Writes(Prod).Count();

        var stopped = (await ConfirmAsync(made.Path, "any")).Should().BeOfType<ConfirmedReplay.Stopped>().Subject.Plan;

        stopped.ExitCode.Should().Be(ExitCode.Conflict);
        stopped.Problems.Should().Contain(p => p.Code.Text == code);
        stopped.Operations[1].Outcome.Should().Be(Outcomes.NotReached, "the supplier waits for its invoice");
        TwoInstances.Writes(Prod).Count().Should().Be(writes);
    }

    [Fact]
    public async Task An_invoice_that_somebody_validates_before_the_confirmation_is_not_deleted()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        await OnProdAsync(HttpMethod.Post, "supplierinvoices/5000/validate", "{}");

        (await ConfirmAsync(made.Path, "any")).Should().BeOfType<ConfirmedReplay.Stopped>().Which.Plan.Problems.Should().Contain(p => p.Code.Text == "validated");
        (await ProdAsync("supplierinvoices/5000")).Should().Contain("SI2611-0001");
    }

    [Fact]
    public async Task An_invoice_that_somebody_deleted_and_entered_again_is_not_deleted()
    {
        var path = await Two.RecordMainJobAsync(validated: false);
        await ReplayAsync(path);
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        await OnProdAsync(HttpMethod.Delete, "supplierinvoices/5000", "{}");
        await OnProdAsync(HttpMethod.Post, "supplierinvoices", """{"socid":5000,"ref_supplier":"F-2026-1","date":"2026-11-20","lines":[{"desc":"all","qty":1,"subprice":30,"tva_tx":20,"product_type":1}]}""");

        (await ConfirmAsync(made.Path, "any")).Should().BeOfType<ConfirmedReplay.Stopped>().Which.Plan.Problems.Should().Contain(p => p.Code.Text == "other-marker");
    }

    private async Task<IEnumerable<Problem>> LeftAsync(string path) => await RevertAsync(path) switch
    {
        RevertResult.Made made => made.Left,
        RevertResult.Nothing nothing => nothing.Left,
        var refused => throw new InvalidOperationException(refused.ToString()),
    };
}
