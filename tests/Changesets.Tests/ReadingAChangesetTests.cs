using System.Text;

namespace DolibarrAgent.Changesets.Tests;

public class ReadingAChangesetTests
{
    [Fact]
    public void What_was_written_is_read_back_and_written_to_the_same_bytes()
    {
        var bytes = ChangesetFile.Write(Example.Changeset);

        var read = ChangesetFile.Read(bytes).Should().BeOfType<ChangesetRead.Good>().Subject;

        ChangesetFile.Write(read.Changeset).Should().Equal(bytes);
        read.Digest.Should().Be(Digest.Of(bytes));
        read.Changeset.Operations.Select(o => o.Do).Should().Equal("create", "create", "attach", "validate", "update", "delete", "detach");
    }

    [Fact]
    public void Every_single_changed_byte_is_refused_or_gives_another_digest()
    {
        var bytes = ChangesetFile.Write(Example.Changeset);
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0x01;
            var read = ChangesetFile.Read(changed);
            (read is ChangesetRead.Bad || ((ChangesetRead.Good)read).Digest != Digest.Of(bytes)).Should().BeTrue($"byte {i} was changed");
        }
    }

    [Theory]
    [InlineData("\"title\":", "\"title\": \"x\",\n  \"title\":", "not-json", "line")]
    [InlineData("\"title\":", "\"titel\": \"x\",\n  \"title\":", "unknown-member", "titel")]
    [InlineData("\"do\": \"attach\"", "\"do\": \"erase\"", "unknown-operation", "operations[2].do")]
    [InlineData("\"kind\": \"email\"", "\"kind\": \"fax\"", "unknown-kind", "evidence[0].kind")]
    [InlineData("dolibarr-changeset/1", "dolibarr-changeset/2", "other-format", "format")]
    [InlineData("\"10.50\"", "10.50", "not-a-field-value", "operations[1].set.lines[0].unitPrice")]
    [InlineData("{\n          \"created\": \"op1\"\n        }", "42", "not-a-field-value", "operations[1].set.supplier")]
    [InlineData("\"to\": {\n        \"created\": \"op2\"\n      }", "\"to\": 7", "not-a-reference", "operations[2].to")]
    [InlineData("\"created\": \"op1\"", "\"created\": \"op2\"", "unknown-reference", "op2")]
    [InlineData("\"id\": \"op3\"", "\"id\": \"op9\"", "bad-id", "operation 3")]
    [InlineData("\"file\": \"pdf\"", "\"file\": \"said\"", "unknown-evidence", "op3")]
    [InlineData("2026-11-23T10:04:05Z", "2026-11-23 10:04", "not-a-time", "recorded.at")]
    [InlineData("  \"title\"", "    \"title\"", "other-bytes", "line 4")]
    [InlineData("\"title\"", "// a word\n  \"title\"", "not-json", "line 4")]
    public void A_changeset_that_was_tampered_with_is_refused_with_the_place(string from, string to, string code, string place)
    {
        Example.Text.Should().Contain(from);
        var at = Example.Text.IndexOf(from, StringComparison.Ordinal);
        var tampered = Example.Text.Remove(at, from.Length).Insert(at, to);

        var bad = ChangesetFile.Read(Encoding.UTF8.GetBytes(tampered)).Should().BeOfType<ChangesetRead.Bad>().Subject;

        bad.Problems.Should().Contain(p => p.Code.Text == code && p.Place.StartsWith(place, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json at all")]
    [InlineData("{\"format\": \"dolibarr-changeset/1\"}")]
    [InlineData("{\"format\": 1}")]
    public void What_is_not_a_changeset_is_refused_and_never_throws(string text) =>
        ChangesetFile.Read(Encoding.UTF8.GetBytes(text)).Should().BeOfType<ChangesetRead.Bad>().Which.Problems.Should().NotBeEmpty();

    [Fact]
    public void Text_after_the_end_is_refused() =>
        ChangesetFile.Read(Encoding.UTF8.GetBytes(Example.Text + " ")).Should().BeOfType<ChangesetRead.Bad>();

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        var tampered = Example.Text.Replace("As asked.", "\\ud800", StringComparison.Ordinal);

        ChangesetFile.Read(Encoding.UTF8.GetBytes(tampered)).Should().BeOfType<ChangesetRead.Bad>();
    }

    [Fact]
    public void All_problems_are_reported_together()
    {
        var tampered = Example.Text.Replace("\"by\"", "\"bye\"", StringComparison.Ordinal);

        ChangesetFile.Read(Encoding.UTF8.GetBytes(tampered)).Should().BeOfType<ChangesetRead.Bad>()
            .Which.Problems.Select(p => p.Code.Text).Should().Contain(["unknown-member", "missing-member"]);
    }
}
