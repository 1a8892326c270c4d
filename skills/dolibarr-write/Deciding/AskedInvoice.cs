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
        var (supplier, credited) = parties;
        var fitted = Told(await EntryPreparation.OfAsync(Bare(facts with
        {
            AccountsAsWritten = words.Ibans,
            Preceding = credited is null ? [] : [new PrecedingInvoice(credited.SupplierReference, credited.Date)],
        }), rules, cancel));
        if (!supplier.IsOpen || !supplier.IsSupplier)
        {
            return Result.Refused<EntryDecision>(new Problem(
                "supplier-unfit", "supplier", $"{ThirdPartyWords.Describe(supplier)} is {(supplier.IsOpen ? "no supplier" : "closed")}.", "Find the right third party, or tell the person."));
        }
        return await fitted.ThenAsync(async decision =>
        {
            decision = decision with { Supplier = supplier, Credited = credited };
            var doubles = await rules.Known.LookAsync(read, decision, cancel);
            var (fit, kinds) = await SupplierKinds.SettleAsync(decision.Prepared.Fit, supplier, read, cancel);
            decision = decision with { Prepared = decision.Prepared with { Fit = fit } };
            var ibans = await IbanCheck.LookAsync(decision.Facts, supplier, read, cancel);
            return doubles.Map(duplicates => decision with
            {
                OnInvoice = [.. ibans, .. Addressee.Look(words, rules.We is Result<WhoWeAre?>.Ok { Value: var we } ? we : null), .. duplicates, .. kinds, .. decision.RateNotices(rules.Books.Currency.Value), .. Unseen(decision.Facts, supplier, words), .. CleanedNotices.OfNumber(facts), .. decision.Prepared.Warnings.Select(w => new Notice(w.Code, w.Text))],
            });
        });
    }

    /// <summary>The lines by which Dolibarr comes to the totals of a draft in the books' currency; refused where the checks of a structured invoice would refuse it.</summary>
    public Result<EntryDecision> Fit(InvoiceFacts facts) => Told(EntryPreparation.Of(Bare(facts), rules, null));

    private static ReadInvoice Bare(InvoiceFacts facts) => new(facts, [], []);

    private static Result<EntryDecision> Told(Result<EntryDecision> prepared) => prepared is Result<EntryDecision>.Refused refused
        ? new Result<EntryDecision>.Refused([.. refused.Problems.Select(Stop)])
        : prepared;

    private static Problem Stop(Problem stop) => stop.Code switch
    {
        "totals-do-not-add-up" => stop with { Place = "totals", Remedy = ReadAgain },
        "currency-foreign" or "mixed-signs" or "no-lines" => stop,
        _ => stop with { Remedy = "Stop, and tell the person: it is entered by hand." },
    };

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
            yield return new Notice("document-differs", $"The number '{facts.Number}' stands nowhere in the texts that were given. Compare it with the document.");
        }
        if (!words.SayAmount(facts.Totals.Gross!.Value))
        {
            yield return new Notice("document-differs", string.Create(CultureInfo.InvariantCulture, $"The gross total {facts.Totals.Gross:0.00} stands nowhere in the texts that were given. Compare it with the document."));
        }
        if (!words.Name(supplier.Name))
        {
            var ids = new[] { supplier.VatNumber, supplier.Siren, supplier.Siret }.Any(id => id.Length > 0 && words.Say(id));
            yield return new Notice("name-differs", $"The supplier is {ThirdPartyWords.Describe(supplier)}; that name is not in the texts that were given{(ids ? ", its legal id is" : ", nor is a legal id of it")}.");
        }
    }
}
