using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>Which of the invoices that were read again an operation enters. A document that came within another counts as a part of that, not by itself.</summary>
/// <param name="read">What came of reading each that has bytes, by evidence id.</param>
internal sealed class InvoicesRead(Changeset changeset, IReadOnlyDictionary<string, ReadEvidence> read)
{
    private readonly ImmutableArray<InvoiceRead> all = [.. Outermost(changeset, read).SelectMany(done => done.Invoices)];

    /// <summary>The operations that enter a supplier's invoice.</summary>
    public IEnumerable<Operation.Create> Entries => changeset.Operations.OfType<Operation.Create>().Where(operation => operation.Resource == "supplierInvoice");

    /// <summary>Those that it rests on, those that are attached to it, and those by its number in a mail that it rests on.</summary>
    public IEnumerable<InvoiceRead> EnteredBy(Operation.Create operation)
    {
        var attached = changeset.Operations.OfType<Operation.Attach>().Where(attach => attach.To is Reference.Created created && created.Operation == operation.Id).Select(attach => attach.File);
        var evidence = operation.From.Concat(attached).Select(changeset.EvidenceNamed).OfType<Evidence>().ToList();
        var files = evidence.OfType<Evidence.File>().Select(file => file.Sha256)
            .Concat(evidence.SelectMany(one => new[] { one.Id, (one as Evidence.File)?.In }).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(id => ByNumber(id, operation)))
            .ToHashSet();
        return all.Where(invoice => invoice.Files.Any(files.Contains));
    }

    /// <summary>The entries whose invoice was read from printed pages.</summary>
    public ImmutableHashSet<string> FromPages => [.. Entries
        .Where(operation => EnteredBy(operation)
            .Any(invoice => invoice.Warnings.Any(warning => warning.Code == FindingCodes.ReadFromPages)))
        .Select(operation => operation.Id)];

    private IEnumerable<Digest> ByNumber(string evidence, Operation.Create operation) => read.GetValueOrDefault(evidence) is ReadEvidence.Done { Mail: not null } mail
        ? mail.Files.Where(file => file.Says.TextOf("number") is { } number && number == operation.Set.TextOf("supplierReference")).Select(file => file.Sha256)
        : [];

    private static IEnumerable<ReadEvidence.Done> Outermost(Changeset changeset, IReadOnlyDictionary<string, ReadEvidence> read)
    {
        var inside = changeset.Evidence.Where(evidence => evidence.Blob is not null)
            .SelectMany(evidence => read[evidence.Id] is ReadEvidence.Done done ? done.Files.Select(file => file.Sha256).Where(sha256 => sha256 != evidence.Blob) : [])
            .ToHashSet();
        return changeset.Evidence.Where(evidence => evidence.Blob is { } blob && !inside.Contains(blob)).Select(evidence => read[evidence.Id]).OfType<ReadEvidence.Done>();
    }
}
