namespace DolibarrAgent.Settings.Tests;

public class InstanceTests
{
    [Fact]
    public void Every_name_of_prod_is_that_of_the_conventions_table()
    {
        Instance.Of("erp").DerivedNames().Should().Equal(
            new DerivedName("instance", "erp"),
            new DerivedName("PostgreSQL database", "erp"),
            new DerivedName("PostgreSQL owner role", "erp_role"),
            new DerivedName("Kubernetes namespace", "erp"),
            new DerivedName("Kubernetes service account", "erp"),
            new DerivedName("Vault dynamic database credentials", "postgres/creds/erp"),
            new DerivedName("Vault configuration", "kvv2/erp/config"),
            new DerivedName("Vault policy", "erp"),
            new DerivedName("Vault operations policy", "erp-ops"),
            new DerivedName("ArgoCD application", "erp"),
            new DerivedName("DNS", "erp.arcodange.lab"),
            new DerivedName("URL", "https://erp.arcodange.lab"),
            new DerivedName("State prefix", "erp/main"),
            new DerivedName("Git repository", "arcodange-org/erp"),
            new DerivedName("Helm chart", "erp"),
            new DerivedName("CI role", "gitea_cicd_erp"));
    }

    [Fact]
    public void Every_name_of_the_sandbox_is_that_of_the_conventions_table()
    {
        Instance.Of("erp", "sandbox").DerivedNames().Select(derived => derived.Name).Should().Equal(
            "erp-sandbox",
            "erp-sandbox",
            "erp_sandbox_role",
            "erp-sandbox",
            "erp-sandbox",
            "postgres/creds/erp-sandbox",
            "kvv2/erp-sandbox/config",
            "erp-sandbox",
            "erp-sandbox-ops",
            "erp-sandbox",
            "erp-sandbox.arcodange.lab",
            "https://erp-sandbox.arcodange.lab",
            "erp/main",
            "arcodange-org/erp",
            "erp",
            "gitea_cicd_erp");
    }

    [Theory]
    [InlineData("webapp", "webapp_role", "gitea_cicd_webapp")]
    [InlineData("erp", "erp_role", "gitea_cicd_erp")]
    [InlineData("crowdsec", "crowdsec_role", "gitea_cicd_crowdsec")]
    [InlineData("plausible", "plausible_role", "gitea_cicd_plausible")]
    [InlineData("dance-lessons-coach", "dance-lessons-coach_role", "gitea_cicd_dance-lessons-coach")]
    [InlineData("cms", "cms_role", "gitea_cicd_cms")]
    public void The_names_of_an_existing_application_stay_byte_for_byte(string app, string role, string ciRole)
    {
        var prod = Instance.Of(app);
        string[] elided = [prod.Name, prod.Database, prod.KubernetesNamespace, prod.ServiceAccount, prod.VaultPolicy, prod.ArgoCdApplication, prod.HelmChart];
        elided.Should().AllBe(app);
        string[] others = [prod.OwnerRole, prod.CiRole, prod.VaultDatabaseCredentials, prod.VaultConfiguration, prod.VaultOperationsPolicy, prod.StatePrefix, prod.GitRepository];
        others.Should().Equal(role, ciRole, $"postgres/creds/{app}", $"kvv2/{app}/config", $"{app}-ops", $"{app}/main", $"arcodange-org/{app}");
        prod.HostIn("arcodange.lab").Should().Be($"{app}.arcodange.lab");
    }

    [Theory]
    [InlineData("dance-lessons-coach", "sandbox", "dance-lessons-coach-sandbox", "dance_lessons_coach_sandbox_role")]
    [InlineData("erp", "load-test", "erp-load-test", "erp_load_test_role")]
    [InlineData("cms", "pr-42", "cms-pr-42", "cms_pr_42_role")]
    public void Outside_prod_only_the_owner_role_is_in_snake_case(string app, string environment, string name, string role)
    {
        var instance = Instance.Of(app, environment);
        (instance.Name, instance.OwnerRole, instance.Database).Should().Be((name, role, name));
        instance.StatePrefix.Should().Be($"{app}/main");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ERP")]
    [InlineData("erp_sandbox")]
    [InlineData("-erp")]
    [InlineData("erp-")]
    [InlineData("erp--x")]
    [InlineData("1erp")]
    [InlineData("erp.x")]
    [InlineData("erp\n")]
    [InlineData("érp")]
    public void A_name_that_is_not_kebab_case_is_a_problem_of_its_place(string name)
    {
        Instance.Read(name, "sandbox").AllProblems.Should().ContainSingle().Which.Place.Should().Be("application");
        Instance.Read("erp", name).AllProblems.Should().ContainSingle().Which.Place.Should().Be("environment");
    }

    [Fact]
    public void Both_names_are_checked_at_once() => Instance.Read("A", "B").AllProblems.Should().HaveCount(2);

    [Fact]
    public void The_longest_name_still_fits_a_postgresql_identifier()
    {
        var longest = Instance.Of(new string('a', Instance.LongestName));
        longest.OwnerRole.Should().HaveLength(63);
        Instance.Read(new string('a', Instance.LongestName - 1), "b").AllProblems.Should().ContainSingle().Which.Code.Text.Should().Be("name-too-long");
    }

    [Fact]
    public void The_url_is_in_the_domain_that_is_given() =>
        Instance.Of("erp", "sandbox").UrlIn("example.com").Should().Be("https://erp-sandbox.example.com");
}
