using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Finds out how the sandbox rounds VAT: enters a draft that tells, and takes it out again with its supplier, as a
/// changeset that is discarded. Refused where the target is prod, as every write.
/// </summary>
internal static class RoundingProbe
{
    private const string Instruction = "agent doctor --probe: enter a draft to see how VAT is rounded, and take it out again.";

    // Three of 0.99 at 20 %: 0.60 of VAT a line at a time, 0.59 of the total.
    private static readonly ImmutableArray<DolibarrLine> Telling =
        [.. Enumerable.Range(1, 3).Select(i => new DolibarrLine { Description = string.Create(CultureInfo.InvariantCulture, $"Probe {i}"), Quantity = 1, UnitPrice = 0.99m, VatRate = 20, Kind = LineKind.Service })];

    public static async Task<Result<Finding<VatRounding>>> RunAsync(SkillOptions options, CancellationToken cancel)
    {
        using var session = new Session(options);
        var entered = await EnterAsync(session, cancel);
        if (session.Targets.OpenRecorder?.Path is null)
        {
            return entered;
        }
        var path = session.Targets.OpenRecorder.Path;
        var discarded = await new ChangesetSkill(session).DiscardAsync(cancel);
        ImmutableArray<Problem> left = discarded switch
        {
            Result<EndResult.Ended>.Ok { Value.LeftBehind: var behind } => behind,
            Result<EndResult.Ended>.Refused refused => refused.Problems,
            _ => [],
        };
        return left.IsEmpty ? entered : new Result<Finding<VatRounding>>.Refused(
            [.. left.Select(p => p with { Code = Codes.LeftBehind, Message = $"The probe could not be taken out again: {p.Message}", Remedy = $"{p.Remedy} What was done is written down in {path}." })]);
    }

    private static async Task<Result<Finding<VatRounding>>> EnterAsync(Session session, CancellationToken cancel)
    {
        session.Instructions = [Instruction];
        var now = session.Options.Patience.Clock.GetUtcNow();
        var name = $"VAT rounding probe {Moments.Stamp(now)}";
        var supplier = await session.DoAsync(recorder =>
        {
            recorder.Entitle("Probe of how VAT is rounded");
            return Create(ThirdPartyOperations.Instance.Name, new KeyedFields(Fields.None.With("name", name).With("supplier", true), ["name"]), session.InstructionsIn(recorder));
        }, cancel);
        return await supplier.ThenAsync(async made =>
        {
            var set = Fields.None
                .With("supplier", new Reference.Created(made.Operation.Id))
                .With("supplierReference", name)
                .With("type", "standard")
                .With("date", Days.Text(session.Options.Today))
                .With("lines", Telling.Select(InvoiceFields.Line));
            var invoice = await session.DoAsync(recorder => Create(SupplierInvoiceOperations.Instance.Name, new KeyedFields(set, ["supplierReference", "supplier"]), session.InstructionsIn(recorder)), cancel);
            return await invoice.ThenAsync(done => Task.FromResult(Shown(StoredTotals.Of(done.Operation.After).Vat)));
        });
    }

    private static Operation.Create Create(string resource, KeyedFields what, ImmutableArray<string> from) =>
        new() { Id = "", Resource = resource, Set = what.Set, Keys = what.Keys, From = from };

    private static Result<Finding<VatRounding>> Shown(decimal? vat)
    {
        foreach (var rounding in Enum.GetValues<VatRounding>())
        {
            if (DolibarrArithmetic.Total(Telling, rounding).Vat == vat)
            {
                return Result.Ok(new Finding<VatRounding>(rounding, HowKnown.Probed, $"three lines of 0.99 at 20 % got {Decimals.Cents(vat)} of VAT"));
            }
        }
        return Result.Refused<Finding<VatRounding>>(new Problem(
            Codes.VatRoundingUnknown, "probe", $"Three lines of 0.99 at 20 % got {Decimals.Cents(vat)} of VAT, which neither way of rounding makes."));
    }
}
