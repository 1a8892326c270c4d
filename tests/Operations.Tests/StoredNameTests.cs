namespace DolibarrAgent.Operations.Tests;

public class StoredNameTests
{
    [Theory]
    [InlineData("F-2026-1.pdf", "F-2026-1.pdf")]
    [InlineData("é à.pdf", "e_a.pdf")]
    [InlineData("../../etc/x.pdf", "etc_x.pdf")]
    [InlineData("C:\\temp\\x.PDF", "C__temp_x.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoice_fdp.exe.noexe")]
    [InlineData("facture--2026---1.pdf", "facture_2026_1.pdf")]
    [InlineData("a...b.pdf", "a_.b.pdf")]
    [InlineData("reply.HTML", "reply.html.noexe")]
    [InlineData("setup.AppImage", "setup.AppImage.noexe")]
    [InlineData(".hidden.pdf", "hidden.pdf")]
    [InlineData("\"; drop.pdf", "drop.pdf")]
    [InlineData("日本.pdf", "document.pdf")]
    [InlineData("", "document")]
    [InlineData("..", "document")]
    public void A_name_becomes_one_that_Dolibarr_changes_nothing_in(string name, string stored) => StoredName.Of(name).Should().Be(stored);

    [Fact]
    public void A_long_name_keeps_its_ending() => StoredName.Of(new string('x', 300) + ".pdf").Should().HaveLength(100).And.EndWith(".pdf");
}
