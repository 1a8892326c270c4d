using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What a person does about a document that is not entered before they have said how.</summary>
internal static class StopRemedies
{
    public static Problem ToProblem(IntakeWarning stop) => new(stop.Code, stop.Where ?? "document", stop.Text, stop.Code switch
    {
        "test-document" => "Wait for the real invoice; nothing is owed for a test.",
        "decimal-comma" or "amount-not-understood" => "Ask the supplier to send it again: its program writes numbers in a form that cannot be read safely. Until then, enter it by hand from the page.",
        "type-for-a-person" => "Say which it is with --as invoice or --as credit-note. Where an invoice follows, wait for it.",
        "documents-disagree" => "Ask the supplier which of the two counts, then give that file alone.",
        "currency-foreign" => "Switch on the module Multicurrency in Dolibarr and give this currency a rate there, then run this again.",
        "currency-missing" => "Ask the supplier for a document that names its currency; until then, enter it by hand.",
        "currency-mixed" => "Ask the supplier which currency counts; until then, enter it by hand from the page.",
        "totals-do-not-add-up" => "Ask the supplier for a right one; enter by hand what they confirm.",
        "number-missing" => "Ask the supplier for its number. Where it has none, enter it by hand under a number of your own.",
        "date-missing" => "Ask the supplier for its date; until then, enter it by hand.",
        "no-lines" => "Enter it by hand from what the page says.",
        "mixed-signs" => "Decide how it is entered, and enter it by hand.",
        _ => "Look at the document, and enter it by hand.",
    });
}
