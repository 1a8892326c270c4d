using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>What was found by looking again, in words.</summary>
public static class FindingWords
{
    /// <summary>One finding as a sentence or two.</summary>
    /// <param name="resource">What the operation that it is about is done to; null where it is about something else.</param>
    public static VisibleText In(Language language, Risks.Finding finding, string? resource = null)
    {
        var words = Words.In(language);
        var say = words.Say;
        return finding switch
        {
            Risks.Finding.EvidenceDiffers one => say.EvidenceDiffers(words.Shown(one.On), Member(one.Member, words), Text(one.Claimed, words), Text(one.Read, words)),
            Risks.Finding.NotInMail one => say.NotInMail(words.Shown(one.On), words.Shown(one.Mail), words.Text(one.Name)),
            Risks.Finding.NotReadAgain one => say.NotReadAgain(words.Shown(one.On), words.Shown(one.Why)),
            Risks.Finding.LeftOut one => say.LeftOut(words.Text(one.Warning.Text)),
            Risks.Finding.SandboxDiffers { Field: "" } one => say.SandboxDiffers(words.Shown(one.On), words.Shown(one.Instance), words.Shown(one.Held)),
            Risks.Finding.SandboxDiffers one => say.SandboxDiffers(words.Shown(one.On), words.Shown(one.Instance), say.SandboxHolds(words.Labels.Field(resource ?? "", one.Field), words.Text(one.Claimed), words.Text(one.Held))),
            Risks.Finding.SandboxHoldsMore one => say.SandboxHoldsMore(words.Shown(one.On), words.Shown(one.Instance), words.Labels.Field(resource ?? "", one.Field), words.Text(one.Held)),
            Risks.Finding.OwnInvoice one => say.OwnInvoice(Party(one.Seller, words), Party(one.We, words)),
            Risks.Finding.AddressedToAnother one => say.AddressedToAnother(Party(one.Buyer, words), Party(one.We, words), one.IsAccepted),
            Risks.Finding.AddresseeUnclear one => say.AddresseeUnclear(one.Buyer is { } buyer ? Party(buyer, words) : null, Party(one.We, words)),
            Risks.Finding.WeAreNotNamed one => say.WeAreNotNamed(Party(one.We, words)),
            Risks.Finding.AddresseeUnchecked => say.AddresseeUnchecked,
            Risks.Finding.KindNotSaid => say.KindNotSaid,
            Risks.Finding.WithoutEvidence one => say.WithoutEvidence(words.Shown(one.On)),
            Risks.Finding.RecordedElsewhere one => say.RecordedElsewhere(words.Shown(one.Claimed), words.Shown(one.Here)),
            Risks.Finding.AccountNotOnFile one => say.AccountNotOnFile(words.Shown(one.Document), words.Text(one.Ibans), Text(one.Supplier, words), one.OnFile.Length == 0 ? null : words.Text(one.OnFile)),
            _ => throw new InvalidOperationException("A finding is one of those above."),
        };
    }

    /// <summary>A company by its name and its legal ids.</summary>
    public static VisibleText PartyIn(Language language, Risks.NamedParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return Party(party, Words.In(language));
    }

    private static VisibleText Party(Risks.NamedParty party, Words words) =>
        words.Say.Party(party.Names is [var name, ..] ? words.Text(name) : null, Text(party.Siren, words), Text(party.VatNumber, words));

    /// <summary>A fact of the document by its name for people, anything else by the name in the file.</summary>
    private static VisibleText Member(string member, Words words) =>
        member.StartsWith("says.", StringComparison.Ordinal) ? words.Labels.Fact(member["says.".Length..]) : words.Shown(member);

    private static VisibleText? Text(string? text, Words words) => text is null ? null : words.Text(text);
}
