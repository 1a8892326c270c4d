using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Twelve invoices of one new supplier, each with a file (the first with two), validated; at most five of a wave in each part.</summary>
public sealed class WavesTests
{
    private const int Invoices = 12;
    private const int Most = 5;

    private static readonly Changeset Changeset = new()
    {
        Id = "01KAQ7Z3V9X4T7QM",
        Title = "Invoices",
        Recorded = new Recorded { At = DateTimeOffset.UnixEpoch, By = "test", On = new RecordedOn("erp-sandbox", "22.0.4", "https://erp-sandbox.example") },
        Operations = Operations(),
    };

    private static readonly Dependencies Dependencies = Dependencies.Of(Changeset);

    private static readonly ImmutableArray<ImmutableArray<Operation>> Parts = [.. Waves.InParts(Changeset.Operations, Dependencies, Most)];

    [Fact]
    public void Every_operation_is_in_one_part() =>
        Parts.SelectMany(part => part).Should().BeEquivalentTo(Changeset.Operations);

    [Fact]
    public void All_that_an_operation_follows_is_in_parts_before() =>
        Changeset.Operations.Should().OnlyContain(operation => Dependencies.Follows(operation.Id).All(earlier => PartOf(earlier) < PartOf(operation.Id)));

    [Fact]
    public void No_part_has_more_of_a_wave_than_is_allowed()
    {
        var waves = Waves.Of(Changeset.Operations, Dependencies).ToImmutableArray();

        Parts.Should().OnlyContain(part => part.GroupBy(operation => IndexIn(waves, operation.Id)).All(wave => wave.Count() <= Most));
    }

    [Fact]
    public void Validations_keep_their_recorded_order() =>
        Parts.SelectMany(part => part).OfType<Operation.Validate>().Select(validate => Changeset.NumberOf(validate.Id)).Should().BeInAscendingOrder();

    [Fact]
    public void What_is_ready_goes_along_with_what_is_left_of_the_wave_before() =>
        Parts.Select(part => string.Join(", ", part.GroupBy(operation => operation.Do, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Count()}").Order(StringComparer.Ordinal))).Should().Equal(
            "create 1", "create 5", "attach 5, create 5", "attach 6, create 2", "attach 2, validate 5", "validate 5", "validate 2");

    private static int PartOf(string operation) => IndexIn(Parts, operation);

    private static int IndexIn(ImmutableArray<ImmutableArray<Operation>> parts, string operation) => parts.IndexOf(parts.Single(part => part.Any(one => one.Id == operation)));

    private static ImmutableArray<Operation> Operations()
    {
        var all = ImmutableArray.Create<Operation>(new Operation.Create { Id = "op1", Resource = "thirdparty", Set = Fields.None.With("name", "Dupont"), Keys = ["name"] });
        for (var i = 0; i < Invoices; i++)
        {
            var invoice = new Operation.Create { Id = Id(all.Length + 1), Resource = "supplierInvoice", Set = Fields.None.With("supplier", new Reference.Created("op1")), Keys = ["supplier"] };
            all = all.Add(invoice);
            for (var file = 0; file < (i == 0 ? 2 : 1); file++)
            {
                all = all.Add(new Operation.Attach { Id = Id(all.Length + 1), Resource = "supplierInvoice", To = new Reference.Created(invoice.Id), File = "pdf" });
            }
            all = all.Add(new Operation.Validate { Id = Id(all.Length + 1), Resource = "supplierInvoice", On = new Reference.Created(invoice.Id) });
        }
        return all;
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"op{number}");
}
