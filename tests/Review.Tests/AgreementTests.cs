using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace DolibarrAgent.Review.Tests;

public sealed partial class AgreementTests
{
    [Fact]
    public void Every_operation_field_and_file_of_a_changeset_is_in_the_terminal() => Generated.Changeset.Sample(changeset =>
    {
        var face = Faces.Plain(changeset);
        var expected = changeset.Operations.Select(o => $"{o.Id} ")
            .Concat(changeset.Operations.SelectMany(Leaves.ImagesOf).SelectMany(Leaves.Of).Select(Shown))
            .Concat(changeset.Operations.SelectMany(Leaves.ImagesOf).SelectMany(image => image.Names).Select(name => Words.In(Language.English).Labels.Field(name).ToString()))
            .Concat(changeset.Operations.Select(o => o.Note).OfType<string>().Select(Shown))
            .Concat(changeset.Evidence.OfType<Evidence.File>().SelectMany(file => Leaves.Of(file.Says).Append(file.Name)).Select(Shown))
            .Concat(changeset.Warnings.Select(w => Shown(w.Text)))
            .Append(Shown(changeset.Title));
        face.Should().ContainAll(expected.Select(text => text.TrimEnd()));
    }, iter: 100);

    [Theory]
    [InlineData(Faces.Wide)]
    [InlineData(60)]
    public void Two_changesets_that_differ_in_any_value_are_drawn_differently(int width) => Gen.Select(Generated.Changeset, Gen.Int[0, 200], Gen.Int[0, 7], Generated.Text).Sample((changeset, chosen, likeness, text) =>
    {
        var other = Leaves.Changed(changeset, chosen, old => Resembling(old, likeness) ?? text);
        return ChangesetFile.Write(changeset).AsSpan().SequenceEqual(ChangesetFile.Write(other))
            || Faces.Plain(changeset, width) != Faces.Plain(other, width);
    }, iter: 400);

    [Fact]
    public void No_data_reaches_a_plain_face_as_something_that_a_terminal_obeys() => Generated.Changeset.Sample(
        changeset => Faces.Plain(changeset, 80).EnumerateRunes().All(IsSeen), iter: 100);

    [Fact]
    public void No_data_reaches_a_coloured_face_as_an_escape_sequence() => Generated.Changeset.Sample(changeset =>
    {
        var text = Faces.Colours(changeset, 80);
        return text.Contains('\u001b', StringComparison.Ordinal) && Colour().Replace(text, "").EnumerateRunes().All(IsSeen);
    }, iter: 100);

    /// <summary>By Unicode's categories and the fillers among letters; written down again here, so as not to ask the one who is examined.</summary>
    private static bool IsSeen(Rune rune) => rune.Value == '\n' || (rune.Value is not (0x3164 or 0xfe0f or 0xa0 or 0x2028) && !(rune.Value is >= 0xe0000 and <= 0xe0fff)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    /// <summary>Another text that comes as near to the old one as one can get; null for some other text.</summary>
    private static string? Resembling(string old, int likeness) => likeness switch
    {
        0 => Visible.Of(old).ToString(),
        1 => old.Replace("  ", " ", StringComparison.Ordinal),
        2 => old + " ",
        3 => old.Trim(),
        4 => "⟨same⟩",
        5 => old.Replace("\u00a0", " ", StringComparison.Ordinal),
        6 => old.Replace("\n", " ", StringComparison.Ordinal),
        _ => null,
    };

    private static string Shown(string text) => text.Length == 0 ? "⟨empty⟩" : Visible.Of(text).ToString();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
