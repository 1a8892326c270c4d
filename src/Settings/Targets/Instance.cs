using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// A deployed application and every name that derives from it (DESIGN.md §9). <c>prod</c> elides: nothing is added
/// to the application's name. Any other environment is <c>app-environment</c> everywhere; only the owner role of a
/// database other than prod's is in snake case.
/// </summary>
public sealed partial record Instance
{
    /// <summary>The environment that adds nothing to a name.</summary>
    public const string ProdEnvironment = "prod";

    /// <summary>The domain of the owner's network, where no other is configured.</summary>
    public const string OwnersDomain = "arcodange.lab";

    /// <summary>The longest instance name: its role, with <c>_role</c>, must fit PostgreSQL's 63 bytes, and its host a DNS label.</summary>
    public const int LongestName = 58;

    private const string Organisation = "arcodange-org";

    private Instance(string app, string environment) => (App, Environment) = (app, environment);

    /// <summary>The application, in kebab case: <c>erp</c>.</summary>
    public string App { get; }

    /// <summary>The environment, in kebab case: <c>prod</c>, <c>sandbox</c>.</summary>
    public string Environment { get; }

    /// <summary>Whether this is the one with the elided environment.</summary>
    public bool IsProd => Environment == ProdEnvironment;

    /// <summary><c>erp</c>, <c>erp-sandbox</c>.</summary>
    public string Name => IsProd ? App : $"{App}-{Environment}";

    /// <summary>PostgreSQL database.</summary>
    public string Database => Name;

    /// <summary>PostgreSQL owner role: <c>erp_role</c>, <c>erp_sandbox_role</c>. In prod the application's name stays byte for byte.</summary>
    public string OwnerRole => $"{(IsProd ? App : Name.Replace('-', '_'))}_role";

    /// <summary>Kubernetes namespace.</summary>
    public string KubernetesNamespace => Name;

    /// <summary>Kubernetes service account.</summary>
    public string ServiceAccount => Name;

    /// <summary>Vault path of the dynamic database credentials.</summary>
    public string VaultDatabaseCredentials => $"postgres/creds/{Name}";

    /// <summary>Vault path of the configuration.</summary>
    public string VaultConfiguration => $"kvv2/{Name}/config";

    /// <summary>Vault policy of the application itself.</summary>
    public string VaultPolicy => Name;

    /// <summary>Vault policy of those who operate it.</summary>
    public string VaultOperationsPolicy => $"{Name}-ops";

    /// <summary>ArgoCD application.</summary>
    public string ArgoCdApplication => Name;

    /// <summary>Prefix of the infrastructure state; shared by all environments of the application.</summary>
    public string StatePrefix => $"{App}/main";

    /// <summary>Git repository; the same for all environments.</summary>
    public string GitRepository => $"{Organisation}/{App}";

    /// <summary>Helm chart; the same for all environments.</summary>
    public string HelmChart => App;

    /// <summary>Role of the pipeline; the same for all environments.</summary>
    public string CiRole => $"gitea_cicd_{App}";

    /// <summary>DNS name in a domain: <c>erp-sandbox.arcodange.lab</c>.</summary>
    public string HostIn(string domain) => $"{Name}.{domain}";

    /// <summary>Root URL in a domain: <c>https://erp-sandbox.arcodange.lab</c>.</summary>
    public string UrlIn(string domain) => $"https://{HostIn(domain)}";

    /// <summary>Every derived name with its label, in the order of the convention's table.</summary>
    public ImmutableArray<DerivedName> DerivedNames(string domain = OwnersDomain) =>
    [
        new("instance", Name),
        new("PostgreSQL database", Database),
        new("PostgreSQL owner role", OwnerRole),
        new("Kubernetes namespace", KubernetesNamespace),
        new("Kubernetes service account", ServiceAccount),
        new("Vault dynamic database credentials", VaultDatabaseCredentials),
        new("Vault configuration", VaultConfiguration),
        new("Vault policy", VaultPolicy),
        new("Vault operations policy", VaultOperationsPolicy),
        new("ArgoCD application", ArgoCdApplication),
        new("DNS", HostIn(domain)),
        new("URL", UrlIn(domain)),
        new("State prefix", StatePrefix),
        new("Git repository", GitRepository),
        new("Helm chart", HelmChart),
        new("CI role", CiRole),
    ];

    /// <summary>The instance of an application in an environment, or what is wrong with the two names.</summary>
    public static Checked<Instance> Read(string app, string environment)
    {
        ImmutableArray<Problem> problems = [.. ProblemsOf("application", app), .. ProblemsOf("environment", environment)];
        if (!problems.IsEmpty)
        {
            return new Checked<Instance>.Invalid(problems);
        }

        var instance = new Instance(app, environment);
        return instance.Name.Length <= LongestName
            ? new Checked<Instance>.Valid(instance)
            : Checked<Instance>.Wrong(
                Codes.NameTooLong,
                "instance",
                $"“{instance.Name}” has {instance.Name.Length} characters.",
                $"Shorten the application or the environment: at most {LongestName} together.");
    }

    /// <summary>The instance of two names that are known to be right; throws <see cref="ArgumentException"/> where they are not.</summary>
    public static Instance Of(string app, string environment = ProdEnvironment) => Read(app, environment) switch
    {
        Checked<Instance>.Valid valid => valid.Value,
        var wrong => throw new ArgumentException(wrong.ToString()),
    };

    /// <summary>The instance's name.</summary>
    public override string ToString() => Name;

    private static IEnumerable<Problem> ProblemsOf(string place, string name)
    {
        if (!KebabCase().IsMatch(name))
        {
            yield return new Problem(
                Codes.NameNotKebabCase,
                place,
                $"“{name}” is not a valid {place} name.");
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KebabCase();
}

/// <summary>A name that derives from an instance: what it names, and the name.</summary>
public sealed record DerivedName(string Label, string Name);
