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

    /// <summary>The first heading of a page for <c>man</c>.</summary>
    public static Term Name { get; } = new("Name", "Nom");

    public static Term Completion { get; } = new(
        "Print the script by which a shell completes the line.", "Affiche le script par lequel un shell complète la ligne.");

    public static Term Shell { get; } = new("bash, zsh, fish or powershell.", "bash, zsh, fish ou powershell.");

    public static Term Man { get; } = new("Print the page for man.", "Affiche la page pour man.");

    public static Term ShowHelp { get; } = new("Show this help.", "Affiche cette aide.");

    public static Term ShowVersion { get; } = new("Show the name and the version.", "Affiche le nom et la version.");
}
