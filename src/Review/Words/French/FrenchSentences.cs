using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The sentences in French.</summary>
internal sealed class FrenchSentences : Sentences
{
    public override MarkWords Marks { get; } = new FrenchMarks();

    public override VisibleText RecordedBy(VisibleText recorder) => Sentence.Of($"Enregistré par {recorder} (signé).");

    public override VisibleText SignedByUnknown(VisibleText key) =>
        Sentence.Of($"Signé par une clé inconnue, {key} : elle n'est pas dans la liste des enregistreurs. À traiter comme un fichier écrit à la main.");

    public override VisibleText NotSigned => Words.Own("Non signé : rien ne montre qu'un enregistreur l'a écrit. À traiter comme un fichier écrit à la main.");

    public override VisibleText SignatureRefused => Words.Own("La signature jointe n'est pas celle de ce contenu, ou ne peut pas être vérifiée : le lot n'est pas rejoué.");

    public override VisibleText Heading(Operation operation, VisibleText resource) => operation switch
    {
        Operation.Create => Sentence.Of($"Création de {resource}"),
        Operation.Update => Sentence.Of($"Modification de {resource}"),
        Operation.Attach => Sentence.Of($"Ajout d'une pièce jointe à : {resource}"),
        Operation.Validate => Sentence.Of($"Validation de {resource}"),
        Operation.Delete => Sentence.Of($"Suppression de {resource}"),
        Operation.Detach => Sentence.Of($"Retrait d'une pièce jointe de {resource}"),
        _ => throw new InvalidOperationException("An operation is create, update, attach, validate, delete or detach."),
    };

    public override string Rows(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count > 1 ? "lignes" : "ligne")}");

    public override string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count > 1 ? "octets" : "octet")}");

    public override VisibleText LiesIn(VisibleText document, long bytes) => Sentence.Of($"{document}, {Words.Own(Bytes(bytes))}, dans le dossier du lot de modifications, sous ");

    public override VisibleText Validates(VisibleText subject) =>
        Sentence.Of($"La validation de {subject} est définitive et consomme le prochain numéro de pièce, que personne ne peut rendre.");

    public override VisibleText Deletes(VisibleText resource, VisibleText subject) =>
        Sentence.Of($"Suppression de {resource} {subject} avec tout ce qui s'y rattache, comme les pièces jointes. Pour l'avoir de nouveau, il faudra tout ressaisir.");

    public override VisibleText Detaches(VisibleText file) => Sentence.Of($"Retire la pièce jointe {file}. Le lot de modifications n'en conserve pas le contenu.");

    public override VisibleText TooLong(int characters, int limit) => Words.Own(string.Create(
        CultureInfo.InvariantCulture, $"Le contrôle compte {characters} caractères et {limit} tiennent ici. Rien n'en est affiché, car ce qui manquerait pourrait être l'essentiel."));

    public override VisibleText Holds(int operations, int warnings, int final) => Words.Own(string.Create(
        CultureInfo.InvariantCulture, $"Opérations : {operations}. Avertissements : {warnings}. Irréversibles : {final}."));

    public override VisibleText ReadElsewhere => Words.Own("Le lire en page HTML ou dans un terminal avant de donner son accord.");

    public override VisibleText EntersPayment(VisibleText amount, VisibleText date, VisibleText account) => Sentence.Of(
        $"{amount} est saisi comme réglé le {date} depuis le compte {account}. Aucun argent n'est déplacé : la saisie affirme qu'il l'a été. À comparer au relevé bancaire.");

    public override VisibleText EntersAccount(VisibleText iban) =>
        Sentence.Of($"Un compte bancaire sur lequel des factures seront payées est saisi : {iban}. Le faire confirmer par le fournisseur par un moyen déjà connu, jamais par celui que donne l'e-mail ou le document.");

    public override VisibleText ChangesAccount(VisibleText before, VisibleText after) =>
        Sentence.Of($"L'IBAN sur lequel les factures sont payées est modifié, de {before} à {after}. Le faire confirmer par le fournisseur par un moyen déjà connu, jamais par celui que donne l'e-mail ou le document.");

    public override VisibleText TouchesAccount(VisibleText account) => Sentence.Of($"L'opération touche au compte bancaire {account}, sur lequel les factures sont payées.");

    public override VisibleText RemovesAccount(VisibleText account) => Sentence.Of($"Le compte bancaire {account}, sur lequel les factures étaient payées, est supprimé.");

    public override VisibleText AccountIsNotTheDocuments(VisibleText iban, VisibleText document, VisibleText said) =>
        Sentence.Of($"L'IBAN saisi, {iban}, n'est pas celui sur lequel le document {document} demande à être payé : {said}.");

    public override VisibleText AccountOfNewSupplier(VisibleText document, VisibleText said) =>
        Sentence.Of($"Le document {document} demande à être payé sur {said}. Le fournisseur étant nouveau, aucun compte connu ne permet de comparer. À faire confirmer avant tout paiement.");

    public override VisibleText LooksLike(VisibleText name, VisibleText other) => Sentence.Of($"« {name} » ressemble à « {other} » et s'écrit avec d'autres caractères.");

    public override VisibleText NewSupplier(VisibleText name) =>
        Sentence.Of($"{name} serait un nouveau fournisseur. Vérifier qu'il n'existe pas déjà sous un autre nom et que ses identifiants sont ceux du document.");

    public override VisibleText NoLegalId(VisibleText name) =>
        Sentence.Of($"{name} est créé sans numéro de TVA, SIREN ni SIRET : son seul nom ne permet à personne de le distinguer d'un autre.");

    public override VisibleText IdentityChanged(VisibleText field) => Sentence.Of($"{field} : ce champ dit qui est ce tiers, et il est modifié.");

    public override VisibleText ContactChanged(VisibleText party, VisibleText fields) =>
        Sentence.Of($"Les coordonnées de {party} sont modifiées : {fields}. Les faire confirmer par le fournisseur par un moyen déjà connu : qui répond par le nouveau confirmerait aussi de nouvelles coordonnées bancaires.");

    public override VisibleText MatchedLoosely(VisibleText reference) =>
        Sentence.Of($"Un tiers est reconnu sans identifiant légal : {reference}. Vérifier que c'est le bon.");

    public override VisibleText Differs(Comparison comparison) => comparison.Entered is { } entered
        ? Sentence.Of($"{comparison.Name} : le document {comparison.Evidence} indique {comparison.Says}, la saisie est {entered}.")
        : Sentence.Of($"{comparison.Name} : le document {comparison.Evidence} indique {comparison.Says}, le lot de modifications ne dit pas ce qui a été saisi.");

    public override VisibleText TotalsUnproven => Sentence.Of($"Les totaux n'ont été lus dans aucun document joint. Les comparer à l'œil avec l'original.");

    public override VisibleText DateInFuture(VisibleText date) => Sentence.Of($"La date de facture {date} était dans le futur au moment de l'enregistrement.");

    public override VisibleText ClosedPeriod(VisibleText date, VisibleText firstDay) =>
        Sentence.Of($"La date de facture {date} est antérieure au {firstDay} : l'exercice correspondant est très probablement clôturé.");

    public override VisibleText SameInvoice(VisibleText operation) =>
        Sentence.Of($"Même fournisseur, même date et même total que {operation}. Vérifier que la même facture n'est pas saisie deux fois.");

    public override VisibleText EvidenceDiffers(VisibleText evidence, VisibleText member, VisibleText? claimed, VisibleText? read) => (claimed, read) switch
    {
        ({ } here, { } there) => Sentence.Of($"{member} de {evidence} : le changeset dit {here}, le document lui-même dit {there}."),
        ({ } here, null) => Sentence.Of($"{member} de {evidence} : le changeset dit {here}, le document lui-même ne le dit pas."),
        (null, { } there) => Sentence.Of($"{member} de {evidence} : le changeset l'omet, le document lui-même dit {there}."),
        _ => Sentence.Of($"{member} de {evidence} : le changeset et le document ne concordent pas."),
    };

    public override VisibleText NotInMail(VisibleText evidence, VisibleText mail, VisibleText name) =>
        Sentence.Of($"{evidence} serait arrivé dans {mail} sous le nom {name} ; ce message ne contient pas ce fichier.");

    public override VisibleText NotReadAgain(VisibleText evidence, VisibleText why) => Sentence.Of($"{evidence} n'a pas pu être relu : ce qu'en dit le changeset n'est pas vérifié. {why}");

    public override VisibleText LeftOut(VisibleText warning) => Sentence.Of($"Le document donne lieu à cet avertissement, que le changeset omet : {warning}");

    public override VisibleText SandboxDiffers(VisibleText operation, VisibleText instance, VisibleText what) => Sentence.Of($"{instance} ne contient pas ce que dit le changeset après {operation}. {what}");

    public override VisibleText SandboxHolds(VisibleText field, VisibleText claimed, VisibleText held) => Sentence.Of($"{field} : le changeset dit {claimed}, le bac à sable contient {held}.");

    public override VisibleText SandboxHoldsMore(VisibleText operation, VisibleText instance, VisibleText field, VisibleText held) =>
        Sentence.Of($"{field} : {instance} contient {held} dans ce que {operation} a créé, et le changeset n'en dit rien. Cela ne sera pas rejoué.");

    public override VisibleText Party(VisibleText? name, VisibleText? siren, VisibleText? vatNumber)
    {
        var named = name is { } known ? Sentence.Of($"« {known} »") : Words.Own("une société sans nom");
        return (siren, vatNumber) switch
        {
            ({ } one, { } other) => Sentence.Of($"{named} (SIREN {one}, n° de TVA {other})"),
            ({ } one, null) => Sentence.Of($"{named} (SIREN {one})"),
            (null, { } other) => Sentence.Of($"{named} (n° de TVA {other})"),
            _ => named,
        };
    }

    public override VisibleText OwnInvoice(VisibleText seller, VisibleText we) =>
        Sentence.Of($"Le vendeur, {seller}, est notre propre société, {we} : c'est une facture à un client, pas celle d'un fournisseur.");

    public override VisibleText AddressedToAnother(VisibleText buyer, VisibleText we, bool isAccepted) => isAccepted
        ? Sentence.Of($"La facture est adressée à {buyer} ; nous sommes {we}. Une personne l'aurait acceptée.")
        : Sentence.Of($"La facture est adressée à {buyer} ; nous sommes {we}.");

    public override VisibleText AddresseeUnclear(VisibleText? buyer, VisibleText we) => buyer is { } other
        ? Sentence.Of($"La facture est adressée à {other} ; rien ne montre si c'est nous, {we}. À vérifier avant d'approuver.")
        : Sentence.Of($"Le document ne dit pas à qui il est destiné ; nous sommes {we}. À vérifier avant d'approuver.");

    public override VisibleText WeAreNotNamed(VisibleText we) =>
        Sentence.Of($"Ni notre nom ni un de nos identifiants légaux ne figure dans les textes fournis ; nous sommes {we}. Vérifiez à qui la facture est destinée.");

    public override VisibleText AddresseeUnchecked =>
        Words.Own("Le destinataire de la facture n'a pas été vérifié : la clé ne peut pas lire qui nous sommes, et la configuration (DOLIBARR_COMPANY_NAME, DOLIBARR_COMPANY_SIREN, DOLIBARR_COMPANY_VAT) ne le dit pas.");

    public override VisibleText KindNotSaid =>
        Words.Own("Le document ne dit pas si ses lignes sont des biens ou des services, et le changeset n'en parle pas. Vérifiez comment elles sont saisies : cela décide de la date de déduction de la TVA.");

    public override VisibleText WithoutEvidence(VisibleText operation) => Sentence.Of($"{operation} ne cite ni message, ni document, ni consigne.");

    public override VisibleText RecordedElsewhere(VisibleText claimed, VisibleText here) => Sentence.Of($"Le changeset dit avoir été enregistré sur {claimed} ; il est comparé à {here}.");

    public override VisibleText AccountNotOnFile(VisibleText document, VisibleText ibans, VisibleText? supplier, VisibleText? onFile) => (supplier, onFile) switch
    {
        ({ } who, { } known) => Sentence.Of($"Le document {document} demande à être payé sur {ibans} ; pour {who}, le compte connu est {known}. Ne rien payer avant que le fournisseur l'ait confirmé par une voie que vous connaissez."),
        ({ } who, null) => Sentence.Of($"Le document {document} demande à être payé sur {ibans} ; pour {who}, aucun compte connu ne permet de comparer. À faire confirmer avant tout paiement."),
        _ => AccountOfNewSupplier(document, ibans),
    };

    public override VisibleText ReadAt(int page, VisibleText row) =>
        Words.Own(string.Create(CultureInfo.InvariantCulture, $"page {page} :")).And(row);

    public override VisibleText ReadAgain(int documents) => Words.Own(documents switch
    {
        0 => "Il n'y a ici ni message ni document à relire. Chaque plan compare aussi ce que contiennent les instances.",
        1 => "Le message ou document a été relu. Chaque plan compare aussi ce que contiennent les instances.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Les {documents} messages et documents ont été relus. Chaque plan compare aussi ce que contiennent les instances."),
    });

    public override VisibleText Hidden(VisibleText where) =>
        Sentence.Of($"Caractères invisibles, ou qui changent la lecture, dans : {where}. Ils sont nommés entre ⟨ ⟩ ci-dessous.");

    public override VisibleText MixedScripts(VisibleText where) =>
        Sentence.Of($"Lettres qui en imitent d'autres dans : {where}. Elles sont nommées entre ⟨ ⟩ ci-dessous.");
}
