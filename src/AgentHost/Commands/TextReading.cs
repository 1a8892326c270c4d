using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary><c>agent read FILE… --text</c>: the text of pages, as a program reads it.</summary>
internal sealed class TextReading(Terminal terminal, bool json)
{
    private static readonly Refusal NoPages = new(
        Codes.PagesNone, "There is no PDF and no picture in it.",
        "Give the PDF, a picture (PNG, JPEG, TIFF), or the mail that it came with.");

    public async Task<int> RunAsync(string[] paths, CancellationToken cancel)
    {
        using var reader = PageReaders.By(terminal.Variables);
        var all = ExitCode.Done;
        foreach (var path in paths)
        {
            all = await ReadAsync(path, reader, cancel) ? all : ExitCode.Refused;
        }
        return all;
    }

    /// <summary>Whether there were pages, and all of them were read.</summary>
    private async Task<bool> ReadAsync(string path, PageReader reader, CancellationToken cancel)
    {
        var (bytes, problem) = await InputFile.ReadAsync(path, cancel);
        if (problem is not null)
        {
            await terminal.Out.WriteLineAsync(json ? ReadCommand.Rejected(problem) : ReadingText.Of(problem));
            return false;
        }
        var files = FilesWithPages(DocumentReader.Read(path, bytes, ReadLimits.Default, cancel));
        if (files.Count == 0)
        {
            await ShowAsync(path, new PagesRead.Refused(NoPages));
            return false;
        }
        var whole = true;
        foreach (var file in files)
        {
            var read = await reader.ReadAsync(file.Bytes, cancel);
            await ShowAsync(files.Count == 1 && file.Name == path ? path : $"{path}/{file.Place}", read);
            whole &= read is PagesRead.Done { Missing: null };
        }
        return whole;
    }

    /// <summary>The file itself, or what a mail or an archive brings: each once.</summary>
    private static List<SourceFile> FilesWithPages(Reading reading) =>
    [
        .. (reading.Mail is { } mail ? mail.AllFiles() : [reading.File]).Concat(reading.Documents.Select(document => document.File))
            .Where(file => file.HasPages).DistinctBy(file => file.Digest()),
    ];

    private async Task ShowAsync(string file, PagesRead read)
    {
        var lines = read switch
        {
            PagesRead.Done done => json ? PagesJsonLines.Of(file, done) : PagesLines.Of(file, done),
            PagesRead.Refused { Reason: var why } when new Problem(why.Code, file, why.Message, why.Remedy) is var problem =>
                [json ? ReadCommand.Rejected(problem) : ReadingText.Of(problem)],
            _ => throw new InvalidOperationException("Pages are read or not."),
        };
        foreach (var line in lines)
        {
            await terminal.Out.WriteLineAsync(line);
        }
    }
}
