using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// The user's configuration file, <c>config.json</c>, format <c>dolibarr-config/1</c>: values of our variables, by profile. What
/// the environment sets counts before it. It holds no key, no path to the key that writes to prod, and not the target: whoever
/// reads a command must see where it goes. It counts only where nobody but its owner could have written it.
/// </summary>
public static class ConfigurationFile
{
    /// <summary>Its name in the user's folder of configuration.</summary>
    public const string Name = "config.json";

    private const string Format = "dolibarr-config/1";
    private const string What = "the configuration file";
    private const string OfUser = "dolibarr-agent";
    private const int Largest = 1 << 20;

    /// <summary>Every variable that it may set.</summary>
    public static ImmutableArray<string> Allowed { get; } = [.. Variables.All.Where(name =>
        name != Variables.Target && name != Variables.Profile && !Variables.OfWriteKey.Contains(name) && !IsKeyItself(name))];

    /// <summary>What counts: the environment, and behind it the file; or everything that is wrong with the file.</summary>
    /// <param name="environment">The environment's variables, by name.</param>
    public static Checked<Configuration> Read(IReadOnlyDictionary<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var profile = environment.GetValueOrDefault(Variables.Profile) is { Length: > 0 } asked ? asked : null;
        if (PathIn(environment) is not { } path || !File.Exists(path))
        {
            return profile is null
                ? new Checked<Configuration>.Valid(Configuration.Of(environment))
                : Checked<Configuration>.Wrong(Codes.ProfileUnknown, Variables.Profile,
                    $"There is no profile '{profile}': there is no configuration file.");
        }
        if (GuardedFile.ProblemOf(path, What) is { } problem)
        {
            return new Checked<Configuration>.Invalid([problem]);
        }
        try
        {
            return Parse(RegularFile.ReadUnlinked(path, Largest), new Wish(path, profile, environment));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Checked<Configuration>.Wrong(Codes.ConfigUnreadable, path, $"The configuration file cannot be read: {refused.Message}");
        }
    }

    /// <summary>Where it is looked for; null where the user has no such folder.</summary>
    /// <param name="environment">The environment's variables, by name.</param>
    public static string? PathIn(IReadOnlyDictionary<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return environment.GetValueOrDefault("XDG_CONFIG_HOME") is { Length: > 0 } config ? Path.Combine(config, OfUser, Name)
            : environment.GetValueOrDefault("HOME") is { Length: > 0 } home ? Path.Combine(home, ".config", OfUser, Name)
            : null;
    }

    private static Checked<Configuration> Parse(ReadOnlyMemory<byte> bytes, Wish wish)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = new JsonMembers(document.RootElement, "", Report, ["format", "profile", "profiles"]);
            if (root.FilledText("format") is { Length: > 0 } format && format != Format)
            {
                Report(Codes.OtherFormat, "format", $"'{format}' is not a format that this program knows; {Format} is.");
            }
            var profile = wish.Profile ?? root.OptionalFilledText("profile");
            var profiles = root.Find("profiles") is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject().ToList() : [];
            if (profile is null || !profiles.Exists(one => one.Name == profile))
            {
                Report(Codes.ProfileUnknown, "profile", profile is null ? "It does not say which profile counts."
                    : $"There is no profile '{profile}' in it.");
            }
            var values = profiles.Select(one => KeyValuePair.Create(one.Name, ValuesOf(one.Value, $"profiles.{one.Name}"))).ToList();
            return problems.Count > 0
                ? new Checked<Configuration>.Invalid(problems.ToImmutable())
                : new Checked<Configuration>.Valid(Configuration.Of(wish.Environment,
                    new ConfigurationProfile(wish.Path, profile!, values.First(one => one.Key == profile).Value)));
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return Checked<Configuration>.Wrong(Codes.ConfigNotJson, wish.Path, $"It is not JSON: {unread.Message}");
        }

        // Every profile is checked, also those that do not count now.
        ImmutableSortedDictionary<string, string> ValuesOf(JsonElement element, string place)
        {
            ReportForbidden(element, place);
            var members = new JsonMembers(element, place, Report, [.. Allowed, .. NamesOf(element).Except(Allowed)]);
            if (members.OptionalText(Variables.Ledger) is { } ledger
                && LedgerPlace.Read(Variables.Ledger, ledger) is Checked<LedgerPlace>.Valid { Value: LedgerPlace.Postgres postgres }
                && postgres.RevealPassword() is { Length: > 0 })
            {
                Report(Codes.ConfigHoldsKey, $"{place}.{Variables.Ledger}", "The URL of the ledger has a password in it.");
            }
            return Allowed.Where(members.Has)
                .ToImmutableSortedDictionary(name => name, name => members.OptionalText(name) ?? "", StringComparer.Ordinal);
        }

        void ReportForbidden(JsonElement element, string place)
        {
            foreach (var name in NamesOf(element).Except(Allowed))
            {
                var (code, why) = Forbidden(name);
                Report(code, $"{place}.{name}", why);
            }
        }

        void Report(ProblemCode code, string place, string message) =>
            problems.Add(new Problem(code, $"{wish.Path} {place}".TrimEnd(), message));
    }

    private static IEnumerable<string> NamesOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(member => member.Name) : [];

    private static Fault Forbidden(string name) => name switch
    {
        _ when IsKeyItself(name) => new(Codes.ConfigHoldsKey, "A key has no place in this file: programs, backups and screens show it."),
        _ when Variables.OfWriteKey.Contains(name) =>
            new(Codes.ConfigHoldsKey, "The key that writes to prod is named only in the shell of the person who replays."),
        Variables.Target or Variables.Profile =>
            new(Codes.ConfigVariable, "It is set in the environment alone, where whoever runs a command sees it."),
        _ => new(Codes.ConfigVariable,
            $"No program reads this variable{(Likeness.Nearest(name, Allowed) is { } meant ? $"; {meant} is one" : "")}."),
    };

    private static bool IsKeyItself(string name) => name.EndsWith("_API_KEY", StringComparison.Ordinal) || name == Variables.ProdWriteKey;

    private sealed record Wish(string Path, string? Profile, IReadOnlyDictionary<string, string?> Environment);

    private sealed record Fault(ProblemCode Code, string Why);
}
