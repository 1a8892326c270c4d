using CsCheck;

namespace DolibarrAgent.Intake.Tests.Mail;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\facture.pdf", "facture.pdf")]
    [InlineData("facture\u202Efdp.exe", "facturefdp.exe")]
    [InlineData("Facture été 2026 (1).pdf", "Facture été 2026 (1).pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("a\u0000b\r\n.pdf", "ab .pdf")]
    [InlineData("a<b>|c?.pdf", "a_b_c_.pdf")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("..\\", "file")]
    public void A_name_is_cleaned(string? name, string clean) => FileNames.Clean(name).Should().Be(clean);

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var clean = FileNames.Clean(new string('a', 300) + ".pdf");
        clean.Should().HaveLength(FileNames.Longest).And.EndWith("a.pdf");
    }

    [Fact]
    public void Whatever_the_name_the_clean_one_stays_in_its_folder_and_is_clean_already() =>
        Gen.String[Gen.Char, 0, 400].Sample(name =>
        {
            var clean = FileNames.Clean(name);
            Assert.InRange(clean.Length, 1, FileNames.Longest + 1);
            Assert.Equal(clean, Path.GetFileName(clean));
            Assert.DoesNotContain(clean, c => char.IsControl(c) || c is '/' or '\\' or ':' or '"');
            Assert.NotEqual("..", clean);
            Assert.Equal(clean, FileNames.Clean(clean));
        });
}
