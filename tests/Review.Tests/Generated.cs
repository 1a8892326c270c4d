using System.Collections.Immutable;
using CsCheck;

namespace DolibarrAgent.Review.Tests;

/// <summary>Changesets as nobody would record them: every text is hostile.</summary>
internal static class Generated
{
    private static readonly Gen<string> Piece = OneOf(
        "Dupont", "facture", "35.20", "35.2", "[red]", "[/]", "[[", " ", "  ", "\n", "\r\n", "\t", "\u001b[31m", "\u009b2J", "\u0007", "\u007f", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad",
        "\u00a0", "\U000e0041", "\U000e0042", "\ufe0f", "⟨same⟩", "⟨", "⟩", "↩", "о", "Δ", "e\u0301", "\u0301", "日本", "é", "op1", "same", "─", "\u2028", "\u3164", "👍", "x", "`", "```", "|", "\\", "*", "**", "_", "~~", "@octocat", "#17", "GH-17", "a/b#17", "https://evil.example/x", "www.evil.example", "e@evil.example",
        "[text](https://evil.example)", "![i](https://evil.example/i.png)", "[x]: https://evil.example", "<img src=x onerror=alert(1)>", "<script>", "</code>", "<!--", "<https://evil.example>", "&lt;", "&#64;octocat",
        "\n\n# Approved\n", "\n---\n", "\n| --- |\n", "\n    code", "> ", "- [x] ", "$x$", ":tada:", "{.class}", "[^1]", "⟨U+0060⟩", "U+007C");

    public static Gen<string> Text { get; } = Piece.Array[0, 5].Select(string.Concat);

    private static readonly Gen<string> Name = Gen.OneOf(OneOf("name", "date", "totalInclTax", "description", "quantity", "number", "supplier", "lines"), Text);

    private static readonly Gen<Reference> Found = Gen.Select(Name, Text).List[1, 2].Select(keys => (Reference)new Reference.Found(keys.Aggregate(Fields.None, (all, key) => all.With(key.Item1, key.Item2))));

    private static readonly Gen<FieldValue> Single = Gen.Frequency(
        (6, Text.Select(text => (FieldValue)new FieldValue.Text(text))),
        (1, Gen.Bool.Select(flag => (FieldValue)new FieldValue.Flag(flag))),
        (1, Found.Select(reference => (FieldValue)new FieldValue.To(reference))));

    private static readonly Gen<Fields> Row = FieldsOf(Single, 3);

    private static readonly Gen<FieldValue> Value = Gen.Frequency((5, Single), (1, Row.Array[0, 3].Select(rows => (FieldValue)new FieldValue.Rows([.. rows]))));

    public static Gen<Fields> SomeFields { get; } = FieldsOf(Value, 4);

    private static Gen<Operation> OperationOf(int number) => Gen.Select(Gen.Int[0, 5], SomeFields, SomeFields, SomeFields, Found, Text.Null()).Select((kind, before, set, after, reference, note) => kind switch
    {
        0 => new Operation.Create { Id = $"op{number}", Resource = "thirdparty", Set = set, After = after, From = ["file"], Note = note },
        1 => new Operation.Update { Id = $"op{number}", Resource = "supplierInvoice", On = reference, Before = before, Set = set, After = after, Note = note },
        2 => new Operation.Attach { Id = $"op{number}", Resource = "supplierInvoice", To = reference, File = "file", After = after, Note = note },
        3 => new Operation.Delete { Id = $"op{number}", Resource = "supplierInvoice", On = reference, Before = before, After = after, Note = note },
        4 => new Operation.Detach { Id = $"op{number}", Resource = "supplierInvoice", On = reference, Before = before, After = after, Note = note },
        _ => (Operation)new Operation.Validate { Id = $"op{number}", Resource = "odd", On = reference, Before = before, After = after, Note = note },
    });

    public static Gen<Changeset> Changeset { get; } = Gen.Select(Text, Text, SomeFields, OperationOf(1), OperationOf(2), Text).Select((title, words, says, one, two, warning) => new Changeset
    {
        Id = "01KAQ7Z3V9X4T7QM",
        Title = title,
        Recorded = Examples.Invoice.Recorded with { By = words, Model = words, Author = title },
        Evidence =
        [
            new Evidence.Email { Id = "mail", Sha256 = Examples.Mail, Size = 7, From = words, Subject = title, MessageId = words },
            new Evidence.File { Id = "file", In = "mail", Name = words, Sha256 = Examples.Pdf, Size = 9, Says = says },
            new Evidence.Instruction { Id = "said", Text = words },
        ],
        Operations = [one, two],
        Warnings = [new Warning(words, "op1", warning)],
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<Fields> FieldsOf(Gen<FieldValue> value, int most) =>
        Gen.Select(Name, value).List[0, most].Select(fields => fields.Aggregate(Fields.None, (all, field) => all.With(field.Item1, field.Item2)));
}
