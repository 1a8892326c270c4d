using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>Reads the variables one after the other and collects every problem on the way.</summary>
internal sealed class SettingsReader(IReadOnlyDictionary<string, string?> variables, SettingsNeeds needs)
{
    private const string DefaultApp = "erp";
    private const string DefaultSandbox = "sandbox";
    private const string DefaultLedger = "ledger.db";

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    public Checked<ProgramSettings> Read()
    {
        foreach (var misspelt in Variables.Misspelt(variables))
        {
            AddOnce(misspelt);
        }

        var target = ReadTarget();
        RefuseWriteKey();
        var prodInstance = ReadInstance(Instance.ProdEnvironment);
        var sandboxInstance = ReadInstance(SandboxEnvironment());
        var prod = ReadSide(Target.Prod, target, prodInstance);
        var sandbox = ReadSide(Target.Sandbox, target, sandboxInstance);
        var writeKey = needs.WriteKey ? ReadKey(Variables.ProdWriteKey, needed: true) : null;
        RefuseSameServer(prod.Server, sandbox.Server);
        var folder = ProgramSettings.ChangesetsFolderIn(variables);
        var ledger = Take(LedgerPlace.Read(Variables.Ledger, Value(Variables.Ledger) ?? Path.Combine(folder, DefaultLedger)));
        var gate = Take(GateFolder.Read(variables, Directory.Exists));
        var files = ReadFiles();
        if (!needs.MakesGate && GateFolder.Absent(variables, Directory.Exists) is { } absent)
        {
            AddOnce(absent);
        }

        var company = Take(OwnCompany.Read(Value(Variables.CompanyName), Value(Variables.CompanySiren), Value(Variables.CompanyVatNumber)));
        if (problems.Count > 0 || prodInstance is null || sandboxInstance is null || ledger is null || company is null)
        {
            return new Checked<ProgramSettings>.Invalid(problems.ToImmutable());
        }

        return new Checked<ProgramSettings>.Valid(new ProgramSettings
        {
            Target = target,
            ProdInstance = prodInstance,
            SandboxInstance = sandboxInstance,
            Prod = prod.At(prodInstance),
            Sandbox = sandbox.At(sandboxInstance),
            ProdForWriting = (prod with { Key = writeKey }).At(prodInstance),
            ChangesetsFolder = folder,
            Files = files,
            Ledger = ledger,
            GateFolder = gate,
            StateFolder = StateFolder(),
            Author = Value(Variables.Author)?.Trim(),
            RecorderKey = Value(Variables.RecorderKey) is { } key ? Path.GetFullPath(key) : null,
            Company = company,
        });
    }

    private Target ReadTarget()
    {
        switch (variables.GetValueOrDefault(Variables.Target))
        {
            case null or "prod":
                return Target.Prod;
            case "sandbox":
                return Target.Sandbox;
            case var other:
                Report(Codes.TargetUnknown, Variables.Target, $"“{other}” is not a target.");
                return Target.Prod;
        }
    }

    private FileRights ReadFiles()
    {
        var word = Value(FileRights.Variable);
        if (FileRights.Named(word) is { } rights)
        {
            return rights;
        }

        Report(Codes.FilesUnknown, FileRights.Variable, $"“{word}” does not say who may read the changesets.");
        return FileRights.Private;
    }

    // Set to nothing is set: whoever sets it meant to hand the key to this program.
    private void RefuseWriteKey()
    {
        foreach (var name in needs.ForbidsWriteKey ? Variables.OfWriteKey.Where(name => variables.GetValueOrDefault(name) is not null) : [])
        {
            Report(Codes.WriteKeyPresent, name,
                "The key that writes to prod, or where it is, is set for a program that must never hold it.");
        }
    }

    private string SandboxEnvironment()
    {
        var environment = Value(Variables.SandboxEnvironment) ?? DefaultSandbox;
        if (environment == Instance.ProdEnvironment)
        {
            Report(Codes.SandboxIsProd, Variables.SandboxEnvironment, "The sandbox cannot be prod.");
            return DefaultSandbox;
        }

        return environment;
    }

    private string? StateFolder() => Value("XDG_STATE_HOME") is { } state ? Path.Combine(state, "dolibarr-agent")
        : Value("HOME") is { } home ? Path.Combine(home, ".local", "state", "dolibarr-agent")
        : null;

    private Instance? ReadInstance(string environment)
    {
        switch (Instance.Read(Value(Variables.App) ?? DefaultApp, environment))
        {
            case Checked<Instance>.Valid valid:
                return valid.Value;
            case var wrong:
                foreach (var problem in wrong.AllProblems)
                {
                    AddOnce(problem with { Place = problem.Place == "application" ? Variables.App : Variables.SandboxEnvironment });
                }

                return null;
        }
    }

    private Side ReadSide(Target side, Target chosen, Instance? instance)
    {
        var (urlName, keyName) = side == Target.Prod
            ? (Variables.ProdUrl, Variables.ProdApiKey)
            : (Variables.SandboxUrl, Variables.SandboxApiKey);
        var needed = needs.Needs(side, chosen);
        var url = Value(urlName) ?? (Value(Variables.Domain) is { } domain ? instance?.UrlIn(domain) : null);
        if (url is null && needed && instance is not null)
        {
            Report(Codes.UrlMissing, urlName, $"The URL of {instance} is not set.", $"Set {urlName} to its root, or {Variables.Domain} to your domain.");
        }

        var place = Value(urlName) is null ? Variables.Domain : urlName;
        return new Side(url is null ? null : Take(ServerUrl.Read(place, url)), ReadKey(keyName, needed));
    }

    private ApiKey? ReadKey(string name, bool needed)
    {
        // What only looks into folders asks no keyring, and empties no pipe.
        var source = needs.Keys ? KeySource.Read(variables, name) : new Checked<string?>.Valid(Value(name));
        if (Take(source) is { } text)
        {
            return Take(ApiKey.Read(name, text));
        }

        if (needed && source is Checked<string?>.Valid)
        {
            Report(Codes.KeyMissing, name, "The API key is not set.", $"Set {name} to the key of a Dolibarr user with the rights for this, or {name}_FILE to a file of yours alone that holds it.");
        }

        return null;
    }

    private void RefuseSameServer(ServerUrl? prod, ServerUrl? sandbox)
    {
        if (prod is not null && sandbox is not null && prod.Origin.IsSameServerAs(sandbox.Origin))
        {
            Report(Codes.SameOrigin, Variables.SandboxUrl,
                $"Prod and the sandbox are the same server ({prod.Origin}).",
                $"Point {Variables.ProdUrl} and {Variables.SandboxUrl} to two servers: what is tried on the sandbox must not reach prod.");
        }
    }

    private string? Value(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private T? Take<T>(Checked<T> read)
        where T : class?
    {
        foreach (var problem in read.AllProblems)
        {
            AddOnce(problem);
        }

        return read is Checked<T>.Valid valid ? valid.Value : null;
    }

    private void Report(ProblemCode code, string place, string message, string? remedy = null) =>
        AddOnce(new Problem(code, place, message, remedy ?? code.Remedy));

    private void AddOnce(Problem problem)
    {
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }

    private sealed record Side(ServerUrl? Server, ApiKey? Key)
    {
        public Endpoint? At(Instance instance) => Server is not null && Key is not null ? new Endpoint(instance, Server, Key) : null;
    }
}
