namespace DolibarrAgent.Intake;

/// <summary>The namespaces of the invoice syntaxes, in all their versions.</summary>
internal static class InvoiceSpaces
{
    private static readonly string[] Beginnings =
    [
        "urn:un:unece:uncefact:",
        "urn:ferd:CrossIndustryDocument:",
        "urn:oasis:names:specification:ubl:",
    ];

    public static bool Include(string space)
    {
        foreach (var beginning in Beginnings)
        {
            if (space.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
