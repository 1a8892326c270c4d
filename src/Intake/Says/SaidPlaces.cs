using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Where the pages of a document say what <see cref="DocumentSays"/> says that they do.</summary>
public static class SaidPlaces
{
    /// <summary>A place for each field that is proven and stands on a page by itself.</summary>
    /// <param name="printed">What the pages prove.</param>
    /// <param name="pages">The pages that it was read from.</param>
    public static ImmutableArray<SaidPlace> Of(PageReading printed, ImmutableArray<Page> pages)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var totals = printed.Totals.ValueOrDefault?.At ?? AmountPlaces.None;
        var seller = printed.Seller.ValueOrDefault;
        return
        [
            .. new[]
            {
                At("number", First(printed.Number)),
                At("issueDate", First(printed.Date)),
                At("dueDate", First(printed.DueDate)),
                At("currency", First(printed.Currency)),
                At("sellerVatId", Id(printed.Seller, seller?.VatNumber)),
                At("sellerSiren", Id(printed.Seller, seller?.Siren)),
                At("sellerSiret", Id(printed.Seller, seller?.Siret)),
                At("ibans", First(printed.Iban)),
                At("net", totals.Net),
                At("vat", totals.Vat),
                At("gross", totals.Gross),
            }.OfType<SaidPlace>(),
        ];

        SaidPlace? At(string said, PagePlace? place) =>
            place is not null && pages.FirstOrDefault(page => page.Number == place.Page) is { } page
                ? new(said, place, page, RowOf(page, place)) : null;
    }

    private static PagePlace? First<T>(PageField<T> field)
        where T : notnull => field is PageField<T>.Proven { Places: [var place, ..] } ? place : null;

    // An id can stand in another: a SIREN in its VAT number. The place that shows it alone goes first.
    private static PagePlace? Id(PageField<PageParty> seller, string? id) =>
        id is null || seller is not PageField<PageParty>.Proven { Places: var places }
        ? null
        : places.FirstOrDefault(place => LegalIds.Bare(place.Text) == id) ?? places.FirstOrDefault(place => LegalIds.Bare(place.Text)
            .Contains(id, StringComparison.Ordinal));

    private static string RowOf(Page page, PagePlace place) =>
        PageRows.Of(page).Where(row => row.Box.Top <= place.Box.Middle && place.Box.Middle <= row.Box.Bottom
            && row.Box.Left <= place.Box.Right && place.Box.Left <= row.Box.Right)
            .MinBy(row => Math.Abs(row.Box.Middle - place.Box.Middle)) is { } row ? string.Join(' ', row.Words.Select(word => word.Text))
                : place.Text;
}

/// <summary>Where one thing stands that a document says.</summary>
/// <param name="Said">The field, as <see cref="DocumentSays"/> names it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Page">The page that it stands on.</param>
/// <param name="Row">The whole line of the page, as text.</param>
public sealed record SaidPlace(string Said, PagePlace Place, Page Page, string Row);
