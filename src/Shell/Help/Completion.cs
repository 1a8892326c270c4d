using System.Collections.Immutable;

namespace DolibarrAgent.Shell;

/// <summary>
/// What a shell runs once to know how to complete a program's line. The words come from the program itself, which is asked
/// with the line and the place of the cursor (<c>[suggest:9]</c>): they are always those of the version that is installed.
/// </summary>
public static class Completion
{
    private const string Program = "PROGRAM";

    private const string Bash = """
        # In ~/.bashrc: source <(PROGRAM completion bash)
        _PROGRAM_words() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(PROGRAM "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _PROGRAM_words PROGRAM

        """;

    private const string Zsh = """
        # In ~/.zshrc, behind compinit: source <(PROGRAM completion zsh)
        _PROGRAM_words() {
          local -a found
          found=("${(@f)$(PROGRAM "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -- ${found:#}
          _files
        }
        compdef _PROGRAM_words PROGRAM

        """;

    private const string Fish = """
        # In ~/.config/fish/completions/PROGRAM.fish: PROGRAM completion fish | source
        complete -c PROGRAM -a '(PROGRAM "[suggest:"(commandline -C)"]" (commandline -cp | string collect) 2>/dev/null)'

        """;

    private const string PowerShell = """
        # In $PROFILE: PROGRAM completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName PROGRAM -ScriptBlock {
          param($word, $line, $cursor)
          PROGRAM "[suggest:$cursor]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }

        """;

    /// <summary>The shells that there is a script for.</summary>
    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>The script.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <param name="program">The program as it is called: <c>replay</c>.</param>
    public static string ScriptOf(string shell, string program)
    {
        var script = shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "powershell" => PowerShell,
            _ => throw new ArgumentException($"There is no script for '{shell}'.", nameof(shell)),
        };
        return script.Replace(Program, program, StringComparison.Ordinal).ReplaceLineEndings("\n");
    }
}
