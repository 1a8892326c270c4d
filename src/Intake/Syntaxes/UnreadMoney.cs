using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Finds what carries money and was not read: it is reported, never dropped.</summary>
internal static partial class UnreadMoney
{
    private const int MostReported = 20;

    // What is counted, weighed, named or dated, not paid.
    private static readonly string[] OtherNumbers = ["Percent", "Quantity", "Measure", "Numeric", "Rate", "ID", "Code", "Date", "Time", "String", "Number", "Name", "Note", "Description", "Content", "Reason", "Value", "Object", "URI"];

    public static void Report(Element root, List<IntakeWarning> warnings)
    {
        var found = new List<Unread>();
        Walk(root, [root.Name], found);
        warnings.AddRange(found.Take(MostReported).Select(f => new IntakeWarning("money-not-used",
            string.Create(CultureInfo.InvariantCulture, $"{f.Path} says {Shown(f.Text)} and no fact was made of it (line {f.Element.Line})."), f.Element.Name)));
        if (found.Count > MostReported)
        {
            warnings.Add(new("money-not-used", string.Create(CultureInfo.InvariantCulture, $"{found.Count - MostReported} more elements with money in them were not used.")));
        }
    }

    // The XML's depth is limited when it is read, so this cannot run away.
    private static void Walk(Element element, List<string> path, List<Unread> found)
    {
        foreach (var child in element.Children)
        {
            path.Add(child.Name);
            if (!child.IsRead && child.Text is { } text && CarriesMoney(child, text))
            {
                found.Add(new Unread(child, string.Join('/', path), text));
            }

            foreach (var (name, value) in child.Attributes)
            {
                if (EndsLike(name, "amount") && !IsZero(value))
                {
                    found.Add(new Unread(child, $"{string.Join('/', path)}/@{name}", value));
                }
            }

            Walk(child, path, found);
            path.RemoveAt(path.Count - 1);
        }
    }

    // An amount by its name or its currency, whether or not it can be understood; or what is written as amounts are.
    private static bool CarriesMoney(Element element, string text) => !IsZero(text)
        && (EndsLike(element.Name, "amount")
            || element.Attribute("currencyID") is not null
            || (WrittenAsAmount().IsMatch(text) && !Array.Exists(OtherNumbers, end => EndsLike(element.Name, end))));

    private static bool IsZero(string text) =>
        text.Length == 0 || Decimals.OfMachine(text.Trim()) is 0;

    private static bool EndsLike(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";

    [GeneratedRegex(@"^[+-]?[0-9]{1,15}[.,][0-9]{2,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenAsAmount();

    private sealed record Unread(Element Element, string Path, string Text);
}
