using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>Finds what carries money and was not read: it is reported, never dropped.</summary>
internal static class UnreadMoney
{
    private const int MostReported = 20;

    public static void Report(Element root, List<IntakeWarning> warnings)
    {
        var found = new List<(Element Element, string Path)>();
        Walk(root, [root.Name], found);
        warnings.AddRange(found.Take(MostReported).Select(f => new IntakeWarning("money-not-used",
            string.Create(CultureInfo.InvariantCulture, $"{f.Path} says {f.Element.Text} and no fact was made of it (line {f.Element.Line})."), f.Element.Name)));
        if (found.Count > MostReported)
        {
            warnings.Add(new("money-not-used", string.Create(CultureInfo.InvariantCulture, $"{found.Count - MostReported} more elements with money in them were not used.")));
        }
    }

    // The XML's depth is limited when it is read, so this cannot run away.
    private static void Walk(Element element, List<string> path, List<(Element, string)> found)
    {
        foreach (var child in element.Children)
        {
            path.Add(child.Name);
            if (!child.IsRead && CarriesMoney(child))
            {
                found.Add((child, string.Join('/', path)));
            }

            Walk(child, path, found);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static bool CarriesMoney(Element element) =>
        (element.Name.EndsWith("Amount", StringComparison.Ordinal) || element.Attribute("currencyID") is not null)
        && decimal.TryParse(element.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        && amount != 0;
}
