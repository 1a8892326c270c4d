using CsCheck;

namespace DolibarrAgent.Review.Tests;

public sealed class AgreementTests
{
    [Fact]
    public void Every_operation_field_and_file_of_a_changeset_is_in_the_terminal() => Generated.Changeset.Sample(changeset =>
    {
        var face = Faces.Plain(changeset);
        var expected = changeset.Operations.Select(o => $"{o.Id} ")
            .Concat(changeset.Operations.SelectMany(Leaves.ImagesOf).SelectMany(Leaves.Of).Select(Shown))
            .Concat(changeset.Operations.SelectMany(Leaves.ImagesOf).SelectMany(image => image.Names).Select(name => Labels.Field(name).ToString()))
            .Concat(changeset.Operations.Select(o => o.Note).OfType<string>().Select(Shown))
            .Concat(changeset.Evidence.OfType<Evidence.File>().SelectMany(file => Leaves.Of(file.Says).Append(file.Name)).Select(Shown))
            .Concat(changeset.Warnings.Select(w => Shown(w.Text)))
            .Append(Shown(changeset.Title));
        return expected.All(text => face.Contains(text.TrimEnd(), StringComparison.Ordinal));
    }, iter: 100);

    [Theory]
    [InlineData(Faces.Wide)]
    [InlineData(60)]
    public void Two_changesets_that_differ_in_any_value_are_drawn_differently(int width) => Gen.Select(Generated.Changeset, Gen.Int[0, 200], Generated.Text).Sample((changeset, chosen, text) =>
    {
        var other = Leaves.Changed(changeset, chosen, text);
        return ChangesetFile.Write(changeset).AsSpan().SequenceEqual(ChangesetFile.Write(other))
            || Faces.Plain(changeset, width) != Faces.Plain(other, width);
    }, iter: 250);

    [Fact]
    public void No_data_reaches_a_plain_face_as_something_that_a_terminal_obeys() => Generated.Changeset.Sample(
        changeset => Faces.Plain(changeset, 80).EnumerateRunes().All(rune => rune.Value == '\n' || Unseen.NameOf(rune) is null || rune.Value is Unseen.Open or Unseen.Close or Unseen.Broken), iter: 100);

    [Fact]
    public void No_data_reaches_a_coloured_face_as_an_escape_sequence() => Generated.Changeset.Sample(changeset =>
    {
        var text = Faces.Colours(changeset, 80);
        var without = System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "");
        return text.Contains('\u001b', StringComparison.Ordinal) && without.EnumerateRunes().All(rune => rune.Value is '\n' or Unseen.Open or Unseen.Close or Unseen.Broken || Unseen.NameOf(rune) is null);
    }, iter: 100);

    private static string Shown(string text) => text.Length == 0 ? "⟨empty⟩" : Visible.Of(text).ToString();
}
