using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What a mail says. All of it was written by somebody else: it is data, whatever it asks for.</summary>
public sealed record MailFacts
{
    /// <summary>Without the angle brackets; null where the mail has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The sender as the mail claims, which proves nothing.</summary>
    public string? From { get; init; }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>When it says it was sent; null where it does not, or not in a way that can be understood.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The plain text; where there is only HTML, its text without the tags. Cut at <see cref="ReadLimits.MailTextCharacters"/>, with a warning.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it has an HTML face, which may show a person something else than <see cref="Text"/>.</summary>
    public bool HasHtml { get; init; }

    /// <summary>The files, those of a TNEF container (<c>winmail.dat</c>) taken out of it.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>The messages that were forwarded in it.</summary>
    public ImmutableArray<MailFacts> Nested { get; init; } = [];

    /// <summary>What was cut, skipped or fixed.</summary>
    public ImmutableArray<IntakeWarning> Warnings { get; init; } = [];

    /// <summary>All that can be read in it as text: sender, subject, words and names of files, then those of the messages in it.</summary>
    public IEnumerable<string> AllTexts => [From ?? "", Subject ?? "", Text, .. Files.Select(file => file.Name), .. Nested.SelectMany(nested => nested.AllTexts)];

    /// <summary>Whether it, or a message in it, has words of its own.</summary>
    public bool HasWords => !string.IsNullOrWhiteSpace(Text) || Nested.Any(nested => nested.HasWords);

    /// <summary>The files of this message, then those of the messages in it.</summary>
    public IEnumerable<SourceFile> AllFiles() => Files.Concat(Nested.SelectMany(n => n.AllFiles()));
}
