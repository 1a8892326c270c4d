namespace DolibarrAgent.Review;

/// <summary>The words that only the HTML face needs, in each language.</summary>
internal sealed record HtmlWords
{
    public required string Code { get; init; }
    public required string Skip { get; init; }
    public required string Kicker { get; init; }
    public required string WhatThisIs { get; init; }
    public required string Changeset { get; init; }
    public required string ChangesetHash { get; init; }
    public required string Record { get; init; }
    public required string MarksExplained { get; init; }
    public required string Warnings { get; init; }
    public required string NoWarnings { get; init; }
    public required string WhileRecording { get; init; }
    public required string Final { get; init; }
    public required string NothingFinal { get; init; }
    public required string Operations { get; init; }
    public required string RestsOn { get; init; }
    public required string NotThereBy { get; init; }
    public required string File { get; init; }
    public required string Values { get; init; }
    public required string Field { get; init; }
    public required string Before { get; init; }
    public required string GoesAway { get; init; }
    public required string Asked { get; init; }
    public required string OnSandbox { get; init; }
    public required string Same { get; init; }
    public required string NotReadBack { get; init; }
    public required string Was { get; init; }
    public required string Now { get; init; }
    public required string New { get; init; }
    public required string Gone { get; init; }
    public required string Stored { get; init; }
    public required string Row { get; init; }
    public required string CountBefore { get; init; }
    public required string CountAsked { get; init; }
    public required string CountAfter { get; init; }
    public required string GoWithIt { get; init; }
    public required string RowsNotReadBack { get; init; }
    public required string StoredAsAsked { get; init; }
    public required string UnchangedElse { get; init; }
    public required string Computed { get; init; }
    public required string AgainstDocuments { get; init; }
    public required string Document { get; init; }
    public required string ItSays { get; init; }
    public required string Entered { get; init; }
    public required string Result { get; init; }
    public required string Agrees { get; init; }
    public required string Differs { get; init; }
    public required string Note { get; init; }
    public required string Evidence { get; init; }
    public required string FullHash { get; init; }
    public required string Known { get; init; }
    public required string SaysCaption { get; init; }
    public required string Picture { get; init; }
    public required string AsText { get; init; }
    public required string NoViewer { get; init; }
    public required string TooLarge { get; init; }
    public required string TooMuch { get; init; }
    public required string NoKind { get; init; }
    public required string PdfBlanked { get; init; }
    public required string PdfRefused { get; init; }
    public required string LiesIn { get; init; }
    public required string OnPaper { get; init; }
    public required string Cut { get; init; }
    public required string Bytes { get; init; }

    public static HtmlWords In(Language language) => language == Language.French ? French : English;

    private static HtmlWords English { get; } = new()
    {
        Code = "en",
        Skip = "Skip to the operations",
        Kicker = "Review of a changeset",
        WhatThisIs = "What was done on the sandbox, and would be done in the real books. Nothing of it is there before it is replayed.",
        Changeset = "Changeset",
        ChangesetHash = "SHA-256 of changeset.json",
        Record = "Where this comes from",
        MarksExplained = "What stands in ⟨ ⟩ is this program's own word: no document, no agent and no server can write it.",
        Warnings = "Look at this first",
        NoWarnings = "Nothing was found that looks wrong. Compare with the documents all the same.",
        WhileRecording = "noted while recording",
        Final = "Cannot be undone",
        NothingFinal = "Nothing in it is final: it draws no number, and deletes nothing.",
        Operations = "Operations",
        RestsOn = "Rests on",
        NotThereBy = "Must not be there yet, by",
        File = "File",
        Values = "Values",
        Field = "Field",
        Before = "Before",
        GoesAway = "Goes away",
        Asked = "Asked",
        OnSandbox = "On the sandbox",
        Same = "same",
        NotReadBack = "not read back",
        Was = "was",
        Now = "now",
        New = "new",
        Gone = "gone",
        Stored = "stored",
        Row = "No.",
        CountBefore = "before",
        CountAsked = "asked",
        CountAfter = "on the sandbox",
        GoWithIt = "They go with it.",
        RowsNotReadBack = "They were not read back.",
        StoredAsAsked = "Stored as asked where nothing else is said.",
        UnchangedElse = "Unchanged where nothing else is said.",
        Computed = "Computed by the sandbox:",
        AgainstDocuments = "Against the documents",
        Document = "Document",
        ItSays = "It says",
        Entered = "Entered",
        Result = "Result",
        Agrees = "✓ agrees",
        Differs = "✗ DIFFERS",
        Note = "The agent's own words, which are no facts",
        Evidence = "Evidence",
        FullHash = "SHA-256, all digits",
        Known = "What is known of it",
        SaysCaption = "What it says, read without a model",
        Picture = "Picture of the document",
        AsText = "Show its text as it came",
        NoViewer = "This browser shows no PDF in a page.",
        TooLarge = "It is not in this page, being larger than what a browser shows in one:",
        TooMuch = "It is not in this page, which holds as many documents as it can:",
        NoKind = "It is neither a PDF, a picture nor text, and is not shown:",
        PdfBlanked = "Shown without what would act in it; everything else in it is as it came. Blanked:",
        PdfRefused = "This PDF is not shown, for it could act when it is opened, and cannot be made safe. Found in it (nothing named: it could not be looked through):",
        LiesIn = "in the changeset's folder as",
        OnPaper = "The document itself is not on this paper. It lies in the changeset's folder as",
        Cut = "not shown here, characters:",
        Bytes = "bytes",
    };

    private static HtmlWords French { get; } = new()
    {
        Code = "fr",
        Skip = "Aller aux opérations",
        Kicker = "Revue d'un lot de modifications",
        WhatThisIs = "Ce qui a été fait sur le bac à sable, et le serait dans les vrais livres. Rien n'y est avant d'être rejoué.",
        Changeset = "Lot de modifications",
        ChangesetHash = "SHA-256 de changeset.json",
        Record = "D'où cela vient",
        MarksExplained = "Ce qui est entre ⟨ ⟩ est un mot de ce programme : aucun document, aucun agent, aucun serveur ne peut l'écrire.",
        Warnings = "À regarder d'abord",
        NoWarnings = "Rien de suspect n'a été trouvé. Comparez tout de même avec les documents.",
        WhileRecording = "noté à l'enregistrement",
        Final = "Irréversible",
        NothingFinal = "Rien n'y est définitif : aucun numéro n'est tiré, rien n'est supprimé.",
        Operations = "Opérations",
        RestsOn = "Repose sur",
        NotThereBy = "Ne doit pas encore exister, selon",
        File = "Fichier",
        Values = "Valeurs",
        Field = "Champ",
        Before = "Avant",
        GoesAway = "Disparaît",
        Asked = "Demandé",
        OnSandbox = "Sur le bac à sable",
        Same = "identique",
        NotReadBack = "non relu",
        Was = "avant",
        Now = "maintenant",
        New = "nouveau",
        Gone = "supprimé",
        Stored = "enregistré",
        Row = "N°",
        CountBefore = "avant",
        CountAsked = "demandées",
        CountAfter = "sur le bac à sable",
        GoWithIt = "Elles disparaissent avec.",
        RowsNotReadBack = "Elles n'ont pas été relues.",
        StoredAsAsked = "Enregistré comme demandé, sauf mention contraire.",
        UnchangedElse = "Inchangé, sauf mention contraire.",
        Computed = "Calculé par le bac à sable :",
        AgainstDocuments = "Comparaison avec les documents",
        Document = "Document",
        ItSays = "Il dit",
        Entered = "Saisi",
        Result = "Résultat",
        Agrees = "✓ concorde",
        Differs = "✗ DIFFÈRE",
        Note = "Propres mots de l'agent, qui ne sont pas des faits",
        Evidence = "Pièces",
        FullHash = "SHA-256, tous les chiffres",
        Known = "Ce que l'on en sait",
        SaysCaption = "Ce qu'elle dit, lu sans modèle",
        Picture = "Image du document",
        AsText = "Montrer son texte tel que reçu",
        NoViewer = "Ce navigateur n'affiche pas de PDF dans une page.",
        TooLarge = "Elle n'est pas dans cette page, étant plus grande que ce qu'un navigateur y affiche :",
        TooMuch = "Elle n'est pas dans cette page, qui contient autant de documents qu'elle peut :",
        NoKind = "Ce n'est ni un PDF, ni une image, ni du texte ; elle n'est pas affichée :",
        PdfBlanked = "Affiché sans ce qui y agirait ; tout le reste est tel que reçu. Effacé :",
        PdfRefused = "Ce PDF n'est pas affiché, car il pourrait agir à l'ouverture et ne peut être rendu sûr. Trouvé dedans (rien de nommé : il n'a pu être examiné) :",
        LiesIn = "dans le dossier du lot, sous",
        OnPaper = "Le document lui-même n'est pas sur ce papier. Il est dans le dossier du lot, sous",
        Cut = "non montrés ici, caractères :",
        Bytes = "octets",
    };
}
