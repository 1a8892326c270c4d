using System.Text;

namespace DolibarrAgent.Changesets.Tests;

/// <summary>The bytes of a changeset are its identity: what was written when a format was made is written so for good.</summary>
public class GoldenTests
{
    /// <summary>The SHA-256 of each file, so that neither a person nor a tool fixes one in passing.</summary>
    public static TheoryData<string, string, string> Files => new()
    {
        { "dolibarr-changeset/1", "every-kind", "55b6c16475fe575d856ca80afd970a7bdf571bb4e207433731843f71fcc21408" },
        { "dolibarr-changeset/1", "every-member", "631749b6cf2229fa8b5cb5986900d93f815ba75c24e196b54b801d6ad9de220e" },
        { "dolibarr-changeset/1", "empty", "f7a672780752bf20b66d05ca09513afa874037cf0e04419e7784cc4878d460c9" },
        { "dolibarr-changeset/1", "nested", "a6b6b9c9c32b30e4a283b673cc956dccd2d5bf4620441d9f9aa57e08e44fbab7" },
        { "dolibarr-changeset/1", "texts", "aff1cadd1c2ec967d670eb17ba0eeef839e312bdf3573634e3edc38eeb2b9cb9" },
        { "dolibarr-changeset/1.1", "every-kind", "2a84b4a97a7c3d13580d3e5edaab6c6c13f098342cee9f9bcaf14dcf30b5b5a2" },
        { "dolibarr-changeset/1.1", "every-member", "0359d7f36fc28c147001630dd68c3962b79fd8c1b3f32e7b0183d02310471020" },
        { "dolibarr-changeset/1.1", "empty", "81ff00437adbb63c72cd0a76e3ca45f32fe5d286c159a1b6447d27c901625a2b" },
        { "dolibarr-changeset/1.1", "nested", "ca8cc830195e996317f7fdad036629a840f384ce786e4a55d7befa685576b5fe" },
        { "dolibarr-changeset/1.1", "texts", "aa09f27161b49f31fc0bc21ccdfc03e3f6000faec010e45881fa673911ca837d" },
    };

    public static TheoryData<string> Formats => [.. ChangesetFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_changeset_is_written_to_the_bytes_of_its_format(string format, string name, string sha256)
    {
        var written = ChangesetFile.Write(GoldenExamples.All[name] with { Format = ChangesetFormat.Named(format)! });

        Encoding.UTF8.GetString(written).Should().Be(Encoding.UTF8.GetString(Golden(format, name)));
        Digest.Of(written).Hex.Should().Be(sha256);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_written_is_read_with_its_digest_and_written_back(string format, string name, string sha256)
    {
        var read = ChangesetFile.Read(Golden(format, name)).Should().BeOfType<ChangesetRead.Good>().Subject;

        read.Digest.Hex.Should().Be(sha256);
        ChangesetFile.Write(read.Changeset).Should().Equal(Golden(format, name));
    }

    [Fact]
    public void Every_format_has_all_of_the_examples() =>
        Files.Select(row => (row.Data.Item1, row.Data.Item2)).Should().BeEquivalentTo(ChangesetFormat.All.SelectMany(format => GoldenExamples.All.Keys.Select(name => (format.Name, name))));

    [Fact]
    public void What_is_recorded_now_is_in_the_newest_format() => Example.Text.Should().Contain("\"format\": \"dolibarr-changeset/1.1\"").And.Contain("\"from\": [\"pdf\", \"said\"],");

    [Fact]
    public void The_bytes_of_one_format_are_refused_under_the_name_of_the_other()
    {
        var first = Encoding.UTF8.GetString(Golden(ChangesetFormat.First.Name, "every-kind"));

        var bad = ChangesetFile.Read(Encoding.UTF8.GetBytes(first.Replace(ChangesetFormat.First.Name, ChangesetFormat.Current.Name, StringComparison.Ordinal)));

        bad.Should().BeOfType<ChangesetRead.Bad>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "other-bytes");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_published_schema_describes_what_is_written_in_every_format(string format)
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(Path.Combine(Root.Path, "changesets", "changeset.schema.json"), TestContext.Current.CancellationToken);

        schema.Validate(Encoding.UTF8.GetString(Golden(format, "every-kind"))).Should().BeEmpty();
        schema.Validate(Encoding.UTF8.GetString(Golden(format, "every-kind")).Replace("\"titl", "\"other\": \"x\",\n  \"titl", StringComparison.Ordinal)).Should().NotBeEmpty("a member that the format does not have is no changeset");
    }

    private static byte[] Golden(string format, string name) =>
        File.ReadAllBytes(Path.Combine(Root.Path, "tests", "Changesets.Tests", "Golden", format.Split('/')[1], $"{name}.json"));
}
