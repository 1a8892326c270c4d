namespace DolibarrAgent.Intake;

/// <summary>A company as its legal ids on the pages name it; all of them agree.</summary>
/// <param name="VatNumber">Bare, its country first; null where the pages give none.</param>
/// <param name="Siren">Nine digits; null where the pages give none.</param>
/// <param name="Siret">Fourteen digits; null where the pages give none.</param>
/// <param name="HasCheckDigits">
/// True where check digits were computed and all hold, false where one fails, null where none could be computed. Official
/// samples fail them: shown, never refused.
/// </param>
public sealed record PageParty(string? VatNumber, string? Siren, string? Siret, bool? HasCheckDigits);
