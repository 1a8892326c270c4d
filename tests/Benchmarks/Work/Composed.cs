using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Benchmarks;

/// <summary>A finished changeset made of a job without recording it: the images are worked out here as the sandbox would have them.</summary>
internal static class Composed
{
    /// <summary>Writes it with its files.</summary>
    /// <returns>The path of changeset.json.</returns>
    public static string Write(Job job, string root, (string Instance, string Version, string Identity) on, DateTimeOffset at)
    {
        var changeset = new Changeset
        {
            Id = ChangesetId.New(at),
            Title = $"Benchmark {job.Tag}",
            Recorded = new Recorded { At = at, Finished = at, By = "benchmarks", On = new RecordedOn(on.Instance, on.Version, on.Identity) },
            Evidence = [.. job.Files.OrderBy(file => file.Key.Length).ThenBy(file => file.Key, StringComparer.Ordinal).Select(Evidence)],
            Operations = Pictured(job),
        };
        var folder = ChangesetFolder.Create(root, changeset);
        foreach (var bytes in job.Files.Values)
        {
            folder.Keep(bytes);
        }
        folder.Save(changeset);
        return folder.File;
    }

    private static Evidence Evidence(KeyValuePair<string, byte[]> file) =>
        new Evidence.File { Id = file.Key, Name = Job.FileName(file.Key), Sha256 = Digest.Of(file.Value), Size = file.Value.Length };

    private static ImmutableArray<Operation> Pictured(Job job)
    {
        var totals = new Dictionary<string, Fields>(StringComparer.Ordinal);
        var pictured = ImmutableArray.CreateBuilder<Operation>(job.Operations.Length);
        foreach (var operation in job.Operations)
        {
            pictured.Add(operation switch
            {
                Operation.Create { Resource: "thirdparty" } party => party with { After = party.Set },
                Operation.Create invoice => invoice with { After = After(invoice, totals[invoice.Id] = Totals(invoice.Set)) },
                Operation.Attach attach => attach with { After = AfterAttaching(attach, job) },
                Operation.Validate { On: Reference.Created { Operation: var by } } validate => validate with
                {
                    Before = Fields.None.With("status", "draft").With(totals[by]),
                    After = Fields.None.With("status", "validated").With(totals[by]),
                },
                _ => throw new InvalidOperationException($"A job has no {operation.Do}."),
            });
        }
        return pictured.ToImmutable();
    }

    private static Fields After(Operation.Create invoice, Fields totals) => invoice.Set.Where(name => name is not ("supplier" or "lines"))
        .With("type", "standard").With("currency", "EUR").With("status", "draft").With(totals);

    private static Fields AfterAttaching(Operation.Attach attach, Job job)
    {
        var bytes = job.Files[attach.File];
        return Fields.None.With("name", Job.FileName(attach.File)).With("size", bytes.Length.ToString(CultureInfo.InvariantCulture)).With("sha256", Digest.Of(bytes).Hex);
    }

    private static Fields Totals(Fields set)
    {
        var net = set.RowsOf("lines").Select(line => Number(line, "quantity") * Number(line, "unitPrice")).ToList();
        var vat = net.Sum(amount => Math.Round(amount * 0.20m, 2, MidpointRounding.AwayFromZero));
        return Fields.None.With("totalExclTax", Text(net.Sum())).With("totalVat", Text(vat)).With("totalInclTax", Text(net.Sum() + vat));
    }

    private static decimal Number(Fields line, string name) => decimal.Parse(line.TextOf(name)!, CultureInfo.InvariantCulture);

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
