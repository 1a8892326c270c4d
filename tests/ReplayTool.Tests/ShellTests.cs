using System.Diagnostics;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>What a shell is told: how to complete a line, and the page for <c>man</c>.</summary>
public sealed class ShellTests
{
    private static readonly Dictionary<string, string?> NoVariables = new(StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bash", "complete -o default -F _replay_words replay")]
    [InlineData("zsh", "compdef _replay_words replay")]
    [InlineData("fish", "complete -c replay -a")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName replay")]
    public async Task Each_shell_gets_a_script_that_asks_the_program_itself(string shell, string said)
    {
        var ran = await Ran.ReplayAsync(NoVariables, "completion", shell);

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain(said).And.Contain("[suggest:").And.NotContain("PROGRAM");
    }

    [Theory]
    [InlineData("tcsh", "tcsh")]
    [InlineData(null, "completion")]
    public async Task A_shell_that_is_not_known_or_not_named_is_refused(string? shell, string said)
    {
        var ran = await Ran.ReplayAsync(NoVariables, shell is null ? ["completion"] : ["completion", shell]);

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("wrong-arguments").And.Contain(said);
    }

    /// <summary>The script as bash runs it, with the place of the cursor at the end of the line.</summary>
    [Theory]
    [InlineData("replay st", "status")]
    [InlineData("replay status --al", "--all")]
    [InlineData("replay completion f", "fish")]
    [InlineData("replay zzz", "")]
    public async Task In_bash_it_completes_what_was_begun(string line, string completed)
    {
        var script = (await Ran.ReplayAsync(NoVariables, "completion", "bash")).Output;
        var program = $"replay() {{ dotnet exec '{Ran.Program}' \"$@\"; }}";
        var typed = $"COMP_LINE='{line}'; COMP_POINT={line.Length}; COMP_WORDS=({line}); COMP_CWORD={line.Split(' ').Length - 1}";
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c",
            $"{program}\n{script}\n{typed}; _replay_words; echo \"${{COMPREPLY[*]}}\""])
        { RedirectStandardOutput = true })!;

        var found = await bash.StandardOutput.ReadToEndAsync(Cancel);
        await bash.WaitForExitAsync(Cancel);

        found.Trim().Should().Be(completed);
    }

    [Theory]
    [InlineData("en", ".SH \"EXIT CODES\"", "Show the name and the version.")]
    [InlineData("fr", ".SH \"CODES DE RETOUR\"", "Affiche le nom et la version.")]
    public async Task The_page_for_man_has_every_command_option_variable_and_exit_code(string language, string heading, string version)
    {
        var ran = await Ran.ReplayAsync(NoVariables, "man", "--language", language);

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().StartWith(".TH \"REPLAY\" 1 \"\" \"replay ").And
            .Contain(language == "fr" ? ".SH \"NOM\"" : ".SH \"NAME\"")
            .And.Contain(heading).And.Contain(version).And.Contain(".SS \"replay desk\"").And.Contain("\\-\\-confirm")
            .And.Contain("DOLIBARR_PROD_WRITE_KEY");
        ran.Output.Split('\n').Where(line => line.StartsWith('.') || line.StartsWith('\''))
            .Should().OnlyContain(line => Macros.Contains(line.Split(' ')[0]));
    }

    private static readonly string[] Macros = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br"];
}
