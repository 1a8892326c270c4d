using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Texts that are entered differently from the document, because Dolibarr would change them silently.</summary>
internal static class CleanedNotices
{
    public static IEnumerable<Notice> OfNumber(InvoiceFacts facts)
    {
        var number = KeepableText.Reference(facts.Number!);
        if (number != facts.Number)
        {
            yield return new Notice("text-cleaned", $"The number is entered as '{number}'; the document writes '{facts.Number}'.");
        }
    }

    public static IEnumerable<Notice> OfNewSupplier(InvoiceFacts facts)
    {
        if (facts.Seller.Name is { } name && InvoiceFields.NameOf(facts.Seller) is var kept && kept != name)
        {
            yield return new Notice("text-cleaned", $"The supplier's name is entered as '{kept}'; the document writes '{name}'.");
        }
    }
}
