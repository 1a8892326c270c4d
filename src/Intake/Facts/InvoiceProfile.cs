namespace DolibarrAgent.Intake;

/// <summary>How much a document may say, by its guideline.</summary>
public enum InvoiceProfile
{
    /// <summary>No guideline, or one that is not known here.</summary>
    Unknown,

    /// <summary>Totals only.</summary>
    Minimum,

    /// <summary>Totals and VAT breakdown, without lines.</summary>
    BasicWithoutLines,

    /// <summary>Lines, a part of EN 16931.</summary>
    Basic,

    /// <summary>The European norm (ZUGFeRD 1 calls it comfort).</summary>
    En16931,

    /// <summary>More than the norm: sub-lines, logistics charges.</summary>
    Extended,

    /// <summary>The French mandate's extension.</summary>
    ExtendedCtcFr,

    /// <summary>The German authorities' restriction of the norm.</summary>
    XRechnung,

    /// <summary>Peppol BIS Billing and PINT.</summary>
    Peppol,

    /// <summary>French e-reporting: figures for the tax office.</summary>
    EReporting,
}

/// <summary>Names the profile of a guideline identifier.</summary>
public static class InvoiceProfiles
{
    // The first that is contained wins; the narrower ones stand before those they are built on.
    private static readonly KnownPart[] Known =
    [
        new("extended-ctc-fr", InvoiceProfile.ExtendedCtcFr),
        new("ereporting", InvoiceProfile.EReporting),
        new("xrechnung", InvoiceProfile.XRechnung),
        new("peppol", InvoiceProfile.Peppol),
        new(":extended", InvoiceProfile.Extended),
        new(":basicwl", InvoiceProfile.BasicWithoutLines),
        new(":minimum", InvoiceProfile.Minimum),
        new(":basic", InvoiceProfile.Basic),
        new(":comfort", InvoiceProfile.En16931),
        new(":komfort", InvoiceProfile.En16931),
        new("urn:cen.eu:en16931:2017", InvoiceProfile.En16931),
    ];

    /// <summary>As the norms write it: <c>EXTENDED-CTC-FR</c>; null for one that is not known.</summary>
    public static string? NameOf(InvoiceProfile profile) => profile switch
    {
        InvoiceProfile.Minimum => "MINIMUM",
        InvoiceProfile.BasicWithoutLines => "BASIC WL",
        InvoiceProfile.Basic => "BASIC",
        InvoiceProfile.En16931 => "EN 16931",
        InvoiceProfile.Extended => "EXTENDED",
        InvoiceProfile.ExtendedCtcFr => "EXTENDED-CTC-FR",
        InvoiceProfile.XRechnung => "XRECHNUNG",
        InvoiceProfile.Peppol => "PEPPOL",
        InvoiceProfile.EReporting => "E-REPORTING",
        _ => null,
    };

    /// <summary>The profile that a guideline (BT-24) names; <see cref="InvoiceProfile.Unknown"/> for any other.</summary>
    public static InvoiceProfile From(string? guideline)
    {
        if (guideline is null)
        {
            return InvoiceProfile.Unknown;
        }

        foreach (var (part, profile) in Known)
        {
            if (guideline.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return profile;
            }
        }

        return InvoiceProfile.Unknown;
    }

    private sealed record KnownPart(string Part, InvoiceProfile Profile);
}
