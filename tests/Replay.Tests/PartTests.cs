using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Twelve invoices of one new supplier, each with a file (the first with two), validated; at most five in each part.</summary>
public sealed class PartTests
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

    private static readonly ImmutableArray<Part> Parts = Part.Of(Changeset.Operations, Dependencies, Most);

    [Fact]
    public void Every_operation_is_in_one_part() =>
        Parts.SelectMany(part => part.Operations).Should().BeEquivalentTo(Changeset.Operations);

    [Fact]
    public void All_that_an_operation_follows_is_in_parts_that_its_part_comes_after() =>
        Changeset.Operations.Should().OnlyContain(operation => Dependencies.Follows(operation.Id).All(earlier => PartOf(operation.Id).After.Contains(PartOf(earlier))));

    [Fact]
    public void No_part_has_more_operations_than_is_allowed() =>
        Parts.Should().OnlyContain(part => part.Operations.Length <= Most);

    [Fact]
    public async Task Several_that_have_nothing_left_to_do_end_at_once()
    {
        var done = 0;

        await Part.EachAsync([.. Parts.Take(3).Select(part => new Part(part.Operations, []))], 3, (_, _) =>
        {
            done++;
            return Task.CompletedTask;
        }, Cancel);

        done.Should().Be(3);
    }

    [Fact]
    public async Task Validations_keep_their_recorded_order()
    {
        var done = await DoneAsync(atOnce: 3);

        done.OfType<Operation.Validate>().Select(validate => Changeset.NumberOf(validate.Id)).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task The_first_invoices_are_validated_before_the_last_are_entered()
    {
        var done = (await DoneAsync(atOnce: 1)).Select(operation => operation.Do).ToList();

        done.IndexOf("validate").Should().BeLessThan(done.LastIndexOf("create"));
    }

    [Fact]
    public async Task So_many_parts_are_under_way_at_once_and_no_more()
    {
        var (underWay, most) = (0, 0);

        await Part.EachAsync(Parts, 3, async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await Task.Delay(5, Cancel);
            Interlocked.Decrement(ref underWay);
        }, Cancel);

        most.Should().Be(3);
    }

    [Fact]
    public async Task Where_a_part_fails_no_other_is_begun_and_those_under_way_are_told_to_stop()
    {
        var (begun, stopped) = (0, 0);

        var doing = Part.EachAsync(Parts, 3, async (part, stop) =>
        {
            var number = Interlocked.Increment(ref begun);
            if (number == 2)
            {
                throw new InvalidOperationException("The ledger is full.");
            }
            try
            {
                await (number == 1 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, stop));
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref stopped);
            }
        }, Cancel);

        await FluentActions.Awaiting(() => doing).Should().ThrowAsync<InvalidOperationException>();
        begun.Should().BeLessThan(Parts.Length);
        stopped.Should().Be(begun - 2);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The operations in the order in which their parts ended.</summary>
    private static async Task<IReadOnlyList<Operation>> DoneAsync(int atOnce)
    {
        var done = new System.Collections.Concurrent.ConcurrentQueue<Operation>();
        await Part.EachAsync(Parts, atOnce, async (part, _) =>
        {
            await Task.Yield();
            foreach (var operation in part.Operations)
            {
                done.Enqueue(operation);
            }
        }, Cancel);
        return [.. done];
    }

    private static Part PartOf(string operation) => Parts.Single(part => part.Operations.Any(one => one.Id == operation));

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
