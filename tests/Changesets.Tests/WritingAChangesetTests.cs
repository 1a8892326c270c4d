using System.Text;
using CsCheck;

namespace DolibarrAgent.Changesets.Tests;

public class WritingAChangesetTests
{
    [Fact]
    public void Characters_that_an_editor_does_not_show_are_written_as_escapes()
    {
        var text = Encoding.UTF8.GetString(ChangesetFile.Write(Example.Changeset with { Title = "in\u202evoice\u200b\u0007\U000E0041 é €" }));

        text.Should().Contain("\"in\\u202evoice\\u200b\\u0007\\udb40\udc41 é €\"".Replace("\udc41", "\\udc41", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Gen.String.Where(s => !s.Any(char.IsSurrogate)).Sample(title =>
        {
            var read = ChangesetFile.Read(ChangesetFile.Write(Example.Changeset with { Title = title }));
            return read is ChangesetRead.Good good && good.Changeset.Title == title;
        });

    [Fact]
    public void Text_beyond_the_basic_plane_comes_back_as_it_was() =>
        ChangesetFile.Read(ChangesetFile.Write(Example.Changeset with { Title = "😀\U000E0041" }))
            .Should().BeOfType<ChangesetRead.Good>().Which.Changeset.Title.Should().Be("😀\U000E0041");
}

internal static class Root
{
    /// <summary>The project's root, found upwards from the test's own folder.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(System.IO.Path.Combine(folder, "Agent.sln")) ? folder : Find(Directory.GetParent(folder)!.FullName);
}
