using System.Collections.Immutable;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.ReplayTool;

/// <summary>What the help of <c>replay</c> says besides its symbols: examples, variables and exit codes.</summary>
internal static class ReplayHelp
{
    public static HelpMore In(Language language)
    {
        return new HelpMore("replay")
        {
            Examples = new Dictionary<string, ImmutableArray<HelpEntry>>(StringComparer.Ordinal)
            {
                [""] =
                [
                    Say("replay status", "What waits, and what waits for what.", "Ce qui attend, et ce qui attend quoi."),
                    Say("replay changesets", "One plan for all that waits in a folder, and its code.",
                        "Un seul plan pour tout ce qui attend dans un dossier, et son code."),
                    Say("replay --confirm changesets", "Ask for that code, and replay them.", "Demande ce code, et les rejoue."),
                ],
                ["status"] =
                [
                    Say("replay status --all", "What is done with too.", "Aussi ce qui est terminé."),
                    Say("replay status changesets --json", "The same for a program.", "La même chose pour un programme."),
                ],
                ["desk"] =
                [
                    Say("replay desk", "Print a link that opens the page once; Enter prints another, Ctrl-C closes it.",
                        "Affiche un lien qui ouvre la page une fois ; Entrée en affiche un autre, Ctrl-C la ferme."),
                ],
                ["plan"] = [Say("replay plan changesets/… --statement invoice.statement", "Write down what others sign.",
                    "Écrit ce que d'autres signent.")],
                ["review"] =
                [
                    Say("replay review changesets/… --html review.html --language fr", "A page for a browser, in French.",
                        "Une page pour un navigateur, en français."),
                ],
                ["reject"] =
                [
                    Say("replay reject changesets/… --reason \"not ours\"", "Say no.", "Refuse."),
                    Say("replay reject changesets/… --undo --reason \"ours after all\"", "Take that back.", "Revient dessus."),
                ],
                ["history"] = [Say("replay history --verify", "Whether the ledger is whole.", "Si le registre est intact.")],
                ["enroll"] = [Say("replay enroll --canary CANARY-SANDBOX", "Once, before the first replay.",
                    "Une fois, avant le premier rejeu.")],
            }.ToImmutableDictionary(StringComparer.Ordinal),
            Variables =
            [
                Say("DOLIBARR_PROD_URL, DOLIBARR_PROD_API_KEY", "Prod, and the key that reads it.", "La production, et la clé qui la lit."),
                Say("DOLIBARR_SANDBOX_URL, DOLIBARR_SANDBOX_API_KEY", "The sandbox, and its key.", "Le bac à sable, et sa clé."),
                Say(Variables.ProdWriteKey,
                    "The key that writes to prod; only for --confirm. Better …_KEY_FILE, a file that only you may read.",
                        "La clé qui écrit en production ; pour --confirm. Mieux : …_KEY_FILE, un fichier que vous seul pouvez lire."),
                Say(Variables.Changesets, "The folder of the changesets (changesets).", "Le dossier des changesets (changesets)."),
                Say(Variables.Ledger, "The ledger: a file, or postgresql://… (ledger.db in that folder).",
                    "Le registre : un fichier, ou postgresql://… (ledger.db dans ce dossier)."),
                Say(Variables.Gate, "The folder with targets, policy and signers.",
                    "Le dossier des cibles, de la politique et des signataires."),
                Say("LANG, NO_COLOR", "The language of the reader; no colours.", "La langue du lecteur ; pas de couleurs."),
            ],
            ExitCodes =
            [
                Say("0", "Done, or nothing to do.", "Fait, ou rien à faire."),
                Say("2", "A plan waits to be confirmed.", "Un plan attend d'être confirmé."),
                Say("3", "A conflict: prod is not as it was.", "Un conflit : la production a changé."),
                Say("4", "Refused: by the gate, a rejection, a wrong code.", "Refusé : par le portail, un refus, un code faux."),
                Say("5", "What became of an operation is unknown; run the same again.",
                    "Le sort d'une opération est inconnu ; relancez la même commande."),
                Say("1", "Any other error.", "Toute autre erreur."),
            ],
        };

        HelpEntry Say(string name, string english, string french) => new(name, new Term(english, french).In(language));
    }
}
