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

    [Theory]
    [InlineData("From a Mon 2026\nX: y", true)]
    [InlineData("From: a@b.example\n", false)]
    [InlineData("", false)]
    public void A_mailbox_begins_with_the_word_and_a_blank(string text, bool isBox) => Mailbox.Is(Encoding.ASCII.GetBytes(text)).Should().Be(isBox);

    [Fact]
    public void An_empty_message_is_none() => Split("From a Mon\n").Should().BeEmpty();

    private static IEnumerable<string> Split(string box) => Mailbox.Messages(Encoding.ASCII.GetBytes(box)).Select(m => Encoding.ASCII.GetString(m.Span));
}
