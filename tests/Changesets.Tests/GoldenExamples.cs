namespace DolibarrAgent.Changesets.Tests;

/// <summary>Changesets of which the written bytes are kept in <c>Golden/</c>, for each format.</summary>
internal static class GoldenExamples
{
    /// <summary>Each by the name of its file.</summary>
    public static IReadOnlyDictionary<string, Changeset> All { get; } = new Dictionary<string, Changeset>
    {
        ["every-kind"] = Example.Changeset,
        ["every-member"] = EveryMember,
        ["empty"] = Empty,
        ["nested"] = Nested,
        ["texts"] = Texts,
    };

    /// <summary>All that may be left out is there.</summary>
    private static Changeset EveryMember => Example.Changeset with
    {
        Recorded = Example.Changeset.Recorded with { Discarded = new DateTimeOffset(2026, 12, 24, 23, 59, 59, TimeSpan.Zero), Model = "a model", Author = "claire@example.org" },
        Evidence =
        [
            new Evidence.Email { Id = "mail", Sha256 = Digest.Of(Example.Mail), Size = 0 },
            new Evidence.File { Id = "pdf", Name = "a.pdf", Sha256 = Digest.Of(Example.Pdf), Size = long.MaxValue },
            new Evidence.Instruction { Id = "said", Text = "" },
        ],
        Operations =
        [
            new Operation.Create { Id = "op1", Resource = "thirdparty", Set = Name("a"), Keys = ["name"], After = Name("b"), From = ["pdf", "mail", "said"], Note = "n" },
            new Operation.Update { Id = "op2", Resource = "thirdparty", On = new Reference.Created("op1"), Before = Name("a"), Set = Name("b"), After = Name("c"), From = ["pdf"], Note = "n" },
            new Operation.Attach { Id = "op3", Resource = "thirdparty", To = new Reference.Created("op1"), File = "mail", After = Name("c"), From = ["mail"], Note = "n" },
            new Operation.Validate { Id = "op4", Resource = "thirdparty", On = new Reference.Created("op1"), Before = Name("c"), After = Name("d"), From = ["said"], Note = "n" },
            new Operation.Delete { Id = "op5", Resource = "thirdparty", On = Found("x"), Before = Name("x"), After = Name("y"), From = ["said"], Note = "n" },
            new Operation.Detach { Id = "op6", Resource = "thirdparty", On = Found("x"), Before = Name("x"), After = Name("y"), From = ["said"], Note = "n" },
        ],
        Warnings = [new Warning("of-the-whole", null, "a"), new Warning("of-one", "op1", "b")],
    };

    /// <summary>All that may be empty is empty.</summary>
    private static Changeset Empty => Example.Changeset with
    {
        Title = "",
        Evidence = [],
        Operations =
        [
            new Operation.Create { Id = "op1", Resource = "", Set = Fields.None },
            new Operation.Update { Id = "op2", Resource = "", On = new Reference.Created("op1"), Before = Fields.None, Set = Fields.None.With("rows", []).With("row", [Fields.None, Fields.None]) },
        ],
        Warnings = [],
    };

    private static Changeset Nested => Example.Changeset with
    {
        Evidence = [],
        Operations =
        [
            new Operation.Create
            {
                Id = "op1",
                Resource = "order",
                Set = Fields.None
                    .With("groups", [Fields.None.With("lines", [Fields.None.With("parts", [Name("a"), Name("b")]).With("taxed", true)]).With("none", []), Name("c").With("other", false)])
                    .With("of", new Reference.Found(Fields.None.With("number", "1").With("supplier", new Reference.Found(Fields.None.With("parent", Found("p"))))))
                    .With("lines", [Fields.None.With("product", Found("q")).With("unit", Found("z"))]),
                Keys = ["of", "groups"],
            },
        ],
        Warnings = [],
    };

    /// <summary>Every kind of character, as a value and as a name.</summary>
    private static Changeset Texts => Example.Changeset with
    {
        Title = Characters[0],
        Evidence = [new Evidence.Instruction { Id = "said", Text = string.Concat(Characters), By = Characters[1] }],
        Operations =
        [
            new Operation.Create { Id = "op1", Resource = "thirdparty", Set = Characters.Aggregate(Fields.None, (all, text) => all.With(text, text)), Keys = [.. Characters], Note = Characters[2] },
        ],
        Warnings = [new Warning(Characters[3], null, Characters[4])],
    };

    private static string[] Characters =>
    [
        Range('\u0020', '\u007e'),
        Range('\u0000', '\u001f'),
        Range('\u007f', '\u00a0'),
        Range('\u00a1', '\u00ff'),
        "e\u0301 \u00ad \u034f \u061c \u115f \u180e \u2000 \u200a \u202f \u205f \u2800 \u3000 \u3164",
        Range('\u200b', '\u200f') + Range('\u2010', '\u2015') + Range('\u2028', '\u202f') + Range('\u2060', '\u206f'),
        "\ue000 \ufdd0 \ufe00 \ufe0f \ufeff \uff00 \uffa0 " + Range('\ufff0', '\uffff'),
        "Ж 漢字 ﷽ ا ב",
        "😀 \U0001f468\u200d\U0001f469 \U0001d400 \U000e0001 \U000e0041 \U000e0100 \U000e01ef \U000e0400 \U000f0000 \U0010ffff",
        "</script> & 'a' \"b\" `c` + \\ / \\u0041 \\n",
    ];

    private static string Range(char first, char last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(c => (char)c));

    private static Fields Name(string name) => Fields.None.With("name", name);

    private static Reference.Found Found(string name) => new(Name(name));
}
