using System.Collections.Immutable;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>Whatever will be written can be read, however long it is, and reading it costs no more than its length.</summary>
public sealed class LongTextsTests
{
    private const string Last = "zzq";

    public static TheoryData<string, string> Places
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var face in Faces.Names)
            {
                foreach (var place in new[] { "note", "line", "agent", "key" })
                {
                    all.Add(face.Data, place);
                }
            }
            return all;
        }
    }

    public static TheoryData<string> AllFaces => Faces.Names;

    [Theory]
    [MemberData(nameof(Places))]
    public void All_of_a_text_is_on_every_face(string face, string place)
    {
        var text = string.Concat(Enumerable.Repeat("word ", 600)) + Last;

        Faces.Named(face).Draw(With(place, text), Language.English).Should().Contain(Last);
    }

    [Theory]
    [MemberData(nameof(AllFaces))]
    public void Twice_as_many_operations_take_twice_as_much(string face) => Growth(face, size => Many(25 * size)).Should().BeLessThan(2.6);

    [Theory]
    [MemberData(nameof(AllFaces))]
    public void Twice_as_many_lines_take_twice_as_much(string face) => Growth(face, size => Lines(50 * size)).Should().BeLessThan(2.6);

    [Theory]
    [MemberData(nameof(AllFaces))]
    public void A_text_twice_as_long_takes_twice_as_much(string face) => Growth(face, size => With("note", string.Concat(Enumerable.Repeat("word ", 1000 * size)))).Should().BeLessThan(2.6);

    [Theory]
    [MemberData(nameof(AllFaces))]
    public void So_does_one_without_blanks(string face) => Growth(face, size => With("note", new string('x', 10_000 * size))).Should().BeLessThan(2.6);

    [Theory]
    [MemberData(nameof(AllFaces))]
    public void So_does_one_full_of_what_is_not_seen(string face) => Growth(face, size => With("note", string.Concat(Enumerable.Repeat("a\u200b\u0430 ", 500 * size)))).Should().BeLessThan(2.6);

    [Fact]
    public void Each_of_many_invoices_that_are_the_same_is_said_to_be_the_one_before() =>
        ReviewPage.Of(Many(50)).Warnings.Where(warning => warning.Code.ToString() == RiskCodes.DuplicateSuspected).Select(warning => warning.On.ToString()).Should().HaveCount(49).And.OnlyHaveUniqueItems();

    /// <summary>How many times the memory one of twice the size takes, all of it counted whether kept or not.</summary>
    private static double Growth(string face, Func<int, Changeset> make)
    {
        var draw = Faces.Named(face).Draw;
        draw(make(1), Language.English);
        return (double)Taken(make(2)) / Taken(make(1));

        long Taken(Changeset changeset)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            draw(changeset, Language.English);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static Changeset With(string place, string text) => Examples.Invoice with
    {
        Operations = [.. Examples.Invoice.Operations.Select(operation => (operation, place) switch
        {
            (Operation.Create { Resource: "supplierInvoice" } create, "note") => create with { Set = create.Set.With("privateNote", text) },
            (Operation.Create { Resource: "supplierInvoice" } create, "line") => create with { Set = create.Set.With("lines", [Fields.None.With("description", text).With("quantity", "1")]) },
            (Operation.Create { Resource: "supplierInvoice" } create, "key") => create with { Set = create.Set.With("supplier", new Reference.Found(Fields.None.With("name", text))) },
            (Operation.Create { Resource: "supplierInvoice" } create, _) => create with { Note = text },
            _ => operation,
        })],
    };

    private static Changeset Many(int count) => Examples.Invoice with
    {
        Operations = [.. Enumerable.Range(1, count).Select(number => new Operation.Create
        {
            Id = $"op{number}",
            Resource = "supplierInvoice",
            Set = Fields.None.With("supplierReference", $"F-{number}").With("date", "2026-11-20").With("supplier", new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"))),
            After = Fields.None.With("totalInclTax", "35.20"),
            From = ["pdf"],
        })],
        Warnings = [.. Enumerable.Range(1, count).Select(number => new Warning("kind-assumed", $"op{number}", "noted"))],
    };

    private static Changeset Lines(int count) => Examples.Invoice with
    {
        Operations = [.. Examples.Invoice.Operations.Select(operation => operation is Operation.Create { Resource: "supplierInvoice" } create
            ? create with { Set = create.Set.With("lines", Enumerable.Range(1, count).Select(number => Fields.None.With("description", $"Line {number}").With("quantity", "1").With("unitPrice", "2.00"))) }
            : operation)],
    };
}
