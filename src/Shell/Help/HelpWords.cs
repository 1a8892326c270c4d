using DolibarrAgent.Resources;

namespace DolibarrAgent.Shell;

/// <summary>The words of every help.</summary>
internal static class HelpWords
{
    public static Term Usage { get; } = new("Usage", "Utilisation");

    public static Term Arguments { get; } = new("Arguments", "Arguments");

    public static Term Options { get; } = new("Options", "Options");

    public static Term Commands { get; } = new("Commands", "Commandes");

    public static Term Examples { get; } = new("Examples", "Exemples");

    public static Term Variables { get; } = new("Environment variables", "Variables d'environnement");

    public static Term ExitCodes { get; } = new("Exit codes", "Codes de retour");

    public static Term ShowHelp { get; } = new("Show this help.", "Affiche cette aide.");

    public static Term ShowVersion { get; } = new("Show the name and the version.", "Affiche le nom et la version.");
}
