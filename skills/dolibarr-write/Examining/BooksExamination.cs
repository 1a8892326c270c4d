using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Risks;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What of a server's setup the amounts of an invoice depend on, and how it is known.</summary>
internal static class BooksExamination
{
    public static IEnumerable<Examined> Of(Instance instance, BooksSetup? books) => books is null ? [] :
    [
        Currency(instance, books),
        Foreign(instance, books),
        Rounding(instance, books),
    ];

    /// <summary>Whose books they are: by that an invoice is known to be for us.</summary>
    public static IEnumerable<Examined> Company(ProgramSettings settings, BooksSetup? sandbox) => sandbox is null ? [] :
    [
        Addressee.WhoWeAre(sandbox.Company, settings.Company, settings.SandboxInstance.Name) switch
        {
            Result<WhoWeAre?>.Ok { Value: { } we } => new Examined(Health.Well, "company", settings.SandboxInstance.Name, $"is the ERP of {Addressee.Words(we.Company)} (known from {we.From}); an invoice to another company is refused"),
            Result<WhoWeAre?>.Refused { Problems: [var problem, ..] } => new Examined(problem.Code, settings.SandboxInstance.Name, problem.Message) { Remedy = problem.Remedy },
            _ => new Examined(Health.Note, FindingCodes.AddresseeUnchecked, settings.SandboxInstance.Name, "does not say whose ERP it is: an invoice to another company is entered with a warning")
            {
                Remedy = $"Set {Variables.CompanyName}, {Variables.CompanySiren} and {Variables.CompanyVatNumber}, or let the key read it: put its login in API_LOGINS_ALLOWED_FOR_GET_COMPANY.",
            },
        },
    ];

    /// <summary>Where the two are known to round otherwise, a replay cannot come to what was reviewed.</summary>
    public static IEnumerable<Examined> Between(ProgramSettings settings, BothBooks books)
    {
        if (books is not ({ } sandbox, { } prod))
        {
            yield break;
        }
        if (sandbox.Rounding.How != HowKnown.Assumed && prod.Rounding.How != HowKnown.Assumed && sandbox.Rounding.Value != prod.Rounding.Value)
        {
            yield return new Examined(Codes.VatRoundingDiffers, settings.SandboxInstance.Name, $"{settings.SandboxInstance.Name} rounds VAT {Words(sandbox.Rounding.Value)}, {settings.ProdInstance.Name} {Words(prod.Rounding.Value)}: what is reviewed on the one is not what the other stores.")
            {
                Remedy = $"Set {Constants.VatRoundingOfSuppliers} of {settings.SandboxInstance.Name} as {settings.ProdInstance.Name} has it.",
            };
        }
        if (sandbox.Currency.How != HowKnown.Assumed && prod.Currency.How != HowKnown.Assumed && sandbox.Currency.Value != prod.Currency.Value)
        {
            yield return new Examined(Codes.CurrencyDiffers, settings.SandboxInstance.Name, $"{settings.SandboxInstance.Name} keeps its books in {sandbox.Currency.Value}, {settings.ProdInstance.Name} in {prod.Currency.Value}.")
            {
                Remedy = $"Make {settings.SandboxInstance.Name} a copy of {settings.ProdInstance.Name} again.",
            };
        }
    }

    private static Examined Currency(Instance instance, BooksSetup books) => new(
        books.Currency.How == HowKnown.Assumed ? Health.Note : Health.Well, "currency", instance.Name, $"keeps its books in {books.Currency.Value} ({Words(books.Currency)})");

    private static Examined Foreign(Instance instance, BooksSetup books) => books.ForeignCurrencies switch
    {
        { Value: true } => new Examined(Health.Well, "foreign-currencies", instance.Name, $"has foreign currencies ({Words(books.ForeignCurrencies)}); a document in one is booked at its newest rate there"),
        { Value: false } => new Examined(Health.Well, "foreign-currencies", instance.Name, $"has no foreign currencies ({Words(books.ForeignCurrencies)}); a document in one is refused"),
        _ => new Examined(Health.Well, "foreign-currencies", instance.Name, $"may have foreign currencies or not ({books.ForeignCurrencies.From}); a document in one is refused where it has no rate"),
    };

    private static Examined Rounding(Instance instance, BooksSetup books)
    {
        var text = $"rounds VAT {Words(books.Rounding.Value)} ({Words(books.Rounding)})";
        return books.Rounding.How != HowKnown.Assumed
            ? new Examined(Health.Well, "vat-rounding", instance.Name, text)
            : new Examined(Health.Note, "vat-rounding", instance.Name, text)
            {
                Remedy = instance.IsProd
                    ? $"Read {Constants.VatRoundingOfSuppliers} there with an administrator's eyes, and set the sandbox alike."
                    : "`agent doctor --probe` finds it out with a draft that it takes out again. Entered invoices are compared with their documents in any case.",
            };
    }

    private static string Words(VatRounding rounding) => rounding == VatRounding.PerLine ? "a line at a time" : "once for each rate, of the total";

    private static string Words<T>(Finding<T> finding) => finding.How switch
    {
        HowKnown.Said => $"the server says so: {finding.From}",
        HowKnown.Inferred => $"shown by {finding.From}",
        HowKnown.Probed => $"tried: {finding.From}",
        _ => $"assumed: {finding.From}",
    };
}

/// <summary>What is known of the books of both instances; null of one that does not answer.</summary>
internal sealed record BothBooks(BooksSetup? Sandbox, BooksSetup? Prod);
