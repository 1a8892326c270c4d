using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether an invoice is in a changeset already. Asks no server: a sandbox that was reset has forgotten what still waits to be replayed.</summary>
/// <param name="recorded">The changesets in the folder.</param>
/// <param name="except">The changeset that is being recorded now, by its id; null if there is none.</param>
internal sealed class RecordedDuplicates(RecordedChangesets recorded, string? except)
{
    /// <summary>How many changesets with an invoice of the same day and amount are looked at, the latest first to go by: a few make a person look.</summary>
    private const int MostAlike = 10;

    private const string NotWanted = "If that changeset is no longer wanted, `agent discard` it and run this again.";

    /// <summary>Why an invoice of a document is not entered; null where nothing in the folder is in its way.</summary>
    public Problem? Look(InvoiceFacts facts, ThirdParty? supplier, ImmutableArray<string> digests)
    {
        var key = References.KeyOf(facts.Number ?? "");
        var ids = SupplierIds.Of(facts.Seller, supplier);
        var same = key.Length == 0 ? [] : recorded.Invoices(RecordedKeys.OfNumber(key, ids), invoice => invoice.NumberKey == key && invoice.Supplier.IsSameAs(ids), except);
        var finished = same.Where(one => one.In.State == ChangesetState.Finished).ToList();
        if (finished.Count > 0)
        {
            var alike = finished.Where(one => one.Invoice.DifferencesTo(facts).IsEmpty).Select(one => one.In).FirstOrDefault();
            return alike is not null ? Duplicate(alike) : Unlike(finished[0].In, finished[0].Invoice.DifferencesTo(facts));
        }
        var open = same.Select(one => one.In).Concat(digests.SelectMany(digest => recorded.Bringing(digest, except)).Where(changeset => changeset.State == ChangesetState.Open));
        return open.FirstOrDefault() is { } unfinished ? Unfinished(unfinished) : null;
    }

    /// <summary>The changeset that a document was dealt with in, by its bytes; null if there is none, or one that is open.</summary>
    public Problem? LookForBytes(string sha256) =>
        recorded.Bringing(sha256, except).FirstOrDefault(changeset => changeset.State == ChangesetState.Finished) is { } changeset ? Duplicate(changeset) : null;

    /// <summary>Invoices of this supplier with the same day and amount under another number, by their markers.</summary>
    public IEnumerable<MarkedNotice> Alike(InvoiceFacts facts, ThirdParty? supplier, decimal gross)
    {
        var (key, ids) = (References.KeyOf(facts.Number ?? ""), SupplierIds.Of(facts.Seller, supplier));
        return recorded.Invoices(
                RecordedKeys.OfDay(facts.IssueDate, gross, ids), other => other.Date == facts.IssueDate && other.Gross == gross && other.NumberKey != key && other.Supplier.IsSameAs(ids), except, MostAlike)
            .Select(one => new MarkedNotice(one.Invoice.Marker, new Notice("possible-duplicate", string.Create(CultureInfo.InvariantCulture,
                $"'{facts.Seller.Name}' has another invoice of the same day and amount: '{one.Invoice.Reference}' of {Days.Text(one.Invoice.Date)}, {Decimals.Cents(one.Invoice.Gross)} incl. tax, recorded in {one.In.Words}."))));
    }

    private static Problem Duplicate(RecordedChangeset changeset) => new(
        Codes.Duplicate, "invoice", $"This was entered before, in the changeset {changeset.Words}.", $"Nothing to enter. {NotWanted}");

    private static Problem Unlike(RecordedChangeset changeset, ImmutableArray<string> differences) => new(
        Codes.SameNumberDiffers, "invoice", $"An invoice with this number of this supplier, and not the same, was entered before, in the changeset {changeset.Words}: {string.Join("; ", differences)}.",
        $"Ask the supplier which of the two counts: a number belongs to one invoice. {NotWanted}");

    private static Problem Unfinished(RecordedChangeset changeset) => new(
        Codes.ChangesetOpen, "changeset", string.Create(CultureInfo.InvariantCulture, $"The changeset {changeset.Words} is about this and was not brought to its end, after {changeset.Operations} operations."),
        $"If no agent is using it any longer, take it back with `agent discard {changeset.Path}`, then run this again.");
}

/// <summary>A notice about an invoice, by the marker that it has on the target.</summary>
internal sealed record MarkedNotice(string Marker, Notice Notice);
