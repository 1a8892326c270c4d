using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What a person does about a document that is not entered before they have said how.</summary>
internal static class StopRemedies
{
    public static Problem ToProblem(IntakeWarning stop) => new(stop.Code, stop.Where ?? "document", stop.Text, stop.Code switch
    {
        "type-for-a-person" => "Enter it by hand once that is decided.",
        "documents-disagree" => "Ask the supplier which of the two counts, then give that file alone.",
        "currency-foreign" => "Enter it by hand, in a Dolibarr that has this currency.",
        "currency-missing" => "Find out the currency, and enter it by hand.",
        "totals-do-not-add-up" => "Ask the supplier for a right one, or enter by hand what they confirm.",
        "number-missing" => "Find out its number, and enter it by hand.",
        "date-missing" => "Find out its date, and enter it by hand.",
        _ => "Look at the document, and enter it by hand.",
    });
}
