namespace DolibarrAgent.Review.Tests;

public sealed class ApprovedReviewTests
{
    [Fact]
    public void An_invoice_of_a_new_supplier_on_80_columns() => Approved.Check("invoice-80", Faces.Plain(Examples.Invoice, 80));

    [Fact]
    public void An_invoice_of_a_new_supplier_on_140_columns() => Approved.Check("invoice-140", Faces.Plain(Examples.Invoice, 140));

    [Fact]
    public void An_invoice_that_does_not_agree_with_its_document() => Approved.Check("disagreeing", Faces.Plain(Examples.Disagreeing, 100));

    [Fact]
    public void Changes_of_what_is_there() => Approved.Check("changes", Faces.Plain(Examples.Changes, 100));

    [Fact]
    public void What_a_revert_takes_away() => Approved.Check("revert", Faces.Plain(Examples.Revert, 100));

    [Fact]
    public void Hostile_text_in_every_place() => Approved.Check("hostile", Faces.Plain(Examples.Hostile, 100));

    [Fact]
    public void The_colours_of_an_invoice() => Approved.Check("invoice-colours", Faces.Colours(Examples.Disagreeing, 100));
}
