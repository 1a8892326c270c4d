using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>What a changeset says of its evidence, against the evidence as it was read again.</summary>
/// <param name="changeset">What is checked.</param>
/// <param name="sizeOf">The length of a piece of evidence, in bytes.</param>
/// <param name="read">What came of reading each that has bytes, by evidence id.</param>
internal sealed class DocumentRisks(Changeset changeset, Func<Evidence, long> sizeOf, IReadOnlyDictionary<string, ReadEvidence> read)
{
    private readonly InvoicesRead invoices = new(changeset, read);

    public IEnumerable<Finding> Find() => changeset.Evidence.SelectMany(OfEvidence).Concat(LeftOut()).Concat(Kinds()).Concat(WithoutEvidence());

    /// <summary>A recorder says of every operation what it rests on, where it was given anything.</summary>
    private IEnumerable<Finding> WithoutEvidence() =>
        changeset.Evidence.IsEmpty ? [] : changeset.Operations.Where(operation => operation.From.IsEmpty).Select(operation => new Finding.WithoutEvidence(operation.Id));

    private IEnumerable<Finding> OfEvidence(Evidence evidence) => evidence switch
    {
        Evidence.Email mail => OfMail(mail),
        Evidence.File file => OfFile(file),
        _ => [],
    };

    private IEnumerable<Finding> OfMail(Evidence.Email mail)
    {
        var size = Compared(mail.Id, "size", Number(mail.Size), Number(sizeOf(mail)));
        return size.Concat(read[mail.Id] switch
        {
            ReadEvidence.Done { Mail: { } found } => Compared(mail.Id, "messageId", mail.MessageId, found.MessageId)
                .Concat(Compared(mail.Id, "from", mail.From, found.From))
                .Concat(Compared(mail.Id, "subject", mail.Subject, found.Subject)),
            ReadEvidence.Done => [new Finding.EvidenceDiffers(mail.Id, "kind", "email", null)],
            ReadEvidence.Failed failed => [new Finding.NotReadAgain(mail.Id, failed.Why, true)],
            _ => [],
        });
    }

    private IEnumerable<Finding> OfFile(Evidence.File file)
    {
        var size = Compared(file.Id, "size", Number(file.Size), Number(sizeOf(file)));
        if (file.In is { } mail)
        {
            return size.Concat(InMail(file, mail)).Concat(Says(file));
        }
        var mailOf = changeset.Evidence.OfType<Evidence.Email>().FirstOrDefault(one => read[one.Id] is ReadEvidence.Done done && done.Files.Any(found => found.Sha256 == file.Sha256));
        return size.Concat(Compared(file.Id, "in", null, mailOf?.Id)).Concat(Says(file));
    }

    private IEnumerable<Finding> InMail(Evidence.File file, string mail) => read.GetValueOrDefault(mail) switch
    {
        ReadEvidence.Done done when !done.Files.Any(found => found.Sha256 == file.Sha256 && found.Name == file.Name) => [new Finding.NotInMail(file.Id, mail, file.Name)],
        // That the mail itself was not read is said of the mail.
        _ => [],
    };

    /// <summary>A document inside a mail may be read together with what lies beside it: what it says in any reading, it says.</summary>
    private IEnumerable<Finding> Says(Evidence.File file)
    {
        var readings = ReadingsOf(file).ToList();
        if (readings.Count == 0)
        {
            var why = read[file.Id] is ReadEvidence.Failed failed ? failed.Why : "It was not found in what was read.";
            return [new Finding.NotReadAgain(file.Id, why, file.Says.Count > 0)];
        }
        if (readings.Exists(found => found.Says.Equals(file.Says)))
        {
            return [];
        }
        // What could not be read here does not contradict what was read there.
        return readings.Find(found => found.Says.Count == 0)?.PagesUnread is { } unread
            ? [new Finding.NotReadAgain(file.Id, unread, true)]
            : Differences(file, readings[0].Says);
    }

    private IEnumerable<ReadFile> ReadingsOf(Evidence.File file) =>
        new[] { file.In, file.Id }.OfType<string>().Concat(read.Keys).Distinct(StringComparer.Ordinal)
            .Select(id => read.GetValueOrDefault(id)).OfType<ReadEvidence.Done>()
            .SelectMany(done => done.Files).Where(found => found.Sha256 == file.Sha256);

    private static IEnumerable<Finding> Differences(Evidence.File file, Fields found) =>
        file.Says.Names.Union(found.Names).SelectMany(name => Compared(file.Id, $"says.{name}", TextOf(file.Says, name), TextOf(found, name)))
            .DefaultIfEmpty(new Finding.EvidenceDiffers(file.Id, "says", string.Join(", ", file.Says.Names), string.Join(", ", found.Names)));

    /// <summary>What the reader warns of in an invoice that was entered, and the changeset does not say in the same words.</summary>
    private IEnumerable<Finding> LeftOut()
    {
        var noted = changeset.Warnings.Select(warning => (warning.Code, warning.Text)).ToHashSet();
        return invoices.Entries.SelectMany(operation => invoices.EnteredBy(operation).SelectMany(invoice => invoice.Warnings)
            .Where(warning => !noted.Contains((warning.Code, warning.Text))).DistinctBy(warning => (warning.Code, warning.Text))
            .Select(warning => new Finding.LeftOut(operation.Id, warning with { On = operation.Id })));
    }

    /// <summary>Goods or a service decides when VAT is deductible: where a document does not tell, whoever entered it says so.</summary>
    private IEnumerable<Finding> Kinds() => invoices.Entries
        .Where(operation => !changeset.Warnings.Any(warning => warning.On == operation.Id && warning.Code is FindingCodes.KindAssumed or FindingCodes.KindBySupplier))
        // A line with a product is of the product's kind.
        .Where(operation => invoices.EnteredBy(operation).Sum(invoice => invoice.OpenKinds) > operation.Set.RowsOf("lines").Count(line => line.Has("product")))
        .Select(operation => new Finding.KindNotSaid(operation.Id));

    private static IEnumerable<Finding> Compared(string evidence, string member, string? claimed, string? found) =>
        string.Equals(claimed, found, StringComparison.Ordinal) ? [] : [new Finding.EvidenceDiffers(evidence, member, claimed, found)];

    private static string? TextOf(Fields says, string name) => says.TextOf(name) ?? says[name]?.ToString();

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
