using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The rules of a structured invoice, for one that a model proposes: the same fit, the same checks, the same refusals. What
/// a structured invoice says by itself is looked for in the texts of the documents that were given.
/// </summary>
internal sealed class AskedInvoice(DolibarrReader read, EntryRules rules)
{
    private const string ReadAgain = "Read the totals and all lines again, and give them as printed. Where the document itself does not add up: stop, and tell the person.";

    /// <summary>The entry, or every reason why a person has to decide.</summary>
    public async Task<Result<EntryDecision>> DecideAsync(InvoiceFacts facts, (ThirdParty Supplier, SupplierInvoice? Credited) parties, DocumentWords words, CancellationToken cancel)
    {
        var addressee = await rules.We.ThenAsync(we => Task.FromResult(Addressee.Look(facts.Seller, words, we)));
        return await addressee.ThenAsync(toUs => InBooksAsync(facts, parties, new Seen(words, toUs), cancel));
    }

    private async Task<Result<EntryDecision>> InBooksAsync(InvoiceFacts facts, (ThirdParty Supplier, SupplierInvoice? Credited) parties, Seen seen, CancellationToken cancel)
    {
        var (supplier, credited) = parties;
        var fitted = Told(await EntryPreparation.OfAsync(Bare(facts with
        {
            AccountsAsWritten = seen.Words.Ibans,
            Preceding = credited is null ? [] : [new PrecedingInvoice(credited.SupplierReference, credited.Date)],
        }), rules, cancel));
        if (!supplier.IsOpen || !supplier.IsSupplier)
        {
            return Result.Refused<EntryDecision>(new Problem(
                Codes.SupplierUnfit, "supplier", $"{ThirdPartyWords.Describe(supplier)} is {(supplier.IsOpen ? "not marked as a supplier" : "closed")}.", "Find the right third party, or tell the person."));
        }
        return await fitted.ThenAsync(async decision =>
        {
            decision = decision with { Supplier = supplier, Credited = credited };
            var doubles = await rules.Known.LookAsync(read, decision, cancel);
            return await doubles.ThenAsync(async here =>
            {
                // The supplier may be one that a model has just created beside the one on file.
                var elsewhere = await new DuplicatesElsewhere(read, rules.Decisions).LookAsync(decision.Facts, decision.Prepared.Fit.Predicted.Gross, cancel);
                var (fit, kinds) = await SupplierKinds.SettleAsync(decision.Prepared.Fit, supplier, read, cancel);
                var ibans = await IbanCheck.LookAsync(decision.Facts, supplier, read, cancel);
                return elsewhere.Map(there => decision with
                {
                    Prepared = decision.Prepared with { Fit = fit },
                    OnInvoice = [.. ibans, .. seen.Addressee, .. here, .. there, .. kinds, .. decision.RateNotices(rules.Books.Currency.Value), .. Unseen(decision.Facts, supplier, seen.Words), .. CleanedNotices.OfNumber(facts), .. decision.Prepared.Warnings.Select(w => new Notice(w.Code, w.Text))],
                });
            });
        });
    }

    /// <summary>The lines by which Dolibarr comes to the totals of a draft in the books' currency; refused where the checks of a structured invoice would refuse it.</summary>
    public async Task<Result<EntryDecision>> FitAsync(InvoiceFacts facts, ThirdParty supplier, CancellationToken cancel) =>
        await Told(EntryPreparation.Of(Bare(facts), rules, null)).ThenAsync(async decision =>
        {
            var (fit, _) = await SupplierKinds.SettleAsync(decision.Prepared.Fit, supplier, read, cancel);
            return Result.Ok(decision with { Prepared = decision.Prepared with { Fit = fit } });
        });

    /// <summary>What the given texts say, and what they say of whom it is for.</summary>
    private sealed record Seen(DocumentWords Words, ImmutableArray<Notice> Addressee);

    private static ReadInvoice Bare(InvoiceFacts facts) => new(facts, [], []);

    private static Result<EntryDecision> Told(Result<EntryDecision> prepared) => prepared is Result<EntryDecision>.Refused refused
        ? new Result<EntryDecision>.Refused([.. refused.Problems.Select(Stop)])
        : prepared;

    private static Problem Stop(Problem stop) =>
        stop.Code == Codes.TotalsDoNotAddUp ? stop with { Place = "totals", Remedy = ReadAgain }
        : stop.Code.IsOneOf(Codes.CurrencyForeign, Codes.MixedSigns, Codes.NoLines) ? stop
        : stop with { Remedy = "Stop, and tell the person: it is entered by hand." };

    /// <summary>What is proposed and stands nowhere in the texts: read in a file that no program reads here, or made up.</summary>
    private static IEnumerable<Notice> Unseen(InvoiceFacts facts, ThirdParty supplier, DocumentWords words)
    {
        if (!facts.Number!.Any(char.IsAsciiDigit))
        {
            yield return new Notice("document-differs", $"The number '{facts.Number}' has no digit; it may be none.");
        }
        if (!words.IsThere)
        {
            yield break;
        }
        if (!words.Say(facts.Number!))
        {
            yield return new Notice("document-differs",
                $"The number '{facts.Number}' is not in the texts that were given. Compare it with the document.");
        }
        if (!words.SayAmount(facts.Totals.Gross!.Value))
        {
            yield return new Notice("document-differs", string.Create(CultureInfo.InvariantCulture, $"The gross total {facts.Totals.Gross:0.00} is not in the texts that were given. Compare it with the document."));
        }
        if (!words.Name(supplier.Name))
        {
            var ids = new[] { supplier.VatNumber, supplier.Siren, supplier.Siret }.Any(id => id.Length > 0 && words.Say(id));
            yield return new Notice("name-differs", $"The supplier is {ThirdPartyWords.Describe(supplier)}; that name is not in the texts that were given{(ids ? ", but its legal id is" : ", and neither is its legal id")}.");
        }
    }
}
