using System.Collections.Immutable;
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
    public async Task<Result<EntryDecision>> DecideAsync(InvoiceFacts facts, AskedParties parties, DocumentWords words, CancellationToken cancel)
    {
        if (words.Hold.Of(facts, parties.Supplier) is [_, ..] made)
        {
            return new Result<EntryDecision>.Refused(made);
        }
        var addressee = await rules.We.ThenAsync(we => Task.FromResult(Addressee.Look(facts.Seller, words, we)));
        return await addressee.ThenAsync(async toUs =>
        {
            if (SupplierMatch.Usable(parties.Supplier) is Result<ThirdParty>.Refused { Problems: [var unfit] })
            {
                return Result.Refused<EntryDecision>(unfit with { Remedy = "Find the right third party, or tell the person." });
            }
            var fitted = Told(await EntryPreparation.OfAsync(Bare(facts with
            {
                AccountsAsWritten = words.Ibans,
                Preceding = parties.Credited is { } credited ? [new PrecedingInvoice(credited.SupplierReference, credited.Date)] : [],
            }), rules, cancel));
            // The supplier may be one that a model has just created beside the one on file, so it does not count as found by a legal id.
            return await fitted.ThenAsync(decision => new EntryInBooks(read, rules).SettleAsync(
                decision with { Supplier = parties.Supplier, Credited = parties.Credited, OnInvoice = [.. toUs, .. Unseen(decision.Facts, parties.Supplier, words)] }, cancel));
        });
    }

    /// <summary>The lines by which Dolibarr comes to the totals of a draft in the books' currency; refused where the checks of a structured invoice would refuse it.</summary>
    public async Task<Result<PreparedInvoice>> FitAsync(InvoiceFacts facts, ThirdParty supplier, CancellationToken cancel) =>
        await Told(EntryPreparation.Of(Bare(facts), rules, null)).ThenAsync(async decision =>
            Result.Ok(decision.Prepared with { Fit = (await SupplierKinds.SettleAsync(decision.Prepared.Fit, supplier, read, cancel)).Fit }));

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
            yield return new Notice("document-differs", $"The gross total {Decimals.Cents(facts.Totals.Gross)} is not in the texts that were given. Compare it with the document.");
        }
        if (!words.Name(supplier.Name))
        {
            var ids = new[] { supplier.VatNumber, supplier.Siren, supplier.Siret }.Any(id => id.Length > 0 && words.Say(id));
            yield return new Notice("name-differs", $"The supplier is {ThirdPartyWords.Describe(supplier)}; that name is not in the texts that were given{(ids ? ", but its legal id is" : ", and neither is its legal id")}.");
        }
    }
}

/// <summary>Whom an invoice is said to be from.</summary>
/// <param name="Credited">The invoice that a credit note is said to correct; null where none is named.</param>
internal sealed record AskedParties(ThirdParty Supplier, SupplierInvoice? Credited);
