namespace DolibarrAgent.Review.Tests;

/// <summary>By what an object would be found that is to be created: more than its changeset says.</summary>
public sealed class UniqueKeysTests
{
    [Fact]
    public void A_supplier_is_looked_for_by_every_legal_id_that_is_set_whatever_the_changeset_names() =>
        Keys(Examples.Invoice, at: 0, keys: ["name"]).Should().Equal("Name", "VAT number", "SIREN");

    [Fact]
    public void An_invoice_is_looked_for_by_its_reference_and_supplier() => Keys(Examples.Invoice, at: 1, keys: []).Should().Equal("Supplier's reference", "Supplier");

    private static IEnumerable<string> Keys(Changeset changeset, int at, string[] keys)
    {
        var forged = (Operation.Create)changeset.Operations[at] with { Keys = [.. keys] };
        return ReviewPage.Of(changeset with { Operations = changeset.Operations.SetItem(at, forged) }).Operations[at].Keys.Select(key => key.ToString());
    }
}
