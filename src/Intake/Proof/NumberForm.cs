using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>
/// The form that a supplier gives its invoice numbers: letters and marks as they are, each run of digits as one. A number of
/// digits alone is told by how many it has.
/// </summary>
public static class NumberForm
{
    /// <summary>Whether a number has the form of any of a supplier's earlier ones.</summary>
    public static bool IsLike(string number, IEnumerable<string> earlier)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(earlier);
        return Of(number) is var form && earlier.Any(one => Of(one) == form);
    }

    private static string Of(string number)
    {
        if (number.All(char.IsAsciiDigit))
        {
            return new string('0', number.Length);
        }

        var form = new StringBuilder();
        foreach (var c in number.Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant))
        {
            if (!char.IsAsciiDigit(c))
            {
                form.Append(c);
            }
            else if (form.Length == 0 || form[^1] != '0')
            {
                form.Append('0');
            }
        }

        return form.ToString();
    }
}
