using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>The words of the desk, in every language.</summary>
internal static class DeskWords
{
    public static Term Desk { get; } = new("Desk", "Bureau");

    public static Term Waiting { get; } = new("Waiting", "En attente");

    public static Term All { get; } = new("All", "Tout");

    public static Term Pages { get; } = new("Pages of the desk", "Pages du bureau");

    public static Term SkipToContent { get; } = new("Skip to the content", "Aller au contenu");

    public static Term Search { get; } = new("Supplier, number or amount", "Fournisseur, numéro ou montant");

    public static Term Find { get; } = new("Search", "Chercher");

    public static Term Invoice { get; } = new("Invoice", "Facture");

    public static Term ToSee { get; } = new("To know", "À savoir");

    public static Term Select { get; } = new("Select", "Choisir");

    public static Term PlanSelected { get; } = new("Plan what is selected", "Préparer la sélection");

    public static Term PlanAll { get; } = new("Plan all that waits", "Préparer tout ce qui attend");

    public static Term PlanThis { get; } = new("Plan it", "Préparer");

    public static Term NothingSelected { get; } = new("Nothing was selected.", "Rien n'a été choisi.");

    public static Term NoReason { get; } = new("Say why: the ledger keeps the reason.", "Dites pourquoi : le registre garde le motif.");

    public static Term NothingFound { get; } = new("Nothing was found.", "Rien n'a été trouvé.");

    public static Term Previous { get; } = new("Previous page", "Page précédente");

    public static Term Next { get; } = new("Next page", "Page suivante");

    public static Term WhatNow { get; } = new("What now", "Et maintenant");

    public static Term LookBeforePlanning { get; } = new(
        "Look at it first. A plan reads prod and writes nothing; you confirm it with its code.",
        "Relisez d'abord. Un plan lit la production et n'écrit rien ; vous le confirmez avec son code.");

    public static Term Reject { get; } = new("Reject", "Refuser");

    public static Term Why { get; } = new("Why it is rejected", "Motif du refus");

    public static Term WhyAgain { get; } = new("Why the rejection is taken back", "Pourquoi le refus est levé");

    public static Term TakeRejectionBack { get; } = new("Take the rejection back", "Lever le refus");

    public static Term History { get; } = new("History", "Historique");

    public static Term NoHistory { get; } = new("The ledger knows nothing of it yet.", "Le registre n'en sait encore rien.");

    public static Term When { get; } = new("When (UTC)", "Quand (UTC)");

    public static Term Operation { get; } = new("Operation", "Opération");

    public static Term What { get; } = new("What", "Quoi");

    public static Term Revert { get; } = new("Take it back", "Annuler");

    public static Term RevertMeans { get; } = new(
        "This makes a new changeset that takes it back from prod as far as possible. Nothing is written before you confirm that one.",
        "Un nouveau changeset est créé, qui l'annule en production autant que possible. Rien n'est écrit avant sa confirmation.");

    public static Term Documents { get; } = new("Documents to download", "Documents à télécharger");

    public static Term ReviewIt { get; } = new("Review", "Revue");

    public static Term Code { get; } = new("Code", "Code");

    public static Term CodeOfPlan { get; } = new("Code of this plan:", "Code de ce plan :");

    public static Term TypeIt { get; } = new("Type it to confirm", "Tapez-le pour confirmer");

    public static Term Replay { get; } = new("Replay", "Rejouer");

    public static Term NothingToConfirm { get; } = new("There is nothing to confirm.", "Il n'y a rien à confirmer.");

    public static Term TakesSignatures { get; } = new("The policy asks for signatures", "La politique demande des signatures");

    public static Term MakeStatement { get; } = new("Make the statement", "Établir la déclaration");

    public static Term DownloadStatement { get; } = new("Download the statement", "Télécharger la déclaration");

    public static Term StatementFile { get; } = new(
        "Statement, where it was made earlier", "Déclaration, si elle a été établie auparavant");

    public static Term SignatureFiles { get; } = new("Signatures (.sig)", "Signatures (.sig)");

    public static Term ReplaySigned { get; } = new("Replay with these signatures", "Rejouer avec ces signatures");

    public static Term Running { get; } = new("Replay under way", "Rejeu en cours");

    public static Term Done { get; } = new("Replay ended", "Rejeu terminé");

    public static Term NothingWritten { get; } = new("Nothing was written", "Rien n'a été écrit");

    public static Term Happened { get; } = new("What happened", "Déroulement");

    public static Term ToCome { get; } = new("to come", "à venir");

    public static Term UnderWay { get; } = new("under way", "en cours");

    public static Term ThroughWith { get; } = new("ended", "terminé");

    public static Term Asking { get; } = new(
        "no answer came, and it may still be done. Asking until",
            "pas de réponse, mais cela peut encore se faire. Nouvelle question jusqu'à");

    public static Term PlanAgain { get; } = new("Plan the same again", "Préparer de nouveau");

    public static Term BackToPlan { get; } = new("Back to the plan", "Retour au plan");

    public static Term BackToQueue { get; } = new("To the queue", "Vers la file d'attente");

    public static Term OnTarget { get; } = new("Open", "Ouvrir");

    public static Term WrongCode { get; } = new("That is not the code of this plan", "Ce n'est pas le code de ce plan");

    public static Term CouldNot { get; } = new("That could not be done", "Cela n'a pas pu être fait");

    public static Term Reverted { get; } = new("Made: a changeset that takes it back", "Créé : un changeset qui l'annule");

    public static Term NothingToRevert { get; } = new("Nothing can be taken back", "Rien ne peut être annulé");

    public static Term GoOn { get; } = new("Go on", "Continuer");

    // Pages of those who are not let in, or ask for what is not there.
    public static Term NotLetIn { get; } = new("This browser is not let in", "Ce navigateur n'est pas admis");

    public static Term TakeLink { get; } = new(
        "Open the link that `replay desk` printed in the terminal. Each link works once; press Enter there for another one.",
        "Ouvrez le lien que `replay desk` a affiché dans le terminal. Chaque lien sert une fois ; Entrée en affiche un autre.");

    public static Term LinkUsed { get; } = new(
        "This link was used before, or is not of this desk. If that was not you, close the desk: somebody else was let in.",
        "Ce lien a déjà servi, ou n'est pas de ce bureau. Si ce n'était pas vous, fermez le bureau : quelqu'un d'autre est entré.");

    public static Term OtherSite { get; } = new("This request came from another site", "Cette demande vient d'un autre site");

    public static Term Untouched { get; } = new("Nothing was done.", "Rien n'a été fait.");

    public static Term OldForm { get; } = new(
        "This form is too old, or was not made here. Nothing was done. Load the page again.",
        "Ce formulaire est trop ancien, ou n'a pas été créé ici. Rien n'a été fait. Rechargez la page.");

    public static Term NotThere { get; } = new("There is no such page", "Cette page n'existe pas");

    public static Term GoneSince { get; } = new(
        "It may be gone since: the desk keeps the last plans and replays only while it is open.",
        "Elle a pu disparaître : le bureau ne garde les derniers plans et rejeux que tant qu'il est ouvert.");

    public static Term Failed { get; } = new("This page could not be made", "Cette page n'a pas pu être établie");

    public static VisibleText Of(Term term, Language language) => Words.Own(term.In(language));

    /// <summary>How to sign a statement.</summary>
    public static Term HowToSign { get; } = new(
        "Each signer reads it and runs, with their own key:", "Chaque signataire la lit et lance, avec sa propre clé :");
}
