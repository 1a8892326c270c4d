namespace DolibarrAgent.Settings.Tests;

public class OwnCompanyTests
{
    [Fact]
    public void Nothing_set_is_not_a_problem_and_nothing_known() => Read(null, "", " ").Should().Be(OwnCompany.Unknown);

    [Fact]
    public void The_numbers_are_kept_without_spaces()
    {
        var company = Read(" ACME SARL ", "303 265 045", "fr 40 303.265.045");
        (company.Name, company.Siren, company.VatNumber).Should().Be(("ACME SARL", "303265045", "FR40303265045"));
    }

    [Theory]
    [InlineData("123", null, "siren-malformed", "nine digits")]
    [InlineData("30326504500012", null, "siren-malformed", "SIRET")]
    [InlineData("303265046", null, "siren-check-digit", "303265046")]
    [InlineData(null, "FR4030326504", "vat-number-malformed", "9 digits of the SIREN")]
    [InlineData(null, "12", "vat-number-malformed", "two letters")]
    [InlineData("303265045", "FR22424761419", "company-ids-differ", "ends with the SIREN")]
    public void A_number_that_cannot_be_ours_is_a_problem_that_says_why(string? siren, string? vatNumber, string code, string words)
    {
        var problem = OwnCompany.Read(null, siren, vatNumber).AllProblems.Should().ContainSingle().Subject;
        (problem.Code.Text, problem.Place).Should().Be((code, vatNumber is null ? Variables.CompanySiren : Variables.CompanyVatNumber));
        problem.ToString().Should().Contain(words);
    }

    [Fact]
    public void The_settings_tell_its_problems_with_all_others()
    {
        var variables = new Dictionary<string, string?> { [Variables.App] = "ERP", [Variables.CompanySiren] = "1", [Variables.CompanyVatNumber] = "FR1" };
        ProgramSettings.Read(variables, SettingsNeeds.FoldersOnly).AllProblems.Select(problem => problem.Place).Should()
            .Equal(Variables.App, Variables.CompanySiren, Variables.CompanyVatNumber);
    }

    [Fact]
    public void The_settings_hold_it()
    {
        var variables = new Dictionary<string, string?> { [Variables.CompanyName] = "ACME", [Variables.CompanyVatNumber] = "DE123456789" };
        var company = Known.Valid(ProgramSettings.Read(variables, SettingsNeeds.FoldersOnly)).Company;
        (company.Name, company.Siren, company.VatNumber).Should().Be(("ACME", null, "DE123456789"));
    }

    private static OwnCompany Read(string? name, string? siren, string? vatNumber) => Known.Valid(OwnCompany.Read(name, siren, vatNumber));
}
