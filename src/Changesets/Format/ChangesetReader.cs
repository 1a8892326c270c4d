using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Changesets;

/// <summary>Turns parsed JSON into a changeset and collects all problems of form, each with its path.</summary>
internal sealed class ChangesetReader
{
    public const string Remedy = "A changeset is never edited: record it again, or take the file as the recorder left it.";

    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public Changeset? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Report(Codes.NotAChangeset, "the file", "It is JSON, but no object.");
            return null;
        }
        if (!root.TryGetProperty("format", out var named) || named.ValueKind != JsonValueKind.String || ChangesetFormat.Named(named.GetString()) is not { } format)
        {
            problems.Add(new Problem(
                Codes.OtherFormat,
                "format",
                $"The format is {(named.ValueKind == JsonValueKind.Undefined ? "not named" : named.GetRawText())}; this program reads {string.Join(" and ", ChangesetFormat.All.Select(known => JsonText.Quote(known.Name)))}.",
                "Give a changeset.json that the recorder wrote, or use the version of this program that knows that format."));
            return null;
        }
        var members = new Members(this, root, "", ["format", "id", "title", "recorded", "evidence", "operations", "warnings"]);
        return new Changeset
        {
            Format = format,
            Id = members.Text("id"),
            Title = members.Text("title"),
            Recorded = ReadRecorded(members.Object("recorded", ["at", "finished", "discarded", "reason", "by", "model", "author", "on"])),
            Evidence = members.List("evidence", ReadEvidence),
            Operations = members.List("operations", ReadOperation),
            Warnings = members.OptionalList("warnings", ReadWarning),
        };
    }

    internal void Report(ProblemCode code, string place, string message) => problems.Add(new Problem(code, place, message, Remedy));

    private static Recorded ReadRecorded(Members members)
    {
        var on = members.Object("on", ["instance", "dolibarr", "identity"]);
        return new Recorded
        {
            At = members.Time("at"),
            Finished = members.OptionalTime("finished"),
            Discarded = members.OptionalTime("discarded"),
            Reason = members.OptionalText("reason"),
            By = members.Text("by"),
            Model = members.OptionalText("model"),
            Author = members.OptionalText("author"),
            On = new RecordedOn(on.Text("instance"), on.Text("dolibarr"), on.Text("identity")),
        };
    }

    private Evidence ReadEvidence(JsonElement element, string path)
    {
        var kind = KindOf(element, "kind");
        switch (kind)
        {
            case "email":
                var email = new Members(this, element, path, ["id", "kind", "sha256", "size", "messageId", "from", "subject"]);
                return new Evidence.Email
                {
                    Id = email.Text("id"),
                    Sha256 = email.Sha256("sha256"),
                    Size = email.Number("size"),
                    MessageId = email.OptionalText("messageId"),
                    From = email.OptionalText("from"),
                    Subject = email.OptionalText("subject"),
                };
            case "file":
                var file = new Members(this, element, path, ["id", "kind", "in", "name", "sha256", "size", "says"]);
                return new Evidence.File
                {
                    Id = file.Text("id"),
                    In = file.OptionalText("in"),
                    Name = file.Text("name"),
                    Sha256 = file.Sha256("sha256"),
                    Size = file.Number("size"),
                    Says = file.OptionalFields("says"),
                };
            case "instruction":
                var instruction = new Members(this, element, path, ["id", "kind", "text", "by"]);
                return new Evidence.Instruction { Id = instruction.Text("id"), Text = instruction.Text("text"), By = instruction.OptionalText("by") };
            default:
                Report(Codes.UnknownKind, path + ".kind", $"Evidence is an email, a file or an instruction, not '{kind}'.");
                return new Evidence.Instruction { Id = "", Text = "" };
        }
    }

    private Operation ReadOperation(JsonElement element, string path)
    {
        var word = KindOf(element, "do");
        Members Of(params string[] own) => new(this, element, path, ["id", "do", "resource", .. own, "after", "from", "note"]);
        switch (word)
        {
            case "create":
                var create = Of("set", "keys");
                return Common(create, new Operation.Create { Id = "", Resource = "", Set = create.Fields("set"), Keys = create.Texts("keys") });
            case "update":
                var update = Of("on", "before", "set");
                return Common(update, new Operation.Update { Id = "", Resource = "", On = update.Reference("on"), Before = update.Fields("before"), Set = update.Fields("set") });
            case "attach":
                var attach = Of("to", "file");
                return Common(attach, new Operation.Attach { Id = "", Resource = "", To = attach.Reference("to"), File = attach.Text("file") });
            case "validate":
                var validate = Of("on", "before");
                return Common(validate, new Operation.Validate { Id = "", Resource = "", On = validate.Reference("on"), Before = validate.OptionalFields("before") });
            case "delete":
                var delete = Of("on", "before");
                return Common(delete, new Operation.Delete { Id = "", Resource = "", On = delete.Reference("on"), Before = delete.Fields("before") });
            case "detach":
                var detach = Of("on", "before");
                return Common(detach, new Operation.Detach { Id = "", Resource = "", On = detach.Reference("on"), Before = detach.Fields("before") });
            default:
                Report(Codes.UnknownOperation, path + ".do", $"An operation does create, update, attach, validate, delete or detach, not '{word}'.");
                return new Operation.Attach { Id = "", Resource = "", To = new Reference.Created(""), File = "" };
        }
    }

    private static Operation Common(Members members, Operation operation) => operation with
    {
        Id = members.Text("id"),
        Resource = members.Text("resource"),
        After = members.OptionalFields("after"),
        From = members.OptionalTexts("from"),
        Note = members.OptionalText("note"),
    };

    private Warning ReadWarning(JsonElement element, string path)
    {
        var members = new Members(this, element, path, ["code", "on", "text"]);
        return new Warning(members.Text("code"), members.OptionalText("on"), members.Text("text"));
    }

    private static string KindOf(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
