using DolibarrAgent.Resources;

namespace DolibarrAgent.ReplayTool;

/// <summary>What the help of <c>replay</c> says of each command, argument and option.</summary>
internal static class ReplayWords
{
    public static Term Replay { get; } = new(
        "Review a changeset and plan its replay on prod, read-only; with --confirm, replay it.",
        "Revoit un changeset et prépare son rejeu en production, en lecture seule ; avec --confirm, le rejoue.");

    public static Term Changesets { get; } = new(
        "A changeset.json, the folder that holds one, or a folder of changesets; several for one plan with one code.",
        "Un changeset.json, son dossier, ou un dossier de changesets ; plusieurs pour un seul plan avec un seul code.");

    public static Term Changeset { get; } = new("A changeset.json, or the folder that holds one.", "Un changeset.json, ou son dossier.");

    public static Term Confirm { get; } = new(
        "Replay it on prod, once its plan's code is typed or given.",
        "Le rejoue en production, une fois le code du plan tapé ou donné.");

    public static Term Code { get; } = new(
        "The code of the plan, where nobody can type it.",
        "Le code du plan, là où personne ne peut le taper.");

    public static Term Signature { get; } = new(
        "A signature under the plan's statement, in place of the code; once for each signer.",
        "Une signature de la déclaration du plan, à la place du code ; une fois par signataire.");

    public static Term SignedStatement { get; } = new(
        "The statement that was signed, where the signature's name does not tell it.",
        "La déclaration signée, si le nom de la signature ne l'indique pas.");

    public static Term Only { get; } = new(
        "Only these operations, and what they need: op2,op3.",
        "Seulement ces opérations, et ce dont elles ont besoin : op2,op3.");

    public static Term Restored { get; } = new(
        "Prod, or the ledger, was restored from a backup: plan again what was done and is gone.",
        "La production, ou le registre, a été restaurée d'une sauvegarde : prévoit de nouveau ce qui avait été fait et a disparu.");

    public static Term Json { get; } = new("Print one JSON document and nothing else.", "Écrit un document JSON et rien d'autre.");

    public static Term Verbose { get; } = new("Tell each call to a Dolibarr on stderr.", "Montre chaque appel à un Dolibarr sur stderr.");

    public static Term Language { get; } = new(
        "The language of the reader: en or fr; by default that of the terminal (LANG).",
        "La langue du lecteur : en ou fr ; par défaut celle du terminal (LANG).");

    public static Term Statement { get; } = new(
        "Write the plan's statement to this file, for others to sign.",
        "Écrit la déclaration du plan dans ce fichier, à faire signer.");

    public static Term Hours { get; } = new(
        "How long the statement is good for; by default as long as the policy allows.",
        "Durée de validité de la déclaration ; par défaut celle que permet la politique.");

    public static Term Plan { get; } = new(
        "Plan it, read-only; with --statement, write down what others sign.",
        "Prépare le rejeu, en lecture seule ; avec --statement, écrit ce que d'autres signent.");

    public static Term Rehearse { get; } = new(
        "Do it on the sandbox again, after that was reset.",
        "Le refait sur le bac à sable, après sa remise à zéro.");

    public static Term Verify { get; } = new(
        "Compare prod with what the sandbox was, read-only.",
        "Compare la production avec l'état du bac à sable, en lecture seule.");

    public static Term Chain { get; } = new(
        "Check the whole ledger: that no entry was changed, removed or added.",
        "Vérifie tout le registre : aucune entrée modifiée, retirée ni ajoutée.");

    public static Term History { get; } = new(
        "Tell what the ledger knows of it; with --verify, whether the ledger is whole.",
        "Dit ce que le registre en sait ; avec --verify, si le registre est intact.");

    public static Term Revert { get; } = new(
        "Make a changeset that takes it back from prod as far as possible, read-only.",
        "Prépare un changeset qui l'annule en production autant que possible, en lecture seule.");

    public static Term Folder { get; } = new(
        "The folder of the changesets; by default DOLIBARR_CHANGESETS.",
        "Le dossier des changesets ; par défaut DOLIBARR_CHANGESETS.");

    public static Term All { get; } = new(
        "List what was replayed, rejected or discarded too.",
        "Liste aussi ce qui est rejoué, refusé ou annulé.");

    public static Term Status { get; } = new(
        "List the changesets of a folder with where each stands, in replay order. It contacts no Dolibarr.",
        "Liste les changesets d'un dossier avec leur état, dans l'ordre du rejeu. Ne contacte aucun Dolibarr.");

    public static Term Desk { get; } = new(
        "Open the page for a browser on this machine: the queue, reviews, plans, confirmation, history.",
        "Ouvre la page pour un navigateur de cette machine : file d'attente, revues, plans, confirmation, historique.");

    public static Term Port { get; } = new(
        "The port on 127.0.0.1; by default any that is free.", "Le port sur 127.0.0.1 ; par défaut un port libre.");

    public static Term Why { get; } = new(
        "Why; the ledger keeps it, and every list shows it.",
        "Pourquoi ; le registre le garde, et chaque liste le montre.");

    public static Term Undo { get; } = new("Take an earlier rejection back.", "Revient sur un refus.");

    public static Term Reject { get; } = new(
        "Reject a changeset: it is no longer planned or replayed.",
        "Refuse un changeset : il n'est plus préparé ni rejoué.");

    public static Term Canary { get; } = new(
        "The code of a third party that was entered by hand in the sandbox, and that prod has not.",
        "Le code d'un tiers saisi à la main dans le bac à sable, et que la production n'a pas.");

    public static Term Again { get; } = new("Write over what was enrolled before.", "Remplace ce qui était inscrit.");

    public static Term Instance { get; } = new(
        "prod or sandbox; both where it is left out.",
        "prod ou sandbox ; les deux s'il est omis.");

    public static Term Enroll { get; } = new(
        "Write down once what prod and the sandbox are: later calls go to no other.",
        "Inscrit une fois ce que sont la production et le bac à sable : aucun appel n'ira ailleurs.");

    public static Term Subject { get; } = new(
        "ledger: it ends earlier than this user saw, or is a different one. gate: it lacks a file that it had.",
        "ledger : le registre s'arrête plus tôt que cet utilisateur ne l'a vu, ou c'en est un autre. gate : il lui manque un fichier.");

    public static Term Reason { get; } = new("Why; the ledger keeps it.", "Pourquoi ; le registre le garde.");

    public static Term Accept { get; } = new(
        "Say that the ledger or the gate is right as it is, though it is not as it was. In a terminal only.",
        "Accepte le registre ou le portail tel qu'il est, bien qu'il ait changé. Dans un terminal seulement.");

    public static Term Html { get; } = new(
        "Write the review to this file, to be opened in a browser, documents and all.",
        "Écrit la revue dans ce fichier, à ouvrir dans un navigateur, documents compris.");

    public static Term Markdown { get; } = new(
        "Write the review to this file, fit for a comment on a pull request.",
        "Écrit la revue dans ce fichier, pour un commentaire de pull request.");

    public static Term Force { get; } = new("Replace a file that is there.", "Remplace un fichier existant.");

    public static Term Review { get; } = new(
        "Show only the review, here or in a file. It contacts no Dolibarr.",
        "Montre seulement la revue, ici ou dans un fichier. Ne contacte aucun Dolibarr.");
}
