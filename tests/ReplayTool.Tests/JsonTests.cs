using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>The documents that programs rely on, approved: a change of theirs is a change of the contract.</summary>
public sealed partial class JsonTests : ProgramTest
{
    [Fact]
    public async Task The_document_of_a_plan() => Approve("plan", await ReplayAsync(await Two.RecordMainJobAsync(), "--json"));

    [Fact]
    public async Task The_document_of_a_replay()
    {
        var changeset = await Two.RecordMainJobAsync();
        Approve("replayed", await ReplayAsync("--confirm", changeset, "--code", await CodeAsync(changeset), "--json"));
    }

    [Fact]
    public async Task The_document_of_a_wrong_code() => Approve("wrong-code", await ReplayAsync("--confirm", await Two.RecordMainJobAsync(), "--code", "00000000", "--json"));

    [Fact]
    public async Task The_document_of_a_conflict()
    {
        var changeset = await Two.RecordMainJobAsync();
        using var person = Prod.ClientOf("admin");
        using var body = new StringContent("""{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""", System.Text.Encoding.UTF8, "application/json");
        await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel);

        Approve("conflict", await ReplayAsync(changeset, "--json"));
    }

    [Fact]
    public async Task The_document_of_a_history()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ConfirmedAsync(changeset);
        Approve("history", await ReplayAsync("history", changeset, "--json"));
    }

    [Fact]
    public async Task The_document_of_a_verified_ledger()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ConfirmedAsync(changeset);
        Approve("ledger-verified", await ReplayAsync("history", "--verify", "--json"));
    }

    [Fact]
    public async Task The_document_of_a_revert()
    {
        var changeset = await Two.RecordMainJobAsync(validated: false);
        await ConfirmedAsync(changeset);
        using var person = Prod.ClientOf("admin");
        using var body = new StringContent("""{"phone":"0777"}""", System.Text.Encoding.UTF8, "application/json");
        await person.PutAsync(new Uri("thirdparties/5000", UriKind.Relative), body, Cancel);
        Approve("revert", await ReplayAsync("revert", changeset, "--json"));
    }

    [Fact]
    public async Task The_document_of_a_changed_byte()
    {
        var changeset = await Two.RecordMainJobAsync();
        await File.WriteAllTextAsync(changeset, (await File.ReadAllTextAsync(changeset, Cancel)).Replace("\"35.20\"", "\"35.21\" ", StringComparison.Ordinal), Cancel);
        Approve("changed-byte", await ReplayAsync(changeset, "--json"));
    }

    private static void Approve(string name, Ran ran, [CallerFilePath] string test = "")
    {
        ran.Errors.Should().BeEmpty();
        ran.Json.GetProperty("exit").GetInt32().Should().Be(ran.ExitCode);
        var text = Steady(ran.Output);
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Approved", $"{name}.approved.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        File.Exists(file).Should().BeTrue($"{file} is to be approved: run with UPDATE_APPROVED=1 and look at it");
        text.Should().Be(File.ReadAllText(file));
    }

    /// <summary>Without what differs from run to run: ids, digests, ports, times, the user.</summary>
    private static string Steady(string json)
    {
        var steady = Folder().Replace(json, "/CHANGESETS/DATE-");
        steady = Port().Replace(steady, "http://$1:PORT");
        steady = Digest().Replace(steady, "SHA256");
        steady = Id().Replace(steady, "CHANGESET");
        steady = Time().Replace(steady, "TIME");
        steady = Code().Replace(steady, "\"code\": \"CODE\"");
        steady = steady.Replace($"\"by\": \"{Environment.UserName}@{Environment.MachineName}\"", "\"by\": \"USER@MACHINE\"", StringComparison.Ordinal);
        steady = SupplierCode().Replace(steady, "code SUYYMM-");
        return Place().Replace(steady, "line N, byte N");
    }

    [GeneratedRegex(@"http://(127\.0\.0\.1|localhost):\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"/[^"" ]*/changesets-[^/]+/\d{4}-\d\d-\d\d-")]
    private static partial Regex Folder();

    // Dolibarr draws it with the month of today.
    [GeneratedRegex(@"code SU\d{4}-")]
    private static partial Regex SupplierCode();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    [GeneratedRegex("01[0-9A-HJKMNP-TV-Z]{14}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")]
    private static partial Regex Time();

    [GeneratedRegex("\"code\": \"[0-9a-z]{8}\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"line \d+, byte \d+")]
    private static partial Regex Place();
}
