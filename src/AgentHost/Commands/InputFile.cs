using System.Collections.Immutable;
using System.CommandLine.Parsing;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>A file that a person names on the command line.</summary>
internal static class InputFile
{
    private const long Largest = 1L << 30;

    /// <summary>Refuses what was meant for an option: a file of that name is given as <c>./--name</c>.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
        {
            var like = result.Parent is CommandResult { Command.Options: var options }
                ? Likeness.Nearest(token.Value, [.. options.Select(option => option.Name)]) : null;
            var typed = Shown.Line(token.Value);
            result.AddError($"'{typed}' is not an option of this command; a file of that name is given as ./{typed}."
                + (like is null ? "" : $" Did you mean {like}?"));
        }
    }

    /// <summary>Several, each by its plain name, and all that cannot be read.</summary>
    public static async Task<InputFiles> ReadAllAsync(string[] paths, CancellationToken cancel)
    {
        var files = ImmutableArray.CreateBuilder<NamedBytes>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var path in paths)
        {
            var (bytes, problem) = await ReadAsync(path, cancel);
            files.Add(new NamedBytes(Path.GetFileName(path), bytes));
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }
        return new InputFiles(files.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Its bytes, or why it cannot be read.</summary>
    public static async Task<MessageBytes> ReadAsync(string path, CancellationToken cancel)
    {
        if (path.Length == 0)
        {
            return new MessageBytes(default, new Problem(Codes.FileMissing, "''", "The name of the file is empty."));
        }
        try
        {
            if (Directory.Exists(path))
            {
                return new MessageBytes(default, new Problem(Codes.FileIsFolder, path, "This is a folder."));
            }
            if (RegularFile.ProblemOf(path) is { } problem)
            {
                return new MessageBytes(default, problem);
            }
            return new FileInfo(path) switch
            {
                { Exists: false } => new MessageBytes(default, new Problem(Codes.FileMissing, path, "There is no such file.")),
                { Length: > Largest } large => new MessageBytes(default, new Problem(Codes.FileTooLarge, path, $"The file has {large.Length} bytes.", "This is not an invoice; name the right file.")),
                _ => new MessageBytes(await File.ReadAllBytesAsync(path, cancel), null),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new MessageBytes(default, new Problem(Codes.FileUnreadable, path, $"The file cannot be read: {e.Message}", "Check that it exists and that you may read it."));
        }
    }
}

/// <summary>The files that a person named.</summary>
/// <param name="Problems">What of them cannot be read; empty where all can.</param>
internal sealed record InputFiles(ImmutableArray<NamedBytes> Files, ImmutableArray<Problem> Problems);

/// <summary>A file by its plain name.</summary>
internal sealed record NamedBytes(string Name, ReadOnlyMemory<byte> Bytes);
