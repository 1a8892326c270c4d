using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>Why the program <c>agent</c> stops, what became of a run, and what its doctor finds.</remarks>
public static partial class Codes
{
    private const string RunAgain = "Run it again; if it fails again, check the endpoint.";

    public static ProblemCode ModelMissing { get; } = Failure(
        Person, "model-missing", "Set it to the name that the endpoint gives the model.");
    public static ProblemCode ModelKeyMissing { get; } = Failure(
        Person, "model-key-missing", "Set it to the key of the endpoint, or to any word where the endpoint needs no key.");
    public static ProblemCode ModelKeyMalformed { get; } = Failure(
        Person, "model-key-malformed", "Copy the key again, without anything around it.");
    public static ProblemCode ModelUrlMissing { get; } = Failure(
        Person, "model-url-missing",
        "Set it to the root of an OpenAI-compatible API: https://api.example.org/v1. What the mail says is sent there.");
    public static ProblemCode ModelUrlMalformed { get; } = Failure(
        Person, "model-url-malformed", "Give the root of an OpenAI-compatible API: https://api.example.org/v1.");
    public static ProblemCode ModelUrlNotHttps { get; } = Failure(
        Person, "model-url-not-https", "Use https; http is for a model on this machine only.");
    public static ProblemCode ModelUrlWithUser { get; } = Failure(Person, "model-url-with-user", "Take it out; the key says who calls.");
    public static ProblemCode ModelUrlWithQuery { get; } = Failure(Person, "model-url-with-query", "Give the root of the API only.");
    public static ProblemCode ModelUrlIsErp { get; } = Failure(Person, "model-url-is-erp", "Give the URL of the model's API.");
    public static ProblemCode InstructionMissing { get; } = Failure(Person, "instruction-missing", "Say what is to be done.");
    public static ProblemCode ModelBusy { get; } = Failure(Person, "model-busy", RunAgain);
    public static ProblemCode ModelCut { get; } = Failure(Person, "model-cut", RunAgain);
    public static ProblemCode ModelEmpty { get; } = Failure(Person, "model-empty", RunAgain);
    public static ProblemCode ModelError { get; } = Failure(Person, "model-error", RunAgain);
    public static ProblemCode ModelGarbled { get; } = Failure(Person, "model-garbled", RunAgain);
    public static ProblemCode ModelSilent { get; } = Failure(Person, "model-silent", RunAgain);
    public static ProblemCode ModelUnreachable { get; } = Failure(Person, "model-unreachable", RunAgain);
    public static ProblemCode ModelKeyRefused { get; } = Failure(Person, "model-key-refused", "Check the endpoint's key and its URL.");
    public static ProblemCode ModelNotFound { get; } = Failure(
        Person, "model-not-found", "Check the endpoint's URL and the name of the model.");
    public static ProblemCode ModelRedirects { get; } = Failure(
        Person, "model-redirects", "Give the URL that it leads to, if it is the right one.");
    public static ProblemCode ModelRefused { get; } = Failure(
        Person, "model-refused", "Look at what it says; another model or a shorter mail may help.");
    public static ProblemCode ModelTooLarge { get; } = Failure(Person, "model-too-large", "Try another model.");
    public static ProblemCode BoundSteps { get; } = Refusal(Model, "bound-steps", "Give more with --steps, if the work was right so far.");
    public static ProblemCode BoundTime { get; } = Refusal(Model, "bound-time", "Give more with --seconds, if the work was right so far.");
    public static ProblemCode BoundTokens { get; } = Refusal(
        Model, "bound-tokens", "Give more with --tokens, if the work was right so far.");
    public static ProblemCode BoundWrites { get; } = Refusal(
        Model, "bound-writes", "Give more with --writes, if the work was right so far.");
    public static ProblemCode Stopped { get; } = Failure(Both, "stopped", "Look at what was done until then, and run it again.");
    public static ProblemCode Unexpected { get; } = Failure(Person, "unexpected", "Report it with the log.");
    public static ProblemCode Discarded { get; } = Refusal(
        Person, "discarded", "What the model said tells why; look at the sandbox only where something was left behind.");
    public static ProblemCode DraftLeft { get; } = Refusal(
        Person, "draft-left", "A person looks at why, and validates it in Dolibarr after the replay if it is right.");
    public static ProblemCode NotEntered { get; } = Refusal(Person, "not-entered", "Enter it with `agent ingest`, or ask for it.");
    public static ProblemCode VatRoundingUnknown { get; } = Refusal(
        Person, "vat-rounding-unknown", "Look at the VAT setup of the server: invoices entered there will mostly stay drafts.");
    public static ProblemCode VatRoundingDiffers { get; } = Refusal(
        Person, "vat-rounding-differs", "Set both instances to round VAT the same way.");
    public static ProblemCode CurrencyDiffers { get; } = Refusal(
        Person, "currency-differs", "Keep the books of both instances in one currency.");
    public static ProblemCode ClocksDiffer { get; } = Refusal(Person, "clocks-differ", "Set the clock of the machine that is wrong.");
    public static ProblemCode ZoneWestOfGreenwich { get; } = Refusal(
        Person, "zone-west-of-greenwich", "Set the zone of its PHP to the company's own.");
    public static ProblemCode UrlsSwapped { get; } = Refusal(Person, "urls-swapped", "Swap the two URLs, if they are the wrong way round.");
    public static ProblemCode ProdKeyOfAdmin { get; } = Refusal(
        Person, "prod-key-of-admin", "Give it the key of a user who may only read, and is not an administrator.");
    public static ProblemCode ProdKeyMayWrite { get; } = Refusal(
        Person, "prod-key-may-write", "Give it the key of a user who may only read.");
}
