using System.Globalization;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>The words of a queue and of a batch, in every language.</summary>
public static class QueueWords
{
    public static Term Supplier { get; } = new("Supplier", "Fournisseur");

    public static Term Number { get; } = new("Number", "Numéro");

    public static Term Total { get; } = new("Incl. VAT", "TTC");

    public static Term Due { get; } = new("Due", "Échéance");

    public static Term State { get; } = new("State", "État");

    /// <summary>Behind a due date that is past.</summary>
    public static Term Overdue { get; } = new("overdue", "échue");

    // Where a changeset stands.
    public static Term Open { get; } = new("open", "en cours");

    public static Term Waiting { get; } = new("waiting", "en attente");

    public static Term Begun { get; } = new("begun", "commencé");

    public static Term Conflict { get; } = new("conflict", "conflit");

    public static Term Replayed { get; } = new("replayed", "rejoué");

    public static Term Rejected { get; } = new("rejected", "refusé");

    public static Term Discarded { get; } = new("discarded", "annulé");

    // How it stands in a batch.
    public static Term ToReplay { get; } = new("to replay", "à rejouer");

    public static Term AlreadyThere { get; } = new("already there", "déjà fait");

    public static Term LeftOut { get; } = new("left out", "écarté");

    public static Term Queue { get; } = new("Queue", "File d'attente");

    public static Term NothingWaits { get; } = new("Nothing waits here.", "Rien n'est en attente ici.");

    public static Term Unreadable { get; } = new("Cannot be read", "Illisibles");

    /// <summary>An invoice number, with how many more there are.</summary>
    public static VisibleText Numbers(Headline headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        return headline.Numbers switch
        {
            [] => VisibleText.None,
            [var one] => one,
            [var first, .. var others] => Sentence.Of($"{first} +{Count(others.Length)}"),
        };
    }

    public static VisibleText WaitsFor(VisibleText what, VisibleText state, Language language) => language == Language.French
        ? Sentence.Of($"attend {what} ({state})")
        : Sentence.Of($"waits for {what} ({state})");

    public static VisibleText RejectedBy(VisibleText by, VisibleText reason, Language language) => language == Language.French
        ? Sentence.Of($"refusé par {by} : {reason}")
        : Sentence.Of($"rejected by {by}: {reason}");

    public static VisibleText DiscardedBecause(VisibleText reason, Language language) => language == Language.French
        ? Sentence.Of($"annulé : {reason}")
        : Sentence.Of($"discarded: {reason}");

    /// <summary>What looks worst, and how much more there is to see.</summary>
    public static VisibleText Loudest(VisibleText what, int others, Language language) => (language, others) switch
    {
        (_, 0) => what,
        (Language.French, _) => Sentence.Of($"{what} (+{Count(others)} à voir)"),
        _ => Sentence.Of($"{what} (+{Count(others)} to see)"),
    };

    public static VisibleText AppliedOf(int applied, int all, Language language) => language == Language.French
        ? Sentence.Of($"{Count(applied)} opérations sur {Count(all)} sont faites")
        : Sentence.Of($"{Count(applied)} of {Count(all)} operations are done");

    /// <summary>How many are not listed, and how they are.</summary>
    public static VisibleText NotListed(VisibleText counts, Language language) => language == Language.French
        ? Sentence.Of($"Non listés : {counts}. Pour tout lister : replay status --all")
        : Sentence.Of($"Not listed: {counts}. To list all: replay status --all");

    /// <summary>How many are in one state.</summary>
    public static VisibleText Counted(int count, Term state, Language language)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Sentence.Of($"{Count(count)} {Words.Own(state.In(language))}");
    }

    public static VisibleText PlanFor(VisibleText instance, int changesets, Language language) => (language, changesets) switch
    {
        (Language.French, 1) => Sentence.Of($"Plan pour {instance}"),
        (Language.French, _) => Sentence.Of($"Plan pour {instance} : {Count(changesets)} changesets"),
        (_, 1) => Sentence.Of($"Plan for {instance}"),
        _ => Sentence.Of($"Plan for {instance}: {Count(changesets)} changesets"),
    };

    public static VisibleText Invoices(int invoices, VisibleText sum, Language language) => (language, invoices) switch
    {
        (Language.French, 1) => Sentence.Of($"1 facture à saisir, {sum} TTC"),
        (Language.French, _) => Sentence.Of($"{Count(invoices)} factures à saisir, {sum} TTC"),
        (_, 1) => Sentence.Of($"1 invoice to enter, {sum} incl. VAT"),
        _ => Sentence.Of($"{Count(invoices)} invoices to enter, {sum} incl. VAT"),
    };

    public static VisibleText LeftOutBecause(VisibleText path, Language language) => language == Language.French
        ? Sentence.Of($"Écarté : {path}")
        : Sentence.Of($"Left out: {path}");

    public static VisibleText TypeCode(VisibleText instance, VisibleText code, Language language) => language == Language.French
        ? Sentence.Of($"Tapez le code de ce plan pour le rejouer sur {instance} : {code}")
        : Sentence.Of($"Type the code of this plan to replay it on {instance}: {code}");

    public static VisibleText RunThis(VisibleText instance, VisibleText code, Language language) => language == Language.French
        ? Sentence.Of($"Rien n'a été écrit. Pour le rejouer sur {instance}, lancez ceci et tapez le code du plan, {code} :")
        : Sentence.Of($"Nothing was written. To replay it on {instance}, run this and type the code of the plan, {code}:");

    public static VisibleText NotTheCode(Language language) => Words.Own(language == Language.French
        ? "Ce n'est pas le code de ce plan. Encore une fois :"
        : "That is not the code of this plan. Once more:");

    public static Term NothingToDo { get; } = new("Nothing to do.", "Rien à faire.");

    public static Term NothingWritten { get; } = new(
        "Nothing was written: each of them has something in its way.", "Rien n'a été écrit : chacun rencontre un obstacle.");

    /// <summary>What came of a batch, in one line.</summary>
    public static VisibleText Came(int done, int all, VisibleText instance, Language language) => (language, done, all) switch
    {
        (Language.French, 1, 1) => Sentence.Of($"Tout est sur {instance}."),
        (Language.French, _, 1) => Sentence.Of($"Tout n'est pas sur {instance}."),
        (Language.French, _, _) => Sentence.Of($"{Count(done)} changesets sur {Count(all)} sont entièrement sur {instance}."),
        (_, 1, 1) => Sentence.Of($"All of it is on {instance}."),
        (_, _, 1) => Sentence.Of($"Not all of it is on {instance}."),
        _ => Sentence.Of($"{Count(done)} of {Count(all)} changesets are wholly on {instance}."),
    };

    public static VisibleText OpenDesk(Language language) => Words.Own(language == Language.French
        ? "Le bureau est ouvert. Ce lien sert une fois, dans un navigateur de cette machine :"
        : "The desk is open. This link works once, in a browser on this machine:");

    public static VisibleText AnotherLink(Language language) => Words.Own(language == Language.French
        ? "Entrée affiche un autre lien ; Ctrl-C ferme le bureau."
        : "Enter prints another link; Ctrl-C closes the desk.");

    public static VisibleText ReviewOne(VisibleText path, Language language) => language == Language.French
        ? Sentence.Of($"Pour revoir un changeset en entier : replay review {path}")
        : Sentence.Of($"To review one of them in full: replay review {path}");

    private static VisibleText Count(int count) => Words.Own(count.ToString(CultureInfo.InvariantCulture));
}
