using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr.Tests;

public class IdentityComparisonTests
{
    private static readonly InstanceIdentity Prod = new("erp", "https://erp.example.org:443", "22.0.4")
    {
        TlsKey = "aa",
        Company = new CompanyIdentity("ACME", "FR1", "303265045"),
        HighestThirdParty = 100,
        HighestSupplierInvoice = 50,
    };

    private static readonly InstanceIdentity Sandbox = Prod with { Instance = "erp-sandbox", Origin = "https://erp-sandbox.example.org:443", TlsKey = "bb" };

    [Fact]
    public void An_instance_that_grew_is_the_same() => CodesOf(Prod with { HighestThirdParty = 120, HighestSupplierInvoice = 50 }).Should().BeEmpty();

    [Fact]
    public void Every_difference_is_told_with_both_sides()
    {
        var found = Prod with { Origin = "https://x:443", TlsKey = "cc", Dolibarr = "23.0.0", Company = new CompanyIdentity("OTHER", "FR2", ""), HighestThirdParty = 99, HighestSupplierInvoice = 49 };

        CodesOf(found).Should().Equal("other-origin", "other-tls-key", "other-version", "other-company", "other-company", "other-company", "ids-went-down", "ids-went-down");
        DifferencesOf(found)[1].ToProblem(Instance.Of("erp")).Message.Should().Contain("found cc").And.Contain("enrolled aa");
    }

    [Fact]
    public void What_a_key_may_not_read_is_not_compared() =>
        CodesOf(Prod with { Company = null, HighestThirdParty = null, HighestSupplierInvoice = null }).Should().BeEmpty();

    [Fact]
    public void A_sandbox_that_was_reset_and_has_its_canary_is_the_same() =>
        CodesOf(Sandbox with { HighestThirdParty = 1 }, hasCanary: true).Should().BeEmpty();

    [Fact]
    public void A_sandbox_whose_ids_went_down_and_that_never_had_a_canary_is_not() =>
        CodesOf(Sandbox with { HighestThirdParty = 1 }).Should().Equal("ids-went-down");

    [Fact]
    public void A_sandbox_without_its_canary_is_another() => CodesOf(Sandbox, hasCanary: false).Should().Equal("canary-missing");

    [Fact]
    public void A_prod_with_it_is_another() => CodesOf(Prod, hasCanary: true).Should().Equal("canary-on-prod");

    [Fact]
    public void One_that_is_not_enrolled_and_answers_where_another_was_enrolled_is_that_other() =>
        CodesOf(Prod with { Instance = "cms" }).Should().Equal("origin-of-another");

    [Fact]
    public void Nor_may_it_have_the_key_of_another() => CodesOf(Prod with { Instance = "cms", Origin = "https://cms.example.org:443" }).Should().Equal("key-of-another");

    [Fact]
    public void Two_enrolled_ones_may_share_a_key_of_one_certificate()
    {
        var shared = new EnrolledTargets("CANARY", [At(Prod), At(Sandbox with { TlsKey = "aa" })]);

        IdentityComparison.Of(shared, Instance.Of("erp"), new ObservedInstance(Prod) { HasCanary = false }).Should().BeEmpty();
    }

    [Theory]
    [InlineData("aa", "bb", "", true)]
    [InlineData("aa", "aa", "", false)]
    [InlineData("", "", "", false)]
    [InlineData("aa", "", "", false)]
    [InlineData("aa", "aa", "CANARY", true)]
    public void Only_what_lasts_tells_two_apart(string prodKey, string sandboxKey, string canary, bool told) =>
        IdentityComparison.TellsApart(Prod with { TlsKey = prodKey, HighestThirdParty = 7 }, Sandbox with { TlsKey = sandboxKey }, canary).Should().Be(told);

    private static IEnumerable<string> CodesOf(InstanceIdentity found, bool? hasCanary = null) => DifferencesOf(found, hasCanary).Select(difference => difference.Code.Text);

    private static System.Collections.Immutable.ImmutableArray<IdentityDifference> DifferencesOf(InstanceIdentity found, bool? hasCanary = null) => IdentityComparison.Of(
        new EnrolledTargets(hasCanary is null ? "" : "CANARY", [At(Prod), At(Sandbox)]),
        found.Instance == "erp-sandbox" ? Instance.Of("erp", "sandbox") : Instance.Of(found.Instance),
        new ObservedInstance(found) { HasCanary = hasCanary });

    private static EnrolledTarget At(InstanceIdentity identity) => new(identity, DateTimeOffset.UnixEpoch, "me");
}
