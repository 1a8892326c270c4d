using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>An accountant's first question: is it for us? An invoice to another company stops, and so does one of our own.</summary>
public static class AddresseeRisks
{
    /// <summary>Of one document that says from whom and for whom it is.</summary>
    /// <param name="on">The operation that enters it; empty before there is one.</param>
    /// <param name="buyer">Whom it is for; null where it does not say.</param>
    /// <param name="we">Who we are; null where nobody knows.</param>
    /// <param name="isAccepted">Whether a person said that it is ours all the same.</param>
    public static Finding? OfDocument(string on, Parties parties, WhoWeAre? we, bool isAccepted)
    {
        ArgumentNullException.ThrowIfNull(parties);
        if (we is null)
        {
            return new Finding.AddresseeUnchecked(on);
        }
        return OfSeller(on, parties.Seller, we) ?? (parties.Buyer, parties.Buyer is { } buyer ? we.Is(buyer) : null) switch
        {
            (_, true) => null,
            ({ } other, _) when isAccepted => new Finding.AddressedToAnother(on, other, we.Company, true),
            ({ } other, false) => new Finding.AddressedToAnother(on, other, we.Company, false),
            var (other, _) => new Finding.AddresseeUnclear(on, other, we.Company),
        };
    }

    /// <summary>Of texts that are not themselves invoices: whether they name us at all.</summary>
    /// <param name="texts">The texts of the mails; null where there are none.</param>
    public static Finding? OfTexts(string on, WrittenWords? texts, WhoWeAre? we) => we is null ? new Finding.AddresseeUnchecked(on)
        : texts is not null && !we.IsNamedIn(texts) ? new Finding.WeAreNotNamed(on, we.Company)
        : null;

    /// <summary>An invoice from ourselves is one to a customer.</summary>
    public static Finding? OfSeller(string on, NamedParty seller, WhoWeAre? we) => we?.Is(seller) == true ? new Finding.OwnInvoice(on, seller, we.Company) : null;

    /// <summary>Of every invoice of a changeset that is yet to be entered, by its documents as they were read again.</summary>
    public static IEnumerable<Finding> Of(Changeset changeset, IEnumerable<Operation.Create> invoices, Checks checks, WhoWeAre? we)
    {
        ArgumentNullException.ThrowIfNull(changeset);
        ArgumentNullException.ThrowIfNull(checks);
        if (checks.Read is null)
        {
            return [];
        }
        var documents = new InvoicesRead(changeset, checks.Read);
        return invoices.SelectMany(invoice =>
        {
            var isAccepted = changeset.Warnings.Any(warning => warning.Code == FindingCodes.AddresseeAccepted && warning.On == invoice.Id);
            var evidence = invoice.From.Select(changeset.EvidenceNamed).OfType<Evidence>().ToList();
            var read = documents.EnteredBy(invoice).Select(document => OfDocument(invoice.Id, document.Parties, we, isAccepted)).ToList();
            var found = read.Count > 0 ? read : [OfTexts(invoice.Id, TextsOf(evidence, checks.Read), we)];
            return found.Append(OfSeller(invoice.Id, SupplierOf(invoice, changeset), we)).OfType<Finding>().DistinctBy(finding => finding.Code);
        });
    }

    private static WrittenWords? TextsOf(List<Evidence> evidence, ImmutableDictionary<string, ReadEvidence> read)
    {
        var mails = evidence.SelectMany(one => new[] { one.Id, (one as Evidence.File)?.In }).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(id => read.GetValueOrDefault(id)).OfType<ReadEvidence.Done>().Select(done => done.Mail).OfType<ReadMail>().ToList();
        return mails.Exists(mail => mail.HasBody) ? new WrittenWords(string.Join('\n', mails.Select(mail => mail.Text))) : null;
    }

    /// <summary>By what the changeset finds it by, or creates it with.</summary>
    private static NamedParty SupplierOf(Operation.Create invoice, Changeset changeset)
    {
        var fields = invoice.Set.ReferenceOf("supplier") switch
        {
            Reference.Created { Operation: var id } => changeset.Operations.OfType<Operation.Create>().FirstOrDefault(operation => operation.Id == id)?.Set,
            Reference.Found { Keys: var keys } => keys,
            _ => null,
        };
        return new NamedParty(TextOf("name") is { } name ? [name] : [], TextOf("siren"), TextOf("vatNumber"));

        string? TextOf(string name) => fields?.TextOf(name) is { Length: > 2 } text ? text : null;
    }
}

/// <summary>From whom and for whom a document is.</summary>
/// <param name="Seller">Who asks to be paid.</param>
/// <param name="Buyer">Whom it is for; null where it does not say.</param>
public sealed record Parties(NamedParty Seller, NamedParty? Buyer);
