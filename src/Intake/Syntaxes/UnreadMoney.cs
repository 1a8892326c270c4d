using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>Finds what carries money and was not read: it is reported, never dropped.</summary>
internal static class UnreadMoney
{
    private const int MostReported = 20;

    public static void Report(Element root, List<IntakeWarning> warnings)
    {
        var found = 0;
        Walk(root, root.Name, (element, path) =>
        {
            if (++found <= MostReported)
            {
                warnings.Add(new("money-not-used", $"{path} says {element.Text} and no fact was made of it (line {element.Line.ToString(CultureInfo.InvariantCulture)}).", element.Name));
            }
        });
        if (found > MostReported)
        {
            warnings.Add(new("money-not-used", string.Create(CultureInfo.InvariantCulture, $"{found - MostReported} more elements with money in them were not used.")));
        }
    }

    // The XML's depth is limited when it is read, so this cannot run away.
    private static void Walk(Element element, string path, Action<Element, string> report)
    {
        foreach (var child in element.Children)
        {
            if (!child.IsRead && CarriesMoney(child))
            {
                report(child, $"{path}/{child.Name}");
            }

            if (child.Children.Length > 0)
            {
                Walk(child, $"{path}/{child.Name}", report);
            }
        }
    }

    private static bool CarriesMoney(Element element) =>
        (element.Name.EndsWith("Amount", StringComparison.Ordinal) || element.Attribute("currencyID") is not null)
        && decimal.TryParse(element.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        && amount != 0;
}
