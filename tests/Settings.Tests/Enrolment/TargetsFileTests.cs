namespace DolibarrAgent.Settings.Tests;

public sealed class TargetsFileTests : IDisposable
{
    private static readonly string Key = new('a', 64);

    private readonly string gate = Path.Combine(Directory.CreateTempSubdirectory("targets-").FullName, "gate");

    private string File => Path.Combine(gate, TargetsFile.Name);

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        TargetsFile.Write(gate, Pair).Should().BeNull();

        var read = Known.Valid(TargetsFile.Read(gate));

        read.Canary.Should().Be(Pair.Canary);
        read.All.Should().Equal(Pair.All);
    }

    [Fact]
    public void It_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        TargetsFile.Write(gate, Pair);

        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            System.IO.File.GetUnixFileMode(gate).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void It_is_not_written_where_others_could_put_another_in_its_place()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        Directory.CreateDirectory(gate);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(gate, System.IO.File.GetUnixFileMode(gate) | UnixFileMode.OtherWrite);
        }

        TargetsFile.Write(gate, Pair)!.Code.Text.Should().Be("writable-by-others");

        Directory.GetFiles(gate).Should().BeEmpty();
    }

    [Fact]
    public void It_does_not_count_where_others_may_write_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        TargetsFile.Write(gate, Pair);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File, System.IO.File.GetUnixFileMode(File) | UnixFileMode.OtherWrite);
        }

        TargetsFile.Read(gate).AllProblems.Should().ContainSingle(problem => problem.Code.Text == "writable-by-others");
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_not_the_absence_of_what_was_enrolled()
    {
        Directory.CreateDirectory(gate);
        System.IO.File.CreateSymbolicLink(File, Path.Combine(gate, "nowhere.json"));

        TargetsFile.Read(gate).AllProblems.Should().ContainSingle(problem => problem.Code.Text == "gate-no-file");
    }

    [Fact]
    public void Where_there_is_none_nothing_is_enrolled() => Known.Valid(TargetsFile.Read(gate)).All.Should().BeEmpty();

    [Fact]
    public void Where_there_is_no_folder_for_it_either() => Known.Valid(TargetsFile.Read(null)).All.Should().BeEmpty();

    [Theory]
    [InlineData("\"origin\"", "\"orgin\"", "unknown-member", "targets[0].orgin")]
    [InlineData("\"instance\": \"erp\",", "\"instance\": \"erp\", \"instance\": \"erp\",", "duplicate-member", "targets[0].instance")]
    [InlineData("\"dolibarr\": \"22.0.4\",", "", "missing-member", "targets[0].dolibarr")]
    [InlineData("\"instance\": \"erp-sandbox\"", "\"instance\": \"erp\"", "target-twice", "targets")]
    [InlineData("dolibarr-targets/1", "dolibarr-targets/2", "other-format", "format")]
    [InlineData("\"highestThirdParty\": 9", "\"highestThirdParty\": -9", "not-a-number", "targets[0].highestThirdParty")]
    [InlineData("\"highestThirdParty\": 9", "\"highestThirdParty\": 9.5", "not-a-number", "targets[0].highestThirdParty")]
    [InlineData("aaaa", "AAAA", "not-a-key", "targets[0].tlsKey")]
    [InlineData("2026-11-23T", "2026-11-23 ", "not-a-time", "targets[0].enrolledAt")]
    [InlineData("\"siren\": \"\"", "\"siren\": null", "not-text", "targets[0].company.siren")]
    [InlineData("\"enrolledBy\": \"me@here\"", "\"enrolledBy\": \"\"", "member-empty", "targets[0].enrolledBy")]
    public void A_file_that_is_not_as_it_was_written_does_not_count_and_says_where(string was, string becomes, string code, string place)
    {
        Change(text => Replaced(text, was, becomes));

        TargetsFile.Read(gate).AllProblems.Should().Contain(f => f.Code.Text == code && f.Place == $"{File} {place}");
    }

    [Fact]
    public void An_https_server_without_its_key_does_not_count()
    {
        Change(text => text.Replace($"\"tlsKey\": \"{Key}\",", "", StringComparison.Ordinal));

        TargetsFile.Read(gate).AllProblems.Should().ContainSingle().Which.Place.Should().EndWith("targets[0].tlsKey");
    }

    [Theory]
    [InlineData("{} x")]
    [InlineData("{\"format\":\"\\ud800\"}")]
    [InlineData("{} // so")]
    public void What_is_not_json_does_not_count(string text)
    {
        Change(_ => text);

        TargetsFile.Read(gate).AllProblems.Should().ContainSingle().Which.Code.Text.Should().Be("targets-not-json");
    }

    [Fact]
    public void All_that_is_wrong_with_it_is_told_at_once()
    {
        Change(text => Replaced(Replaced(text, "\"origin\"", "\"orgin\""), "dolibarr-targets/1", "x"));

        TargetsFile.Read(gate).AllProblems.Select(f => f.Code.Text).Should().BeEquivalentTo("other-format", "unknown-member", "missing-member");
    }

    [Fact]
    public void A_records_digest_covers_everything_in_it_and_the_canary_and_no_other_record()
    {
        var digest = Pair.DigestOf("erp");

        digest.Should().HaveLength(64).And.NotBe(Pair.DigestOf("erp-sandbox"));
        (Pair with { Canary = "OTHER-CANARY" }).DigestOf("erp").Should().NotBe(digest);
        Pair.With(Prod with { By = "somebody" }).DigestOf("erp").Should().NotBe(digest);
        Pair.With(Prod with { Identity = Prod.Identity with { HighestThirdParty = 10 } }).DigestOf("erp").Should().NotBe(digest);
        Pair.With(Sandbox with { By = "somebody" }).DigestOf("erp").Should().Be(digest);
        Pair.DigestOf("cms").Should().BeEmpty();
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(gate)!, recursive: true);

    private static EnrolledTarget Prod { get; } = new(
        new InstanceIdentity("erp", "https://erp.example.org:443", "22.0.4") { TlsKey = Key, Company = new CompanyIdentity("ACME", "", ""), HighestThirdParty = 9, HighestSupplierInvoice = 6 },
        new DateTimeOffset(2026, 11, 23, 10, 4, 5, TimeSpan.Zero), "me@here");

    private static EnrolledTarget Sandbox { get; } = new(new InstanceIdentity("erp-sandbox", "http://localhost:8802", "22.0.4"), Prod.At, "me@here");

    private static EnrolledTargets Pair { get; } = new("CANARY-SANDBOX", [Prod, Sandbox]);

    private static string Replaced(string text, string was, string becomes)
    {
        text.Should().Contain(was);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        return text[..at] + becomes + text[(at + was.Length)..];
    }

    private void Change(Func<string, string> change)
    {
        TargetsFile.Write(gate, Pair);
        System.IO.File.WriteAllText(File, change(System.IO.File.ReadAllText(File)));
    }
}
