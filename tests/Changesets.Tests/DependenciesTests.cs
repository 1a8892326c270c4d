namespace DolibarrAgent.Changesets.Tests;

public class DependenciesTests
{
    private static readonly Reference Dupont = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045").With("name", "Dupont"));
    private static readonly Reference Martin = new Reference.Found(Fields.None.With("vatNumber", "FR22424761419").With("name", "Martin"));

    [Fact]
    public void An_operation_needs_what_makes_the_object_that_it_names() =>
        Of(Party("op1"), Invoice("op2", new Reference.Created("op1"))).Needs("op2").Should().Equal("op1");

    [Fact]
    public void A_validation_needs_all_that_was_done_to_its_object_before() =>
        Of(Invoice("op1", Dupont), Attach("op2", "op1"), Attach("op3", "op1"), Validate("op4", "op1")).Needs("op4").Should().Equal("op1", "op2", "op3");

    [Fact]
    public void An_attachment_does_not_need_another() =>
        Of(Invoice("op1", Dupont), Attach("op2", "op1"), Attach("op3", "op1")).Needs("op3").Should().Equal("op1");

    [Fact]
    public void An_update_needs_an_earlier_one_that_gave_a_field_the_value_it_starts_from() =>
        Of(Update("op1", Dupont, "phone"), Update("op2", Dupont, "email"), Update("op3", Dupont, "phone")).Needs("op3").Should().Equal("op1");

    [Fact]
    public void What_is_about_the_same_object_keeps_its_order_without_being_needed()
    {
        var dependencies = Of(Update("op1", Dupont, "phone"), Update("op2", Dupont, "email"), Update("op3", Martin, "phone"));

        dependencies.Follows("op2").Should().Equal("op1");
        dependencies.Needs("op2").Should().BeEmpty();
        dependencies.Follows("op3").Should().BeEmpty("it is about another object");
    }

    [Fact]
    public void An_invoice_follows_the_change_of_its_supplier_that_came_before_it_and_not_other_invoices()
    {
        var dependencies = Of(Update("op1", Dupont, "phone"), Invoice("op2", Dupont), Invoice("op3", Dupont));

        dependencies.Follows("op2").Should().Equal("op1");
        dependencies.Follows("op3").Should().Equal("op1");
    }

    [Fact]
    public void A_change_of_a_supplier_follows_the_invoices_that_named_it_before() =>
        Of(Invoice("op1", Dupont), Invoice("op2", Dupont), Update("op3", Dupont, "name")).Follows("op3").Should().Equal("op1", "op2");

    [Fact]
    public void An_object_that_was_renamed_is_the_same_object_by_its_new_name()
    {
        var renamed = new Reference.Found(Fields.None.With("name", "Dupont et fils"));
        var byName = new Reference.Found(Fields.None.With("name", "Dupont"));

        Of(Update("op1", byName, "name", "Dupont et fils"), Update("op2", renamed, "phone")).Follows("op2").Should().Equal("op1");
    }

    [Fact]
    public void A_closure_takes_what_is_needed_and_what_that_needs_in_recorded_order() =>
        Of(Party("op1"), Invoice("op2", new Reference.Created("op1")), Invoice("op3", Dupont), Attach("op4", "op2")).ClosureOf(["op4"]).Should().Equal("op1", "op2", "op4");

    private static Dependencies Of(params Operation[] operations) => Dependencies.Of(Example.Changeset with { Operations = [.. operations] });

    private static Operation.Create Party(string id) => new() { Id = id, Resource = "thirdparty", Set = Fields.None.With("name", "Neu"), Keys = ["name"] };

    private static Operation.Create Invoice(string id, Reference supplier) => new() { Id = id, Resource = "supplierInvoice", Set = Fields.None.With("supplier", supplier).With("supplierReference", id) };

    private static Operation.Attach Attach(string id, string to) => new() { Id = id, Resource = "supplierInvoice", To = new Reference.Created(to), File = "pdf" };

    private static Operation.Validate Validate(string id, string on) => new() { Id = id, Resource = "supplierInvoice", On = new Reference.Created(on) };

    private static Operation.Update Update(string id, Reference on, string field, string value = "new") =>
        new() { Id = id, Resource = "thirdparty", On = on, Before = Fields.None.With(field, "old"), Set = Fields.None.With(field, value) };
}
