using DolibarrAgent.Review;

namespace DolibarrAgent.AgentHost;

/// <summary>Text from outside as it is printed.</summary>
internal static class Shown
{
    /// <summary>One line of it, through the one function that makes the invisible visible.</summary>
    public static string Line(string? text) => Visible.Of(text ?? "").ToString();
}
