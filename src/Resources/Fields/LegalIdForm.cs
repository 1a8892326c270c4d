using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>
/// Whether a legal id has its form: an id of the wrong length is invalid, and would be in the books as if it were valid. Check digits
/// are for a warning, not for a refusal: some real companies have wrong ones. An empty text clears the field.
/// </summary>
public static class LegalIdForm
{
    /// <summary>What is wrong, and what to do; null where nothing is.</summary>
    public static FormFault? Fault(FieldType type, string text) => type switch
    {
        _ when text.Length == 0 => null,
        FieldType.Siren when !LegalIds.IsSiren(text) => new(
            $"'{text}' is not a SIREN, which has 9 digits.",
            LegalIds.IsSiret(text) ? "It is a SIRET: give it as 'siret', and its first nine digits as 'siren'." : "Copy it from the document once more, or leave 'siren' out."),
        FieldType.Siret when !LegalIds.IsSiret(text) => new(
            $"'{text}' is not a SIRET, which has 14 digits.",
            LegalIds.IsSiren(text) ? "It is a SIREN: give it as 'siren'." : "Copy it from the document once more, or leave 'siret' out."),
        FieldType.VatNumber when !VatNumberForm.Fits(text) => new(
            VatNumberForm.Of(text) is { } form ? $"'{text}' is not a VAT number: behind {form.Prefix} come {form.Words}." : $"'{text}' is not a VAT number, which has 4 to 20 letters and digits, at least 4 of them digits.",
            "Copy it from the document once more, or leave 'vatNumber' out."),
        _ => null,
    };
}

/// <summary>What is wrong with the form of a value, and what to do about it.</summary>
public sealed record FormFault(string Message, string Remedy);
