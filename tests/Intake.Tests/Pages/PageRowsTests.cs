namespace DolibarrAgent.Intake.Tests.Pages;

public sealed class PageRowsTests
{
    [Fact]
    public void Words_that_are_written_upwards_do_not_join_the_rows_beside_them() => PageRows.Of(new Page
    {
        Number = 1,
        Width = 595,
        Height = 842,
        Source = PageTextSource.Text,
        Words =
        [
            new("Net", new Box(60, 374, 90, 383)), new("198,00", new Box(500, 374, 530, 383)),
            new("Gross", new Box(60, 393, 90, 402)), new("235,62", new Box(500, 393, 530, 402)),
            new("Specimen", new Box(20, 360, 26, 416)),
        ],
    }).Select(row => row.Text).Should().BeEquivalentTo("Specimen", "Net   198,00", "Gross   235,62");
}
