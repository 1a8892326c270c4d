namespace DolibarrAgent.Architecture.Tests;

/// <summary>Every assembly beside the program that writes to prod is one that somebody decided on.</summary>
public class ReplayFolderTests
{
    private static readonly string[] Shipped =
    [
        "DolibarrAgent.Changesets.dll", "DolibarrAgent.Desk.dll", "DolibarrAgent.Dolibarr.dll", "DolibarrAgent.Intake.dll",
            "DolibarrAgent.Operations.dll",
        "DolibarrAgent.Readers.dll", "DolibarrAgent.Replay.dll", "DolibarrAgent.Resources.dll", "DolibarrAgent.Review.dll",
            "DolibarrAgent.Risks.dll",
        "DolibarrAgent.Settings.dll", "DolibarrAgent.Shell.dll", "replay.dll",
        // For the process that reads evidence again.
        "BouncyCastle.Cryptography.dll", "MimeKit.dll", "System.IO.Hashing.dll", "System.Security.Cryptography.Pkcs.dll",
        "UglyToad.PdfPig.dll", "UglyToad.PdfPig.Core.dll", "UglyToad.PdfPig.DocumentLayoutAnalysis.dll", "UglyToad.PdfPig.Fonts.dll", "UglyToad.PdfPig.Package.dll", "UglyToad.PdfPig.Tokenization.dll", "UglyToad.PdfPig.Tokens.dll",
        "Microsoft.Data.Sqlite.dll", "Npgsql.dll", "SQLitePCLRaw.batteries_v2.dll", "SQLitePCLRaw.core.dll", "SQLitePCLRaw.provider.e_sqlite3.dll",
        "Polly.Core.dll", "Refit.dll",
        "Serilog.dll", "Serilog.Extensions.Logging.dll", "Serilog.Formatting.Compact.dll", "Serilog.Sinks.File.dll",
        "Spectre.Console.dll", "Spectre.Console.Ansi.dll", "System.CommandLine.dll",
    ];

    [Fact]
    public void The_folder_of_replay_holds_these_assemblies_and_no_other() =>
        Directory.GetFiles(Project.OutputOf("ReplayTool"), "*.dll").Select(Path.GetFileName).Should().BeEquivalentTo(Shipped);
}
