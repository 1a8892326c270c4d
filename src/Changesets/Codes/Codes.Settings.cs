using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>What a program is told: variables, keys, and the gate's files.</remarks>
public static partial class Codes
{
    public static ProblemCode VariableUnknown { get; } = Refusal(Person, "variable-unknown", "Correct its name, or unset it.");
    public static ProblemCode ForeignCode { get; } = Refusal(
        Person, "foreign-code", "Find out who sets it. Unset it, then start the program again.");
    public static ProblemCode TargetUnknown { get; } = Refusal(
        Person, "target-unknown", "Use prod or sandbox, in lower case; unset means prod.");
    public static ProblemCode FilesUnknown { get; } = Refusal(
        Person, "files-unknown", "Use private or group, in lower case; unset means private.");
    public static ProblemCode NotConfigured { get; } = Refusal(
        Both, "not-configured", "Set its URL and its key, or choose the instance that is configured.");
    public static ProblemCode UrlMissing { get; } = Failure(
        Person, "url-missing", "Set it to the root of the Dolibarr: https://erp.example.com.");
    public static ProblemCode UrlMalformed { get; } = Failure(
        Person, "url-malformed", "Give the root of the Dolibarr: https://erp.example.com.");
    public static ProblemCode UrlNotHttps { get; } = Failure(Person, "url-not-https", "Use https; http is for this machine only.");
    public static ProblemCode UrlWithUser { get; } = Failure(Person, "url-with-user", "Take it out; the API key says who calls.");
    public static ProblemCode UrlWithQuery { get; } = Failure(Person, "url-with-query", "Give the root of the Dolibarr only.");
    public static ProblemCode UrlNamesApi { get; } = Failure(Person, "url-names-api", "Leave the API's path out; it is added.");
    public static ProblemCode KeyMissing { get; } = Failure(Person, "key-missing", "Set it to the key of a Dolibarr user.");
    public static ProblemCode KeyMalformed { get; } = Failure(Person, "key-malformed", "Copy the key again, without anything around it.");
    public static ProblemCode KeyTwice { get; } = Refusal(Person, "key-twice", "Leave one of them.");
    public static ProblemCode KeySource { get; } = Refusal(Person, "key-source", "Name a file of yours alone that holds the key.");
    public static ProblemCode KeyReadableByOthers { get; } = Refusal(
        Person, "key-readable-by-others", "Take the right away, and make a new key in Dolibarr, for this one may be known.");
    public static ProblemCode KeyUnreadable { get; } = Refusal(
        Person, "key-unreadable", "See that what is named holds the key and can be read.");
    public static ProblemCode KeyDescriptor { get; } = Refusal(
        Person, "key-descriptor", "Give the number that the shell opened the key under, 3 or more.");
    public static ProblemCode KeyringEntry { get; } = Refusal(
        Person, "keyring-entry", "Give attributes and their values by turns, as secret-tool takes them.");
    public static ProblemCode NoSecretTool { get; } = Refusal(
        Person, "no-secret-tool", "Install it (Debian: apt install libsecret-tools), or keep the key in a file of yours alone.");
    public static ProblemCode NameNotKebabCase { get; } = Failure(
        Person, "name-not-kebab-case",
        "Use lower-case letters, digits and single hyphens between them, starting with a letter: dance-lessons-coach.");
    public static ProblemCode NameTooLong { get; } = Failure(Person, "name-too-long", "Shorten the application or the environment.");
    public static ProblemCode SandboxIsProd { get; } = Refusal(
        Person, "sandbox-is-prod", "Name another environment, or unset it for sandbox.");
    public static ProblemCode SameOrigin { get; } = Refusal(
        Person, "same-origin", "Point the two URLs to two servers: what is tried on the sandbox must not reach prod.");
    public static ProblemCode WriteKeyPresent { get; } = Refusal(
        Person, "write-key-present", "Unset it here; only replay --confirm may see it.");
    public static ProblemCode TargetIsProd { get; } = Refusal(
        Both, "target-is-prod", "Set DOLIBARR_TARGET=sandbox. What is recorded there reaches prod by a replay.");
    public static ProblemCode CompanyDiffers { get; } = Refusal(
        Both, "company-differs", "Correct what the settings say of the company, or the URL of the instance.");
    public static ProblemCode CompanyIdsDiffer { get; } = Refusal(
        Person, "company-ids-differ", "A French VAT number ends with the SIREN: correct one of the two.");
    public static ProblemCode SirenMalformed { get; } = Refusal(
        Person, "siren-malformed", "Give the nine digits of your company; of a SIRET they are the first nine.");
    public static ProblemCode SirenCheckDigit { get; } = Refusal(
        Person, "siren-check-digit", "Compare it with your Kbis: a digit is wrong, or two have changed places.");
    public static ProblemCode VatNumberMalformed { get; } = Refusal(
        Person, "vat-number-malformed", "Give it with the two letters of its country first.");
    public static ProblemCode SettleMalformed { get; } = Refusal(Person, "settle-malformed", "Give a number of seconds, or unset it.");
    public static ProblemCode ConfigUnreadable { get; } = Refusal(
        Person, "config-unreadable", "Give the user of this program the right to read it, or move it away.");
    public static ProblemCode ConfigNotJson { get; } = Refusal(Person, "config-not-json", "Fix it, or move it away.");
    public static ProblemCode ConfigHoldsKey { get; } = Refusal(
        Person, "config-holds-key", "Take it out. Name a file that only you may read (…_KEY_FILE), or set the variable.");
    public static ProblemCode ConfigVariable { get; } = Refusal(
        Person, "config-variable", "Take it out, or fix its name. `agent config` lists what counts.");
    public static ProblemCode ProfileUnknown { get; } = Refusal(
        Person, "profile-unknown", "Name a profile of the file, in its member \"profile\" or in DOLIBARR_PROFILE.");
    public static ProblemCode RecorderKeyUnusable { get; } = Refusal(
        Both, "recorder-key-unusable", "Name a private SSH key without a passphrase.");
    public static ProblemCode IsALink { get; } = Refusal(Both, "is-a-link", "Name the file that it leads to.");
    public static ProblemCode NoSuchFile { get; } = Refusal(Both, "no-such-file", "Name the file that holds it.");
    public static ProblemCode NotAFile { get; } = Refusal(Both, "not-a-file", "Name the file that holds it.");
    public static ProblemCode ReadByOthers { get; } = Refusal(
        Both, "read-by-others", "Take that right away with chmod 600. If others had it for long, make a new key.");
    public static ProblemCode OwnedByAnother { get; } = Refusal(
        Both, "owned-by-another", "Use a file of root or of the user who runs this program.");
    public static ProblemCode WritableByOthers { get; } = Refusal(
        Person, "writable-by-others", "Look at what it says now, then take the right away with chmod go-w.");
    public static ProblemCode LeadsNowhere { get; } = Refusal(
        Person, "leads-nowhere", "Put the file where the link leads to, or take the link away.");
    public static ProblemCode GateElsewhere { get; } = Refusal(
        Person, "gate-elsewhere", "Unset it. Who may change the gate changes it there.");
    public static ProblemCode GateNoFolder { get; } = Refusal(
        Person, "gate-no-folder",
        "Correct the variable, or make the folder for the user who keeps the gate. `replay enroll` makes it where it "
            + "writes down the instances.");
    public static ProblemCode GateNoFile { get; } = Refusal(Person, "gate-no-file", "Put the file itself there.");
    public static ProblemCode GateFileEmpty { get; } = Refusal(
        Person, "gate-file-empty", "Put back what it held, or ask who keeps the gate.");
    public static ProblemCode GateFileUnknown { get; } = Refusal(
        Person, "gate-file-unknown", "Rename it, or keep it elsewhere: the gate has files of its own alone.");
    public static ProblemCode GateUnreadable { get; } = Refusal(
        Person, "gate-unreadable", "Nothing is replayed without it. Give the user of this program the right to read it.");
    public static ProblemCode GateUnwritable { get; } = Failure(
        Person, "gate-unwritable", "Run it as a user who may write there, or name another folder in DOLIBARR_GATE.");
    public static ProblemCode TargetsUnreadable { get; } = Refusal(
        Person, "targets-unreadable", "Give the user of this program the right to read it.");
    public static ProblemCode TargetsNotJson { get; } = Refusal(
        Person, "targets-not-json", "Fix it, or move it away and enrol again: replay enroll.");
    public static ProblemCode TargetTwice { get; } = Refusal(
        Person, "target-twice", "Fix it, or move it away and enrol again: replay enroll.");
    public static ProblemCode NotAKey { get; } = Refusal(Person, "not-a-key", "Fix it, or move it away and enrol again: replay enroll.");
    public static ProblemCode LedgerUrlScheme { get; } = Refusal(Person, "ledger-url-scheme", "Give a path, or the URL of a PostgreSQL.");
    public static ProblemCode LedgerUrlMalformed { get; } = Refusal(
        Person, "ledger-url-malformed",
        "Give the URL of a PostgreSQL; a “#”, “/”, “@”, “?” or “%” in a name or password is written as %23, %2F, %40, %3F, "
            + "%25.");
    public static ProblemCode LedgerUrlHost { get; } = Refusal(
        Person, "ledger-url-host", "Name the host, or ?host=/folder for a server that listens on a socket file.");
    public static ProblemCode LedgerUrlDatabase { get; } = Refusal(Person, "ledger-url-database", "Name the database.");
    public static ProblemCode LedgerUrlOption { get; } = Refusal(Person, "ledger-url-option", "Leave the option out.");
    public static ProblemCode LedgerUrlSslmode { get; } = Refusal(
        Person, "ledger-url-sslmode", "Give an sslmode of PostgreSQL's, such as verify-full.");
    public static ProblemCode LedgerUrlTimeout { get; } = Refusal(Person, "ledger-url-timeout", "Give a whole number.");
}
