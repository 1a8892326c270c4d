using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The sentences in English.</summary>
internal sealed class EnglishSentences : Sentences
{
    public override MarkWords Marks { get; } = new EnglishMarks();

    public override VisibleText RecordedBy(VisibleText recorder) => Sentence.Of($"Recorded by {recorder} (signed).");

    public override VisibleText SignedByUnknown(VisibleText key) =>
        Sentence.Of($"Signed by an unknown key, {key}: it is not in the list of recorders. Treat the changeset as written by hand.");

    public override VisibleText NotSigned => Words.Own("Not signed: nothing shows that a recorder wrote it. Treat it as written by hand.");

    public override VisibleText SignatureRefused => Words.Own("The signature beside it is not one under these bytes, or cannot be checked: it is not replayed.");

    public override VisibleText Heading(Operation operation, VisibleText resource) => operation switch
    {
        Operation.Create => Sentence.Of($"Create {resource}"),
        Operation.Update => Sentence.Of($"Change {resource}"),
        Operation.Attach => Sentence.Of($"Attach a file to {resource}"),
        Operation.Validate => Sentence.Of($"Validate {resource}"),
        Operation.Delete => Sentence.Of($"Delete {resource}"),
        Operation.Detach => Sentence.Of($"Take a file off {resource}"),
        _ => throw new InvalidOperationException("An operation is create, update, attach, validate, delete or detach."),
    };

    public override string Rows(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} rows");

    public override string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "byte" : "bytes")}");

    public override VisibleText LiesIn(VisibleText document, long bytes) => Sentence.Of($"{document}, {Words.Own(Bytes(bytes))}, in the changeset's folder as ");

    public override VisibleText Validates(VisibleText subject) => Sentence.Of($"It makes {subject} final and uses the next number in the books, which cannot be given back.");

    public override VisibleText Deletes(VisibleText resource, VisibleText subject) =>
        Sentence.Of($"It deletes {resource} {subject} with everything attached to it, such as files. To get it back, it has to be entered again.");

    public override VisibleText Detaches(VisibleText file) => Sentence.Of($"It takes the file {file} off. The changeset does not keep its bytes.");

    public override VisibleText TooLong(int characters, int limit) => Words.Own(string.Create(
        CultureInfo.InvariantCulture, $"The review has {characters} characters, and {limit} fit here. Nothing of it is shown, for what is left out could be what matters."));

    public override VisibleText Holds(int operations, int warnings, int final) => Words.Own(string.Create(
        CultureInfo.InvariantCulture, $"Operations: {operations}. Warnings: {warnings}. Cannot be undone: {final}."));

    public override VisibleText ReadElsewhere => Words.Own("Read it as an HTML page or in a terminal before you approve it.");

    public override VisibleText EntersPayment(VisibleText amount, VisibleText date, VisibleText account) => Sentence.Of(
        $"{amount} is entered as paid on {date} from the account {account}. This moves no money: it says that money has moved. Compare it with the bank statement.");

    public override VisibleText EntersAccount(VisibleText iban) =>
        Sentence.Of($"A bank account is entered, to which invoices will be paid: {iban}. Have the supplier confirm it through a channel that you know, never one that the email or the document gives.");

    public override VisibleText ChangesAccount(VisibleText before, VisibleText after) =>
        Sentence.Of($"The IBAN to which invoices are paid is changed from {before} to {after}. Have the supplier confirm it through a channel that you know, never one that the email or the document gives.");

    public override VisibleText TouchesAccount(VisibleText account) => Sentence.Of($"The bank account {account} is affected, to which invoices are paid.");

    public override VisibleText RemovesAccount(VisibleText account) => Sentence.Of($"The bank account {account} is removed, to which invoices were paid.");

    public override VisibleText AccountIsNotTheDocuments(VisibleText iban, VisibleText document, VisibleText said) =>
        Sentence.Of($"The IBAN that is entered, {iban}, is not what the document {document} asks to pay to: {said}.");

    public override VisibleText AccountOfNewSupplier(VisibleText document, VisibleText said) =>
        Sentence.Of($"The document {document} asks for payment to {said}. The supplier is new, so no account is on file to compare it with. Have it confirmed before anything is paid.");

    public override VisibleText LooksLike(VisibleText name, VisibleText other) => Sentence.Of($"“{name}” looks like “{other}” and is written with other characters.");

    public override VisibleText NewSupplier(VisibleText name) =>
        Sentence.Of($"{name} would be new. Check that it is not there under another name, and that its ids are those on the document.");

    public override VisibleText NoLegalId(VisibleText name) =>
        Sentence.Of($"{name} is created without a VAT number, SIREN or SIRET: its name alone does not tell it from another.");

    public override VisibleText IdentityChanged(VisibleText field) => Sentence.Of($"{field} says who this third party is, and is changed.");

    public override VisibleText ContactChanged(VisibleText party, VisibleText fields) =>
        Sentence.Of($"Contact details of {party} are changed: {fields}. Have the supplier confirm it through a channel that was known before: whoever answers on the new one would also confirm new bank details.");

    public override VisibleText MatchedLoosely(VisibleText reference) =>
        Sentence.Of($"A third party is matched without a legal id: {reference}. Check that it is the right one.");

    public override VisibleText Differs(Comparison comparison) => comparison.Entered is { } entered
        ? Sentence.Of($"{comparison.Name}: the document {comparison.Evidence} says {comparison.Says}, entered is {entered}.")
        : Sentence.Of($"{comparison.Name}: the document {comparison.Evidence} says {comparison.Says}, the changeset does not say what was entered.");

    public override VisibleText TotalsUnproven => Sentence.Of($"No document here was read for its totals. Compare them with the original by eye.");

    public override VisibleText DateInFuture(VisibleText date) => Sentence.Of($"The invoice date {date} was in the future when it was recorded.");

    public override VisibleText ClosedPeriod(VisibleText date, VisibleText firstDay) =>
        Sentence.Of($"The invoice date {date} is before {firstDay}: the books of that year are most likely closed.");

    public override VisibleText SameInvoice(VisibleText operation) =>
        Sentence.Of($"It has the supplier, the day and the total of {operation}. Check that the same invoice is not entered twice.");

    public override VisibleText EvidenceDiffers(VisibleText evidence, VisibleText member, VisibleText? claimed, VisibleText? read) => (claimed, read) switch
    {
        ({ } here, { } there) => Sentence.Of($"{member} of {evidence}: the changeset says {here}, the document itself says {there}."),
        ({ } here, null) => Sentence.Of($"{member} of {evidence}: the changeset says {here}, the document itself does not say it."),
        (null, { } there) => Sentence.Of($"{member} of {evidence}: the changeset leaves it out, the document itself says {there}."),
        _ => Sentence.Of($"{member} of {evidence}: the changeset and the document do not agree."),
    };

    public override VisibleText NotInMail(VisibleText evidence, VisibleText mail, VisibleText name) =>
        Sentence.Of($"{evidence} is recorded as part of {mail}, as {name}; that mail has no such file.");

    public override VisibleText NotReadAgain(VisibleText evidence, VisibleText why) => Sentence.Of($"{evidence} could not be read again, so what the changeset says of it is not checked. {why}");

    public override VisibleText LeftOut(VisibleText warning) => Sentence.Of($"The document gives reason for this warning, and the changeset leaves it out: {warning}");

    public override VisibleText SandboxDiffers(VisibleText operation, VisibleText instance, VisibleText what) => Sentence.Of($"{instance} does not hold what the changeset says after {operation}. {what}");

    public override VisibleText SandboxHolds(VisibleText field, VisibleText claimed, VisibleText held) => Sentence.Of($"{field}: the changeset says {claimed}, the sandbox holds {held}.");

    public override VisibleText SandboxHoldsMore(VisibleText operation, VisibleText instance, VisibleText field, VisibleText held) =>
        Sentence.Of($"{field}: {instance} holds {held} in what {operation} made, and the changeset does not mention it. It will not be replayed.");

    public override VisibleText Party(VisibleText? name, VisibleText? siren, VisibleText? vatNumber)
    {
        var named = name is { } known ? Sentence.Of($"“{known}”") : Words.Own("a company without a name");
        return (siren, vatNumber) switch
        {
            ({ } one, { } other) => Sentence.Of($"{named} (SIREN {one}, VAT number {other})"),
            ({ } one, null) => Sentence.Of($"{named} (SIREN {one})"),
            (null, { } other) => Sentence.Of($"{named} (VAT number {other})"),
            _ => named,
        };
    }

    public override VisibleText OwnInvoice(VisibleText seller, VisibleText we) =>
        Sentence.Of($"The seller, {seller}, is our own company, {we}: this is an invoice to a customer, and not one from a supplier.");

    public override VisibleText AddressedToAnother(VisibleText buyer, VisibleText we, bool isAccepted) => isAccepted
        ? Sentence.Of($"The invoice is addressed to {buyer}; we are {we}. The changeset says that a person accepted it.")
        : Sentence.Of($"The invoice is addressed to {buyer}; we are {we}.");

    public override VisibleText AddresseeUnclear(VisibleText? buyer, VisibleText we) => buyer is { } other
        ? Sentence.Of($"The invoice is addressed to {other}; nothing shows whether that is us, {we}. Check it before you approve it.")
        : Sentence.Of($"The document does not say whom it is for; we are {we}. Check it before you approve it.");

    public override VisibleText WeAreNotNamed(VisibleText we) =>
        Sentence.Of($"Neither our name nor a legal id of ours is in the texts that were given; we are {we}. Check whom the invoice is for.");

    public override VisibleText AddresseeUnchecked =>
        Words.Own("Whom the invoice is for was not checked: the key may not read who we are, and the settings (DOLIBARR_COMPANY_NAME, DOLIBARR_COMPANY_SIREN, DOLIBARR_COMPANY_VAT) do not say.");

    public override VisibleText KindNotSaid =>
        Words.Own("The document does not say whether its lines are goods or services, and the changeset does not mention it. Check how they are entered: it decides when the VAT is deductible.");

    public override VisibleText WithoutEvidence(VisibleText operation) => Sentence.Of($"{operation} names no mail, document or instruction that it rests on.");

    public override VisibleText RecordedElsewhere(VisibleText claimed, VisibleText here) => Sentence.Of($"The changeset says that it was recorded on {claimed}; it is compared with {here}.");

    public override VisibleText AccountNotOnFile(VisibleText document, VisibleText ibans, VisibleText? supplier, VisibleText? onFile) => (supplier, onFile) switch
    {
        ({ } who, { } known) => Sentence.Of($"The document {document} asks for payment to {ibans}; {who} has {known} on file. Do not pay before the supplier has confirmed it through a channel that you know."),
        ({ } who, null) => Sentence.Of($"The document {document} asks for payment to {ibans}; {who} has no account on file to compare it with. Have it confirmed before anything is paid."),
        _ => AccountOfNewSupplier(document, ibans),
    };

    public override VisibleText ReadAt(int page, VisibleText row) =>
        Words.Own(string.Create(CultureInfo.InvariantCulture, $"page {page}:")).And(row);

    public override VisibleText ReadAgain(int documents) => Words.Own(documents switch
    {
        0 => "There is no mail or document here to read again. Each plan also compares what the instances hold.",
        1 => "The one mail or document was read again. Each plan also compares what the instances hold.",
        _ => string.Create(CultureInfo.InvariantCulture, $"All {documents} mails and documents were read again. Each plan also compares what the instances hold."),
    });

    public override VisibleText Hidden(VisibleText where) =>
        Sentence.Of($"There are characters in {where} that nobody sees or that change how it reads; they are named in ⟨ ⟩ below.");

    public override VisibleText MixedScripts(VisibleText where) =>
        Sentence.Of($"There are letters in {where} that look like others; they are named in ⟨ ⟩ below.");
}
