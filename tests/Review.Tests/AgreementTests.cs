using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

public sealed partial class AgreementTests
{
    public static TheoryData<string> AllFaces => Faces.Names;

    public static TheoryData<string> UnbrokenFaces => Faces.Unbroken;

    [Theory]
    [MemberData(nameof(UnbrokenFaces))]
    public void Every_operation_field_row_and_piece_of_evidence_of_a_changeset_is_on_every_face_in_every_language(string name) =>
        Gen.Select(Generated.Changeset, Gen.Bool).Sample((changeset, isFrench) =>
        {
            var (face, language) = (Faces.Named(name), isFrench ? Language.French : Language.English);
            var drawn = face.Draw(changeset, language);
            drawn.Should().ContainAll(Expected.Of(changeset, language).Select(text => face.Written!(text).TrimEnd()));
        }, iter: 60);

    [Theory]
    [MemberData(nameof(AllFaces))]
    public void Two_changesets_that_differ_in_any_value_are_drawn_differently_on_every_face_in_every_language(string name) =>
        Gen.Select(Generated.Changeset, Gen.Int[0, 200], Gen.Int[0, 8], Generated.Text, Gen.Bool).Sample((changeset, chosen, likeness, text, isFrench) =>
        {
            var (face, language) = (Faces.Named(name), isFrench ? Language.French : Language.English);
            var other = Leaves.Changed(changeset, chosen, old => Resembling(old, (likeness, language)) ?? text);
            return ChangesetFile.Write(changeset).AsSpan().SequenceEqual(ChangesetFile.Write(other))
                || face.Draw(changeset, language) != face.Draw(other, language);
        }, iter: 200);

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
    private static string? Resembling(string old, (int Likeness, Language Language) by) => by.Likeness switch
    {
        0 => Visible.Of(old, by.Language).ToString(),
        7 => MarkdownText.Named(old),
        1 => old.Replace("  ", " ", StringComparison.Ordinal),
        2 => old + " ",
        3 => old.Trim(),
        4 => "⟨same⟩",
        5 => old.Replace("\u00a0", " ", StringComparison.Ordinal),
        6 => old.Replace("\n", " ", StringComparison.Ordinal),
        _ => null,
    };

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
