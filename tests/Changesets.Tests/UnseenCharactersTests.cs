using System.Text;

namespace DolibarrAgent.Changesets.Tests;

public sealed class UnseenCharactersTests
{
    /// <summary>Unicode 15.0, Default_Ignorable_Code_Point, and the blanks that have a shape without ink.</summary>
    public static TheoryData<int, int> Ranges => new()
    {
        { 0xad, 0xad }, { 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, { 0x200b, 0x200f },
        { 0x202a, 0x202e }, { 0x2060, 0x206f }, { 0x3164, 0x3164 }, { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 }, { 0xfff0, 0xfff8 },
        { 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff }, { 0x2800, 0x2800 }, { 0x16fe4, 0x16fe4 }, { 0x1d159, 0x1d159 },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void What_Unicode_says_may_be_shown_as_nothing_is_unseen(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Where(code => !UnseenCharacters.Are(new Rune(code))).Should().BeEmpty();

    [Theory]
    [InlineData("Hébergeur Dupont SARL 12,50 € — 日本 Ёлка")]
    public void What_is_seen_is_not(string text) => text.EnumerateRunes().Where(UnseenCharacters.Are).Should().BeEmpty();
}
