using System.Text;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.EndToEnd.Tests.Hostile;

/// <summary>A name from outside never becomes a path, whoever gives it: a mail, an invoice, a model.</summary>
public sealed class NamesAndPathsTests : IAsyncLifetime
{
    private const string Secret = "the secret of this machine";

    private Attacked attacked = null!;
    private string secret = "";

    public async ValueTask InitializeAsync()
    {
        attacked = await Attacked.StartAsync();
        secret = Path.Combine(attacked.Two.Folder, "secret.txt");
        await File.WriteAllTextAsync(secret, Secret, Cancel);
    }

    public ValueTask DisposeAsync() => attacked.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names =>
    [
        "../../../../tmp/x.pdf", "..\\..\\x.pdf", "C:\\Windows\\x.pdf", "/etc/cron.d/x.pdf", "x\u0000.pdf", "NUL", "con.pdf", "..", ".", "",
        "~/x.pdf", "a--b.pdf", "x;rm -rf $HOME.pdf", "%2e%2e%2fx.pdf", "file:///etc/passwd", "a\r\nb.pdf", LongName,
    ];

    private static readonly string LongName = new string('x', 300) + ".pdf";

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Of_an_attachment_or_an_invoice_it_leads_nowhere(string name)
    {
        var variables = attacked.Anew();
        var folder = variables["DOLIBARR_CHANGESETS"]!;
        var around = Around(folder);
        // A number with a back slash is refused, for Dolibarr does not keep it; what a number may hold is tried here.
        var number = string.Concat(name.Where(c => c is not ('\0' or '\\')));
        var sample = SampleCatalogue.Hosting with { Number = $"F {number[..Math.Min(40, number.Length)]}" };
        var mail = SampleEmail.With(sample);
        var pdf = SamplePdf.Of(sample, SampleXml.Of(sample));
        using var skill = Attacked.SkillWith(variables);
        await skill.Documents.GiveAsync(name, (mail with { Attachments = [new(name, "application/pdf", pdf)] }).ToBytes(), Cancel);
        var model = new ObedientModel(DolibarrPlugin.Of(skill, NullLogger.Instance));

        var entered = await model.CallAsync("enter_invoice", new() { ["invoice"] = "invoice1" }, Cancel);
        await model.CallAsync("finish_changeset", null, Cancel);

        entered.Should().Contain("\"done\"").And.Contain("\"validated\":true");
        Around(folder).Should().BeEquivalentTo(around.Append(folder), "all that was written is in the folder of changesets");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Should().OnlyContain(f => Path.GetFileName(f) == "changeset.json" || IsBlob(f));
        Directory.GetDirectories(folder).Select(f => Path.GetFileName(f)).Should().OnlyContain(f => f.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && f.Length < 120);
        var uploaded = TwoInstances.Writes(attacked.Two.Sandbox).Where(w => w.Call == "POST /documents/upload").Select(w => w.Body!).ToList();
        uploaded.Should().ContainSingle().Which.Should().MatchRegex("\"filename\":\"[A-Za-z0-9._-]{1,110}\"");
    }

    [Theory]
    [InlineData("\u202efdp.exe")]
    [InlineData("facture.html")]
    public async Task An_invoice_under_a_name_that_would_run_or_open_as_a_page_is_not_entered(string name)
    {
        using var skill = Attacked.SkillWith(attacked.Anew());
        var pdf = SamplePdf.Of(SampleCatalogue.Hosting, SampleXml.Of(SampleCatalogue.Hosting));
        await skill.Documents.GiveAsync("mail.eml",
            (SampleEmail.With(SampleCatalogue.Hosting) with { Attachments = [new(name, "application/pdf", pdf)] }).ToBytes(), Cancel);
        var model = new ObedientModel(DolibarrPlugin.Of(skill, NullLogger.Instance));

        (await model.CallAsync("enter_invoice", new() { ["invoice"] = "invoice1" }, Cancel)).Should().Contain("refused");
        TwoInstances.Writes(attacked.Two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task Given_by_a_model_it_reads_no_file_that_the_session_was_not_given()
    {
        var variables = attacked.Anew();
        using var skill = Attacked.SkillWith(variables);
        await skill.Documents.GiveAsync("mail.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes(), Cancel);
        var plugin = DolibarrPlugin.Of(skill, NullLogger.Instance);
        var model = new ObedientModel(plugin);
        string[] paths = [secret, Path.GetRelativePath(Environment.CurrentDirectory, secret), $"file://{secret}", $"file1/../../{secret}", secret + "\u0000.pdf", "../../etc/passwd", "file1 "];

        foreach (var path in paths)
        {
            foreach (var function in plugin)
            {
                foreach (var parameter in function.Metadata.Parameters)
                {
                    var arguments = new Microsoft.SemanticKernel.KernelArguments();
                    foreach (var other in function.Metadata.Parameters.Where(p => p.IsRequired))
                    {
                        arguments[other.Name] = other.Name is "invoice" or "supplier" or "third_party" ? "1" : "1.00";
                    }
                    arguments[parameter.Name] = path;
                    await model.CallAsync(function.Name, arguments, Cancel);
                }
            }
        }

        model.Results.Should().HaveCountGreaterThan(200).And.NotContain(r => r.Contains(Secret, StringComparison.Ordinal) || r.Contains("root:", StringComparison.Ordinal));
        TwoInstances.Writes(attacked.Two.Sandbox).Should().NotContain(w => w.Call == "POST /documents/upload");
        Written(variables).Should().NotContain(text => text.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../thirdparties/1")]
    [InlineData("1/../2")]
    [InlineData("1?x=1")]
    [InlineData("1#")]
    [InlineData("-1")]
    [InlineData("0x1")]
    [InlineData("١")]
    public async Task No_handle_becomes_a_part_of_an_address(string handle)
    {
        using var skill = Attacked.SkillWith(attacked.Anew());
        var model = new ObedientModel(DolibarrPlugin.Of(skill, NullLogger.Instance));

        var results = new[]
        {
            await model.CallAsync("get_object", new() { ["resource"] = "thirdparty", ["id"] = handle }, Cancel),
            await model.CallAsync("get_object", new() { ["resource"] = "supplierInvoice", ["id"] = handle }, Cancel),
            await model.CallAsync("update_third_party", new() { ["third_party"] = handle, ["phone"] = "1" }, Cancel),
            await model.CallAsync("validate_supplier_invoice", new() { ["invoice"] = handle, ["gross"] = "12.00" }, Cancel),
        };

        results.Should().OnlyContain(r => r.Contains("unknown-handle", StringComparison.Ordinal));
        TwoInstances.Writes(attacked.Two.Sandbox).Should().BeEmpty();
    }

    private static bool IsBlob(string file) => Path.GetFileName(Path.GetDirectoryName(file)) == "blobs" && Path.GetFileName(file) is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower);

    /// <summary>What lies beside the folder of changesets, and where a path could have led to.</summary>
    private static string[] Around(string folder) =>
        [.. Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!).Where(f => Path.GetFileName(f).StartsWith("case-", StringComparison.Ordinal) || !Directory.Exists(f)), .. Directory.GetFiles(Environment.CurrentDirectory)];

    private static IEnumerable<string> Written(Dictionary<string, string?> variables) => Directory.Exists(variables["DOLIBARR_CHANGESETS"])
        ? Directory.GetFiles(variables["DOLIBARR_CHANGESETS"]!, "*", SearchOption.AllDirectories).Select(f => Encoding.UTF8.GetString(File.ReadAllBytes(f)))
        : [];
}
