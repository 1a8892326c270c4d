using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The sentences of a review, one language's in each class. Only visible text fits into their holes.</summary>
internal abstract class Sentences
{
    /// <summary>The words for characters that are not seen.</summary>
    public abstract MarkWords Marks { get; }

    // Whose recording it is.
    public abstract VisibleText RecordedBy(VisibleText recorder);

    public abstract VisibleText SignedByUnknown(VisibleText key);

    public abstract VisibleText NotSigned { get; }

    public abstract VisibleText SignatureRefused { get; }

    // What an operation is.
    public abstract VisibleText Heading(Operation operation, VisibleText resource);

    public abstract string Rows(int count);

    public abstract string Bytes(long count);

    /// <summary>Which document is not shown, and where it is; the place comes after it.</summary>
    public abstract VisibleText LiesIn(VisibleText document, long bytes);

    // What cannot be undone.
    public abstract VisibleText Validates(VisibleText subject);

    public abstract VisibleText Deletes(VisibleText resource, VisibleText subject);

    public abstract VisibleText Detaches(VisibleText file);

    // Where the review does not fit.
    public abstract VisibleText TooLong(int characters, int limit);

    public abstract VisibleText Holds(int operations, int warnings, int final);

    public abstract VisibleText ReadElsewhere { get; }

    // What looks wrong: who is paid.
    public abstract VisibleText EntersPayment(VisibleText amount, VisibleText date, VisibleText account);

    public abstract VisibleText EntersAccount(VisibleText iban);

    public abstract VisibleText ChangesAccount(VisibleText before, VisibleText after);

    public abstract VisibleText TouchesAccount(VisibleText account);

    public abstract VisibleText RemovesAccount(VisibleText account);

    public abstract VisibleText AccountIsNotTheDocuments(VisibleText iban, VisibleText document, VisibleText said);

    public abstract VisibleText AccountOfNewSupplier(VisibleText document, VisibleText said);

    // What looks wrong: who it is.
    /// <summary>A name that looks like another one in the changeset, and is not the same.</summary>
    public abstract VisibleText LooksLike(VisibleText name, VisibleText other);

    public abstract VisibleText NewSupplier(VisibleText name);

    public abstract VisibleText NoLegalId(VisibleText name);

    public abstract VisibleText IdentityChanged(VisibleText field);

    public abstract VisibleText ContactChanged(VisibleText party, VisibleText fields);

    public abstract VisibleText MatchedLoosely(VisibleText reference);

    // What looks wrong: amounts and dates.
    public abstract VisibleText Differs(Comparison comparison);

    public abstract VisibleText TotalsUnproven { get; }

    public abstract VisibleText DateInFuture(VisibleText date);

    public abstract VisibleText ClosedPeriod(VisibleText date, VisibleText firstDay);

    public abstract VisibleText SameInvoice(VisibleText operation);

    // What was found by looking again.
    public abstract VisibleText EvidenceDiffers(VisibleText evidence, VisibleText member, VisibleText? claimed, VisibleText? read);

    public abstract VisibleText NotInMail(VisibleText evidence, VisibleText mail, VisibleText name);

    public abstract VisibleText NotReadAgain(VisibleText evidence, VisibleText why);

    public abstract VisibleText LeftOut(VisibleText warning);

    public abstract VisibleText SandboxDiffers(VisibleText operation, VisibleText instance, VisibleText what);

    public abstract VisibleText SandboxHolds(VisibleText field, VisibleText claimed, VisibleText held);

    public abstract VisibleText SandboxHoldsMore(VisibleText operation, VisibleText instance, VisibleText field, VisibleText held);

    /// <summary>A company, by what is known of it.</summary>
    public abstract VisibleText Party(VisibleText? name, VisibleText? siren, VisibleText? vatNumber);

    public abstract VisibleText OwnInvoice(VisibleText seller, VisibleText we);

    public abstract VisibleText AddressedToAnother(VisibleText buyer, VisibleText we, bool isAccepted);

    public abstract VisibleText AddresseeUnclear(VisibleText? buyer, VisibleText we);

    public abstract VisibleText WeAreNotNamed(VisibleText we);

    public abstract VisibleText AddresseeUnchecked { get; }

    public abstract VisibleText KindNotSaid { get; }

    public abstract VisibleText WithoutEvidence(VisibleText operation);

    public abstract VisibleText RecordedElsewhere(VisibleText claimed, VisibleText here);

    public abstract VisibleText AccountNotOnFile(VisibleText document, VisibleText ibans, VisibleText? supplier, VisibleText? onFile);

    public abstract VisibleText ReadAgain(int documents);

    /// <summary>Where a page says something: the page, and the line that it stands on.</summary>
    public abstract VisibleText ReadAt(int page, VisibleText row);

    // What looks wrong: the text itself.
    public abstract VisibleText Hidden(VisibleText where);

    public abstract VisibleText MixedScripts(VisibleText where);
}
