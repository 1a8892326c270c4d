using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Intake;

namespace DolibarrAgent.AgentHost;

/// <summary>What a person decides about a document, as options. Each refusal that leaves something to a person names the option that says it.</summary>
internal sealed class DecisionOptions
{
    private const string Invoice = "invoice";
    private const string CreditNote = "credit-note";

    private readonly Option<string?> buyer = Text("--buyer-ok", "Why an invoice that is addressed to somebody else is yours all the same. Kept as evidence.", "REASON");
    private readonly Option<string?> supplier = Text("--supplier", "The code in Dolibarr of the supplier that the document is from. Legal ids missing there are filled in.", "CODE");
    private readonly Option<string?> kind = Text("--as", $"What the document is, where its type leaves it open: {Invoice} or {CreditNote}.", "TYPE");

    public void AddTo(Command command)
    {
        kind.AcceptOnlyFromAmong(Invoice, CreditNote);
        foreach (var option in new[] { buyer, supplier, kind })
        {
            command.Options.Add(option);
        }
    }

    public PersonDecisions Of(ParseResult parsed) => new()
    {
        BuyerAccepted = parsed.GetValue(buyer),
        SupplierCode = parsed.GetValue(supplier),
        Kind = parsed.GetValue(kind) switch
        {
            Invoice => EntryKind.Invoice,
            CreditNote => EntryKind.CreditNote,
            _ => null,
        },
    };

    /// <summary>A decision is one document's: given for several, it would be wrong for all but one.</summary>
    public static ImmutableArray<Problem> OfSeveral(PersonDecisions decisions) => decisions.IsNone ? [] : [PersonDecisions.ForSeveral];

    private static Option<string?> Text(string name, string description, string helpName)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && string.IsNullOrWhiteSpace(token.Value))
            {
                result.AddError($"{name} needs a {helpName.ToLowerInvariant()}.");
            }
        });
        return option;
    }
}
