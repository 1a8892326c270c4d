using System.Globalization;
using System.Text;
using MimeKit;

namespace DolibarrAgent.Intake;

/// <summary>What was found so far in one message, or in a container by itself.</summary>
/// <param name="container">What the message was taken out of; null where it came as it is.</param>
internal sealed class MailContent(SourceFile? container)
{
    public const string SignedMail = "The mail is signed; the signature was not checked.";

    private readonly StringBuilder plain = new();
    private readonly StringBuilder html = new();
    private readonly List<IntakeWarning> warnings = [];

    /// <summary>What its parts are in.</summary>
    public SourceFile? Container { get; private set; } = container;

    /// <summary>Whether a part of a mail was found in it.</summary>
    public bool IsMail { get; private set; }

    public List<SourceFile> Files { get; } = [];

    public List<MailFacts> Nested { get; } = [];

    /// <summary>Goes through parts of a mail that are in this container.</summary>
    public void Within(SourceFile inner, Action walk)
    {
        var outer = Container;
        (Container, IsMail) = (inner, true);
        walk();
        Container = outer;
    }

    public void Warn(string code, string text) => warnings.Add(new(code, text));

    public void AddText(TextPart part)
    {
        var into = part.IsHtml ? html : plain;
        into.Append(into.Length > 0 ? "\n" : "").Append(part.Text);
    }

    public MailFacts ToFacts(MimeMessage? message, int mostCharacters)
    {
        var text = plain.Length > 0 ? plain.ToString() : HtmlText.Of(html.ToString());
        if (text.Length > mostCharacters)
        {
            Warn("mail-text-cut", string.Create(CultureInfo.InvariantCulture, $"Of {text.Length} characters of text, {mostCharacters} were kept."));
            text = text[..mostCharacters];
        }

        return new()
        {
            MessageId = message?.MessageId,
            From = message?.From.Mailboxes.FirstOrDefault()?.Address ?? message?.Sender?.Address,
            Subject = message?.Subject,
            Date = message is not null && message.Headers.Contains(HeaderId.Date) && message.Date != default ? message.Date : null,
            Text = text,
            HasHtml = html.Length > 0,
            Files = [.. Files],
            Nested = [.. Nested],
            Warnings = [.. warnings],
        };
    }
}
