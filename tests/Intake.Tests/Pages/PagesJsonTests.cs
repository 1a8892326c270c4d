namespace DolibarrAgent.Intake.Tests.Pages;

public sealed class PagesJsonTests
{
    [Fact]
    public void What_was_recognised_twice_is_told_by_the_process_that_read_it()
    {
        var page = new Page
        {
            Number = 1,
            Width = 595,
            Height = 842,
            Source = PageTextSource.Recognised,
            Words = [new("72,00", new Box(1, 2, 3, 4)) { IsConfirmed = true }, new("7Z", new Box(5, 2, 7, 4)) { IsDoubtful = true }],
            Again = [new("72,00", new Box(1, 2, 3.5, 4)) { IsConfirmed = true }],
        };

        PagesJson.Read(PagesJson.Write(new PagesRead.Done([page]))).Should().BeOfType<PagesRead.Done>()
            .Which.Pages.Should().BeEquivalentTo([page]);
    }
}
