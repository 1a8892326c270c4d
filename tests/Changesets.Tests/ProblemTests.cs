namespace DolibarrAgent.Changesets.Tests;

/// <summary>What happened and what to do are two sentences, whoever wrote the first.</summary>
public class ProblemTests
{
    [Theory]
    [InlineData("500: Internal Server Error: Error updating values", "500: Internal Server Error: Error updating values.")]
    [InlineData("It is not there.", "It is not there.")]
    [InlineData("It said 'no.'", "It said 'no.'")]
    [InlineData("It said 'no'", "It said 'no'.")]
    [InlineData("Which one?", "Which one?")]
    [InlineData("", "")]
    public void A_message_ends_before_the_remedy_begins(string message, string ended)
    {
        var problem = new Problem(Codes.ServerError, "op1", message, "Look again.");

        problem.Message.Should().Be(ended);
        (problem with { Message = message }).ToString().Should().Be($"op1: {ended} Look again.");
    }
}
