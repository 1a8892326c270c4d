using System.Collections.Immutable;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Which legal ids of recognised pages were read without doubt. Check digits see a misread digit. Where they fail, the id may stand so
/// on the page: it counts where it was read twice as the same, and stands in a second place too, alone or as part of another id.
/// </summary>
internal sealed class IdWitnesses(ImmutableArray<ReadRow> rows)
{
    private const int Twice = 2;

    private readonly string confirmed = string.Join('\n', rows.Where(row => row.IsRecognised).Select(Confirmed));

    /// <summary>The id, or the SIREN in it where that alone is beyond doubt; null where nothing is.</summary>
    public PageToken.LegalId? Sure(ReadRow row, PageToken.LegalId id) =>
        id.IsSure ? id
        : !row.IsRecognised || !row.IsSure(id.Start, id.Length) ? null
        : StandsTwice(id.Value) ? id
        : SirenOf(id) is { } siren && StandsTwice(siren) ? id with { Value = siren, Kind = LegalIdKind.Siren }
        : null;

    private static string? SirenOf(PageToken.LegalId id) =>
        id.Kind == LegalIdKind.VatNumber ? LegalIds.SirenOfVatNumber(id.Value) : id.Value[..9];

    private bool StandsTwice(string id)
    {
        var count = 0;
        for (var at = confirmed.IndexOf(id, StringComparison.Ordinal); at >= 0 && count < Twice;
            at = confirmed.IndexOf(id, at + id.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count >= Twice;
    }

    // The letters and digits of the words that were read twice as the same; the others part them.
    private static string Confirmed(ReadRow row)
    {
        var text = new StringBuilder();
        foreach (var word in row.Row.Words)
        {
            text.Append(word is { IsConfirmed: true, IsDoubtful: false } ? LegalIds.Bare(word.Text) : "\n");
        }

        return text.ToString();
    }
}
