using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A changeset does not choose by what its own creations are looked for.</summary>
public class ForgedKeysTests : ReplayTest
{
    [Fact]
    public async Task A_supplier_that_is_called_unique_by_its_name_is_looked_for_by_its_legal_ids_all_the_same()
    {
        var path = await RewrittenAsync(changeset => changeset with { Operations = [With(changeset, op => op with { Keys = ["name"] }), .. changeset.Operations.Skip(1)] });
        await EnterOnProdAsync("thirdparties", """{"name":"Quite Another SA","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");

        var plan = await PlanAsync(path);

        plan.Problems.Should().ContainSingle().Which.Message.Should().Contain("Quite Another SA").And.Contain("vatNumber 'FR40303265045'");
    }

    [Theory]
    [InlineData("vatNumber", "FR 40 303 265 045")]
    [InlineData("siren", "303265045")]
    [InlineData("siret", "30326504500029")]
    public async Task Two_suppliers_with_one_legal_id_are_not_created(string field, string id)
    {
        var path = await RewrittenAsync(changeset => changeset with
        {
            Operations = [.. changeset.Operations, With(changeset, op => op with { Id = "op5", Set = Fields.None.With("name", "Twin SARL").With("supplier", true).With(field, id), Keys = ["name"] })],
        });

        await RefusedAsync(path, "op5", "op1");
    }

    [Fact]
    public async Task One_invoice_is_not_created_twice()
    {
        var path = await RewrittenAsync(changeset => changeset with { Operations = [.. changeset.Operations, (Operation.Create)changeset.Operations[1] with { Id = "op5" }] });

        await RefusedAsync(path, "op5", "op2");
    }

    [Fact]
    public async Task A_new_supplier_that_is_not_made_a_supplier_gets_no_invoice()
    {
        var path = await RewrittenAsync(changeset => changeset with
        {
            Operations = [With(changeset, op => op with { Set = op.Set.Where(name => name != "supplier"), After = op.After.Where(name => name != "supplier") }), .. changeset.Operations.Skip(1)],
        });

        (await PlanAsync(path)).Problems.Should().Contain(p => p.Code.Text == "supplier-unfit" && p.Place == "op2.set.supplier");
    }

    private async Task RefusedAsync(string path, string second, string first)
    {
        var problem = (await PlanAsync(path)).Problems.Should().ContainSingle().Subject;

        (problem.Code.Text, problem.Place).Should().Be(("created-twice", second));
        problem.Message.Should().Contain($"{first} creates already");
    }

    private static Operation.Create With(Changeset changeset, Func<Operation.Create, Operation.Create> change) => change((Operation.Create)changeset.Operations[0]);

    private async Task<string> RewrittenAsync(Func<Changeset, Changeset> change)
    {
        var path = await Two.RecordMainJobAsync();
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(change((await LoadAsync(path)).Changeset)), Cancel);
        return path;
    }
}
