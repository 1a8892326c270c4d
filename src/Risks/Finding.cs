using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>Something that was found out by looking again, as facts: <c>Review</c> words it, a policy judges it. Closed.</summary>
/// <param name="On">The operation or the evidence concerned, by id.</param>
public abstract record Finding(string On)
{
    /// <summary>Stable, in kebab-case.</summary>
    public abstract string Code { get; }

    /// <summary>How loud it is.</summary>
    public abstract Severity Severity { get; }

    /// <summary>The changeset says something else of a piece of evidence than the evidence itself.</summary>
    /// <param name="Member">Where the changeset says it: <c>subject</c>, <c>says.gross</c>.</param>
    /// <param name="Claimed">What the changeset says; null where it says nothing.</param>
    /// <param name="Read">What was read again; null where the evidence does not say it.</param>
    public sealed record EvidenceDiffers(string On, string Member, string? Claimed, string? Read) : Finding(On)
    {
        public override string Code => FindingCodes.EvidenceDiffers;

        /// <summary>A file that was given by itself may also be in a mail that was given.</summary>
        public override Severity Severity => Member == "in" ? Severity.Check : Severity.Stop;
    }

    /// <summary>A file is not in the mail that it is said to have come in, or has another name there.</summary>
    /// <param name="Mail">The mail, by evidence id.</param>
    /// <param name="Name">The file's name, as the changeset says.</param>
    public sealed record NotInMail(string On, string Mail, string Name) : Finding(On)
    {
        public override string Code => FindingCodes.NotInMail;

        public override Severity Severity => Severity.Stop;
    }

    /// <summary>A piece of evidence could not be read again.</summary>
    /// <param name="Why">What kept the reader from it, as a sentence.</param>
    /// <param name="IsReliedOn">Whether the changeset says what stands in it.</param>
    public sealed record NotReadAgain(string On, string Why, bool IsReliedOn) : Finding(On)
    {
        public override string Code => FindingCodes.NotReadAgain;

        public override Severity Severity => IsReliedOn ? Severity.Stop : Severity.Check;
    }

    /// <summary>The reader warns of something in a document that the changeset does not mention, or puts in other words.</summary>
    /// <param name="Warning">As the reader words it; its code is the finding's.</param>
    public sealed record LeftOut(string On, Warning Warning) : Finding(On)
    {
        public override string Code => Warning.Code;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>The sandbox does not hold what the changeset says that it held once an operation was done.</summary>
    /// <param name="Instance">Its name: <c>erp-sandbox</c>.</param>
    /// <param name="Field">The field; empty where it is the object as a whole.</param>
    /// <param name="Claimed">What the changeset says.</param>
    /// <param name="Held">What the sandbox holds.</param>
    public sealed record SandboxDiffers(string On, string Instance, string Field, string Claimed, string Held) : Finding(On)
    {
        public override string Code => FindingCodes.SandboxDiffers;

        public override Severity Severity => Severity.Stop;
    }

    /// <summary>The sandbox holds something in an object that the changeset made, and the changeset neither asks for it nor says it: somebody entered it there since, a module of that server did, or it was taken out of the changeset.</summary>
    /// <param name="Instance">Its name: <c>erp-sandbox</c>.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Held">What the sandbox holds.</param>
    public sealed record SandboxHoldsMore(string On, string Instance, string Field, string Held) : Finding(On)
    {
        public override string Code => FindingCodes.SandboxHoldsMore;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>An invoice of our own company is one to a customer.</summary>
    public sealed record OwnInvoice(string On, NamedParty Seller, NamedParty We) : Finding(On)
    {
        public override string Code => FindingCodes.OwnInvoice;

        public override Severity Severity => Severity.Stop;
    }

    /// <summary>An invoice is addressed to somebody else.</summary>
    /// <param name="IsAccepted">Whether a person is said to have accepted it.</param>
    public sealed record AddressedToAnother(string On, NamedParty Buyer, NamedParty We, bool IsAccepted) : Finding(On)
    {
        public override string Code => IsAccepted ? FindingCodes.AddresseeAccepted : FindingCodes.AddressedToAnother;

        public override Severity Severity => IsAccepted ? Severity.Check : Severity.Stop;
    }

    /// <summary>Nothing in a document shows that it is for us.</summary>
    /// <param name="Buyer">Whom it is for, as it says; null where it does not say.</param>
    public sealed record AddresseeUnclear(string On, NamedParty? Buyer, NamedParty We) : Finding(On)
    {
        public override string Code => FindingCodes.AddresseeMissing;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>Texts that are not themselves invoices do not name us.</summary>
    public sealed record WeAreNotNamed(string On, NamedParty We) : Finding(On)
    {
        public override string Code => FindingCodes.AddresseeMissing;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>Nobody knows who we are, so whom an invoice is for cannot be compared.</summary>
    public sealed record AddresseeUnchecked(string On) : Finding(On)
    {
        public override string Code => FindingCodes.AddresseeUnchecked;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>A document does not say whether its lines are goods or services, and the changeset does not mention it.</summary>
    public sealed record KindNotSaid(string On) : Finding(On)
    {
        public override string Code => FindingCodes.KindAssumed;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>An operation names no evidence, and the changeset has some.</summary>
    public sealed record WithoutEvidence(string On) : Finding(On)
    {
        public override string Code => FindingCodes.WithoutEvidence;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>The changeset says that it was recorded on another instance than the one that it is compared with.</summary>
    /// <param name="Claimed">Name and origin, as the changeset says.</param>
    /// <param name="Here">The same of the sandbox that is looked at.</param>
    public sealed record RecordedElsewhere(string Claimed, string Here) : Finding("recorded")
    {
        public override string Code => FindingCodes.RecordedElsewhere;

        public override Severity Severity => Severity.Check;
    }

    /// <summary>A document asks for payment to an account that the supplier does not have on the target.</summary>
    /// <param name="Document">By evidence id.</param>
    /// <param name="Ibans">The accounts of the document that are not on file.</param>
    /// <param name="Supplier">Its name on the target; null where it is not there yet.</param>
    /// <param name="OnFile">The accounts on file; empty if there is none.</param>
    public sealed record AccountNotOnFile(string On, string Document, string Ibans, string? Supplier, string OnFile) : Finding(On)
    {
        public override string Code => OnFile.Length == 0 ? FindingCodes.IbanUnknown : FindingCodes.IbanNotOnFile;

        public override Severity Severity => OnFile.Length == 0 ? Severity.Check : Severity.Stop;
    }
}
