using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Samples;

/// <summary>A mail with files, as a mail program would send it.</summary>
public sealed record SampleEmail
{
    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>The receiver's address.</summary>
    public string To { get; init; } = "factures@client.example";

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The same text for people; null for a mail without HTML.</summary>
    public string? Html { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<SampleAttachment> Attachments { get; init; } = [];

    /// <summary>A supplier's mail with the Factur-X PDF of an invoice, sent on its date.</summary>
    public static SampleEmail With(SampleInvoice invoice) => new()
    {
        From = "factures@fournisseur.example",
        Subject = $"Votre facture {invoice.Number}",
        Date = new DateTimeOffset(invoice.IssueDate.ToDateTime(new TimeOnly(9, 30)), TimeSpan.FromHours(1)),
        Text = $"Bonjour,\n\nveuillez trouver ci-joint notre facture {invoice.Number}.\n\nCordialement,\n{invoice.Seller.Name}\n",
        Html = $"<html><body><p>Bonjour,</p><p>veuillez trouver ci-joint notre facture {invoice.Number}.</p><p>Cordialement,<br>{invoice.Seller.Name}</p></body></html>",
        Attachments = [new(string.Concat(invoice.Number.Split('/', ' ')) + ".pdf", "application/pdf", SamplePdf.Of(invoice))],
    };

    /// <summary>The message in the form of RFC 5322 and MIME. The same mail gives the same bytes.</summary>
    public byte[] ToBytes()
    {
        var mark = Mark();
        var message = new StringBuilder();
        Line(message, $"From: {From}");
        Line(message, $"To: {To}");
        Line(message, $"Subject: {Header(Subject)}");
        Line(message, $"Date: {Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)}{Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}");
        Line(message, $"Message-ID: <{mark}@fournisseur.example>");
        Line(message, "MIME-Version: 1.0");
        Line(message, $"Content-Type: multipart/mixed; boundary=\"m-{mark}\"");
        Line(message, "");
        Line(message, $"--m-{mark}");
        Line(message, $"Content-Type: multipart/alternative; boundary=\"a-{mark}\"");
        Line(message, "");
        Part(message, $"a-{mark}", ["Content-Type: text/plain; charset=utf-8"], Encoding.UTF8.GetBytes(Text));
        if (Html is not null)
        {
            Part(message, $"a-{mark}", ["Content-Type: text/html; charset=utf-8"], Encoding.UTF8.GetBytes(Html));
        }

        Line(message, $"--a-{mark}--");
        foreach (var file in Attachments)
        {
            Part(message, $"m-{mark}", [$"Content-Type: {file.ContentType}", $"Content-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(file.Name)}"], file.Content);
        }

        Line(message, $"--m-{mark}--");
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    private string Mark()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { From, To, Subject, Text, Date.ToString("O", CultureInfo.InvariantCulture) })
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        foreach (var file in Attachments)
        {
            hash.AppendData(file.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..24];
    }

    private static void Part(StringBuilder message, string boundary, IEnumerable<string> headers, byte[] content)
    {
        Line(message, $"--{boundary}");
        foreach (var header in headers.Append("Content-Transfer-Encoding: base64"))
        {
            Line(message, header);
        }

        Line(message, "");
        foreach (var line in Convert.ToBase64String(content).Chunk(76))
        {
            message.Append(line).Append("\r\n");
        }
    }

    private static void Line(StringBuilder message, string line) => message.Append(line).Append("\r\n");

    // RFC 2047, for what is not ASCII; a word of it has at most 75 characters.
    private static string Header(string text) => text.All(char.IsAscii)
        ? text
        : string.Join("\r\n ", text.Chunk(14).Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
}

/// <summary>A file of a mail.</summary>
public sealed record SampleAttachment(string Name, string ContentType, byte[] Content);
