using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Risks;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>An accountant's first question, before anything is entered: is it for us? A plan asks it again.</summary>
internal static class Addressee
{
    /// <summary>Who we are: by the server, else by the settings; null where neither says; refused where they name two companies.</summary>
    public static Result<WhoWeAre?> WhoWeAre(CompanyProfile? onServer, OwnCompany settings, string instance) =>
        CompanyFound.Of(onServer is { } of ? new TypedCompany(of.Name, of.Siren, of.Siret, of.VatNumber) : null, new TypedCompany(settings.Name, settings.Siren, null, settings.VatNumber), instance) switch
        {
            CompanyFound.Two two => Result.Refused<WhoWeAre?>(OwnCompany.DiffersFrom(instance, Words(two.OnServer), Words(two.InSettings))),
            CompanyFound.Known { We: var we } => Result.Ok<WhoWeAre?>(we),
            _ => Result.Ok<WhoWeAre?>(null),
        };

    /// <summary>What a person should know of it; refused where it is not for us and no person has accepted it.</summary>
    public static Result<ImmutableArray<Notice>> Look(InvoiceFacts facts, WhoWeAre? we, PersonDecisions decisions)
    {
        var parties = new Parties(Named(facts.Seller), facts.Buyer is { } buyer ? Named(buyer) : null);
        return Told(AddresseeRisks.OfDocument("", parties, we, decisions.BuyerAccepted is not null), we, decisions);
    }

    /// <summary>The same for an invoice that a model proposes: whether our name or a legal id of ours is in the texts.</summary>
    public static Result<ImmutableArray<Notice>> Look(Party seller, DocumentWords words, WhoWeAre? we) =>
        Told(AddresseeRisks.OfSeller("", Named(seller), we) ?? AddresseeRisks.OfTexts("", words.IsThere ? words.Words : null, we), we, PersonDecisions.None);

    /// <summary>A company, for a person.</summary>
    public static string Words(NamedParty party) => FindingWords.PartyIn(Language.English, party).ToString();

    private static Result<ImmutableArray<Notice>> Told(Risks.Finding? finding, WhoWeAre? we, PersonDecisions decisions) => finding switch
    {
        null => Result.Ok<ImmutableArray<Notice>>([]),
        Risks.Finding.OwnInvoice => Result.Refused<ImmutableArray<Notice>>(Problem(finding, "seller", we!, "Nothing to enter here. If it is not in Dolibarr yet, enter it as a customer invoice.")),
        Risks.Finding.AddressedToAnother { IsAccepted: false } => Result.Refused<ImmutableArray<Notice>>(Problem(
            finding, "buyer", we!, "Send it on to whom it is for, or ask the supplier for one in our name. If it is ours all the same, run this again with --buyer-ok \"REASON\".")),
        Risks.Finding.AddressedToAnother => Result.Ok<ImmutableArray<Notice>>([new Notice(finding.Code, $"{Words(finding)} The reason given: {decisions.BuyerAccepted}")]),
        _ => Result.Ok<ImmutableArray<Notice>>([new Notice(finding.Code, Words(finding))]),
    };

    private static Problem Problem(Risks.Finding finding, string place, WhoWeAre we, string remedy) => new(Codes.Of(finding.Code), place, $"{Words(finding)} (Who we are is known from {we.From}.)", remedy);

    private static string Words(Risks.Finding finding) => FindingWords.In(Language.English, finding).ToString();

    private static NamedParty Named(Party party) => new([.. party.Names], party.Siren, party.VatId);
}
