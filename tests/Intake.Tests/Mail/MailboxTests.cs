using System.Text;

namespace DolibarrAgent.Intake.Tests.Mail;

public sealed class MailboxTests
{
    [Fact]
    public void Each_From_line_after_an_empty_one_begins_a_message()
    {
        var messages = Split("From a Mon\nSubject: 1\n\none\n\nFrom b Tue\nSubject: 2\n\ntwo\n");

        messages.Should().Equal("Subject: 1\n\none\n\n", "Subject: 2\n\ntwo\n");
    }

    [Fact]
    public void The_word_From_in_a_text_begins_none() => Split("From a Mon\r\nSubject: 1\r\n\r\nFrom\r\nline\r\nFrom here on\r\n").Should().ContainSingle();

    [Fact]
    public void The_bytes_are_as_they_stand_in_the_box() => Split("From a Mon\nX: y\n\n>From me\n").Should().Equal("X: y\n\n>From me\n");

    /// <summary>Each of these MimeKit's parser of mailboxes cuts in another place, or does not get past.</summary>
    [Theory]
    [InlineData("Subject: 1\n\nPlease pay.\nFrom here on we pay\nby transfer.\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\nFrom here on\n--b--\n")]
    [InlineData("this is no header\nnor is this\n")]
    [InlineData("From b\nSubject: 1\n\none\n")]
    [InlineData("Content-Length: 22\n\none\nFrom b\ntwo\n")]
    public void Whatever_is_in_a_message_it_keeps_its_bytes_and_ends_none_of_the_others(string message) =>
        Split($"From a\n{message}\nFrom z\nSubject: z\n\nlast").Should().Equal($"{message}\n", "Subject: z\n\nlast");

    [Theory]
    [InlineData("Content-Length: 9999\r\n\r\none\r\n\r\n")]
    [InlineData("Content-Length: 1\n\none\n\n\n")]
    [InlineData("\nno headers\n\n")]
    [InlineData("Subject: \u00e9\u00ff\n\n\u0000\u0080\u00ff\n\n")]
    public void No_length_and_no_byte_changes_that(string message) =>
        Split($"From a\n{message}From z\nX: y\n").Should().Equal(message, "X: y\n");

    [Theory]
    [InlineData("From a Mon 2026\nX: y", true)]
    [InlineData("From: a@b.example\n", false)]
    [InlineData("", false)]
    public void A_mailbox_begins_with_the_word_and_a_blank(string text, bool isBox) => Mailbox.Is(Encoding.ASCII.GetBytes(text)).Should().Be(isBox);

    [Fact]
    public void An_empty_message_is_none() => Split("From a Mon\n").Should().BeEmpty();

    private static IEnumerable<string> Split(string box) =>
        Mailbox.Messages(Encoding.Latin1.GetBytes(box)).Select(m => Encoding.Latin1.GetString(m.Span));
}
