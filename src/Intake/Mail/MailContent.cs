using System.Globalization;
using System.Text;
using MimeKit;

namespace DolibarrAgent.Intake;

/// <summary>What was found in one message so far.</summary>
internal sealed class MailContent
{
    private readonly StringBuilder plain = new();
    private readonly StringBuilder html = new();
    private readonly List<IntakeWarning> warnings = [];

    public List<SourceFile> Files { get; } = [];

    public List<MailFacts> Nested { get; } = [];

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
