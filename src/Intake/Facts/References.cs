using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>Invoice numbers, made comparable.</summary>
public static class References
{
    /// <summary>
    /// The number without what nobody sees: ends trimmed, every run of Unicode spaces one plain space,
    /// invisible format characters gone. Never for display, only to compare.
    /// </summary>
    public static string Fold(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var folded = new StringBuilder(number.Length);
        foreach (var c in number)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (!Invisible.Is(c))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd();
    }
}
