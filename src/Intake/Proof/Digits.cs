using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Numbers as pages write them.</summary>
internal static class Digits
{
    /// <summary>A number of digits alone.</summary>
    public static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>
    /// What a number with its signs can be, the likeliest first; empty where it is written as no number is.
    /// <c>1.234</c> is two numbers unless the document shows which sign stands before its decimals.
    /// </summary>
    public static ImmutableArray<decimal> Readings(string text, char? decimalSign)
    {
        var signs = text.Where(c => !char.IsAsciiDigit(c)).ToList();
        if (signs.Count == 0)
        {
            return One(text, null);
        }

        var last = signs[^1];
        var behind = text.Length - 1 - text.LastIndexOf(last);
        var isOnly = signs.Count == 1;
        var isMixed = signs.Distinct().Count() > 1;
        if (last is ' ' or '\'')
        {
            return One(text, null);
        }

        if (isMixed || (isOnly && behind != 3))
        {
            return signs.Count(sign => sign == last) == 1 ? One(text, last) : isMixed ? [] : One(text, null);
        }

        if (!isOnly)
        {
            return One(text, null);
        }

        // One sign with three digits behind it: thousands, or three decimals.
        var before = text.Length - 1 - behind;
        return decimalSign == last || before > 3 || text[0] == '0' ? One(text, last)
            : decimalSign is not null ? One(text, null)
            : [.. One(text, null), .. One(text, last)];
    }

    private static ImmutableArray<decimal> One(string text, char? decimalSign)
    {
        var whole = decimalSign is { } sign ? text[..text.LastIndexOf(sign)] : text;
        var groups = whole.Split(' ', '.', ',', '\'');
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3)))
        {
            return [];
        }

        var plain = string.Concat(groups) + (decimalSign is null ? "" : "." + text[(text.LastIndexOf(decimalSign.Value) + 1)..]);
        return plain.Length <= 20 && Decimals.WithoutSign(plain) is { } value ? [value] : [];
    }
}
