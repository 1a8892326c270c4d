using System.Text;
using static DolibarrAgent.Intake.Tests.TestXml;

namespace DolibarrAgent.Intake.Tests.Checks;

/// <summary>What nothing is entered for before a person has said how.</summary>
public sealed class StopsTests
{
    [Fact]
    public void A_document_that_is_marked_as_a_test() =>
        Stopping("<ram:GuidelineSpecified", "<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator><ram:GuidelineSpecified").Should().ContainSingle().Which.Code.Should().Be("test-document");

    [Theory]
    [InlineData("LineTotalAmount>10.00", "LineTotalAmount>ten", "BT-131/1")]
    [InlineData("GrandTotalAmount>12.00", "GrandTotalAmount>12.O0", "BT-112")]
    public void An_amount_that_counts_and_is_not_a_number(string written, string instead, string where) =>
        Stopping(written, instead).Should().Contain(w => w.Code == "amount-not-understood" && w.Where == where);

    private static IEnumerable<IntakeWarning> Stopping(string written, string instead)
    {
        var xml = Encoding.UTF8.GetString(Cii(Line("10.00"), Totals("10.00", "2.00")));
        xml.Should().Contain(written);
        return Prepare(Encoding.UTF8.GetBytes(xml.Replace(written, instead, StringComparison.Ordinal))).Stopping;
    }
}
