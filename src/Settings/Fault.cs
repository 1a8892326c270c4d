using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>One thing that is wrong with a configuration, for a person to fix.</summary>
/// <param name="Code">Stable, kebab case: <c>url-not-https</c>.</param>
/// <param name="Place">Where it stands: the variable's name, or the name of the value.</param>
/// <param name="Message">What is wrong, without any secret in it.</param>
/// <param name="Remedy">What to do now.</param>
public sealed record Fault(string Code, string Place, string Message, string Remedy)
{
    /// <summary>One line: <c>PLACE: message remedy</c>.</summary>
    public override string ToString() => $"{Place}: {FullStop.After(Message)} {Remedy}";
}
