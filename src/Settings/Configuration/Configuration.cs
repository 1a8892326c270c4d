using System.Collections.Immutable;

namespace DolibarrAgent.Settings;

/// <summary>What the programs are told: by the environment, and behind it by a profile of the configuration file.</summary>
/// <param name="Variables">All that counts, by name, as programs read it.</param>
/// <param name="Profile">The profile; null where there is no configuration file.</param>
public sealed record Configuration(IReadOnlyDictionary<string, string?> Variables, ConfigurationProfile? Profile)
{
    /// <summary>What the file says and the environment overrules, by name.</summary>
    public ImmutableArray<string> Overruled { get; private init; } = [];

    /// <summary>Whether a value comes from the file.</summary>
    public bool IsFromFile(string name) => Profile?.Values.ContainsKey(name) == true && !Overruled.Contains(name, StringComparer.Ordinal);

    internal static Configuration Of(IReadOnlyDictionary<string, string?> environment) => new(environment, null);

    /// <summary>The environment counts first: for a key, whichever of its variables is set.</summary>
    internal static Configuration Of(IReadOnlyDictionary<string, string?> environment, ConfigurationProfile profile)
    {
        var all = new Dictionary<string, string?>(environment, StringComparer.Ordinal);
        ImmutableArray<string> overruled =
            [.. profile.Values.Keys.Where(name => SaidWith(name).Any(other => environment.GetValueOrDefault(other) is not null))];
        foreach (var (name, value) in profile.Values.Where(one => !overruled.Contains(one.Key)))
        {
            all[name] = value;
        }
        return new Configuration(all, profile) { Overruled = overruled };
    }

    /// <summary>The variables of which one that is set makes the others idle.</summary>
    private static ImmutableArray<string> SaidWith(string name) => Settings.Variables.Keys
        .Select(KeySource.NamesOf).FirstOrDefault(names => names.Contains(name), [name]);
}

/// <summary>A profile of the configuration file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The profile's name.</param>
/// <param name="Values">What it says, by variable.</param>
public sealed record ConfigurationProfile(string Path, string Name, ImmutableSortedDictionary<string, string> Values);
