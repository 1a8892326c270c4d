using DolibarrAgent.Changesets;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a program ends with follows from the kind of the reason, which the register says.</summary>
public class ExitCodesTests
{
    [Theory]
    [InlineData("several-found", ExitCode.Conflict)]
    [InlineData("url-missing", ExitCode.Error)]
    [InlineData("policy-forbids", ExitCode.Refused)]
    public void A_reason_has_the_exit_code_of_its_kind(string code, ExitCode exit) => Of(code).Should().Be(exit);

    [Theory]
    [InlineData("several-found", "timeout", ExitCode.Error)]
    [InlineData("timeout", "policy-forbids", ExitCode.Refused)]
    [InlineData("policy-forbids", "several-found", ExitCode.Refused)]
    public void Of_several_reasons_the_gravest_decides(string one, string other, ExitCode exit) => Of(one, other).Should().Be(exit);

    [Fact]
    public void Whatever_is_found_that_stops_a_replay_is_in_the_register()
    {
        var we = new NamedParty(["We"], null, null);
        Finding[] stopping =
        [
            new Finding.EvidenceDiffers("mail", "subject", null, "x"), new Finding.NotInMail("file", "mail", "a.pdf"),
            new Finding.NotReadAgain("mail", "why", true), new Finding.SandboxDiffers("op1", "erp-sandbox", "name", "a", "b"),
            new Finding.OwnInvoice("op1", we, we), new Finding.AddressedToAnother("op1", we, we, false),
            new Finding.AccountNotOnFile("op1", "file", "FR76", "S", "FR14"),
        ];

        stopping.Should().OnlyContain(finding => finding.Severity == Severity.Stop);
        stopping.Select(finding => Codes.Of(finding.Code).Text).Should().Equal(stopping.Select(finding => finding.Code));
    }

    private static ExitCode Of(params string[] codes) => ExitCodes.Of(codes.Select(code => new Problem(Codes.Of(code), "here", "So it is.")));
}
