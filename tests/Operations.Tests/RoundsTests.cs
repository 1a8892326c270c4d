using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations.Tests;

/// <summary>What several want to know goes out in one call, and none of them suffers for another.</summary>
public class RoundsTests
{
    private readonly List<IReadOnlyList<int>> calls = [];
    private readonly Rounds rounds = new(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_all_ask_for_goes_out_in_one_call_a_round_each_value_once()
    {
        var questions = Asking(_ => null);

        var answers = await rounds.TogetherAsync([1, 2, 2, 3], async n =>
        {
            await questions.AskAsync(n, Cancel);
            return ((Answer<ImmutableArray<int>>.Ok)await questions.AskAsync(n + 10, Cancel)).Value.Single();
        });

        answers.Should().Equal(11, 12, 12, 13);
        calls.Select(call => string.Join(",", call.Order())).Should().Equal("1,2,3", "11,12,13");
    }

    [Fact]
    public async Task Who_ends_or_fails_early_keeps_nobody_waiting()
    {
        var questions = Asking(_ => null);

        var together = rounds.TogetherAsync([0, 1, 2], async n => n switch
        {
            0 => 0,
            1 => throw new InvalidOperationException("of its own"),
            _ => ((Answer<ImmutableArray<int>>.Ok)await questions.AskAsync(n, Cancel)).Value.Single(),
        });

        await FluentActions.Awaiting(() => together).Should().ThrowAsync<InvalidOperationException>();
        calls.Should().ContainSingle();
    }

    [Fact]
    public async Task Who_asks_alone_is_answered_at_once() =>
        ((Answer<ImmutableArray<int>>.Ok)await Asking(_ => null).AskAsync(7, Cancel)).Value.Should().Equal(7);

    [Fact]
    public async Task A_value_that_the_server_takes_for_an_attack_is_refused_and_the_others_are_found()
    {
        var questions = Asking(values => values.Contains(5) ? Codes.Firewall : null);

        var answers = await rounds.TogetherAsync(Enumerable.Range(1, 8).ToList(), n => questions.AskAsync(n, Cancel));

        answers.Select((answer, i) => (i + 1, answer is Answer<ImmutableArray<int>>.Ok)).Where(a => !a.Item2).Should().Equal((5, false));
    }

    [Fact]
    public async Task A_key_that_may_not_ask_is_told_so_once_however_many_values_there_are()
    {
        var questions = Asking(_ => Codes.RightMissing);

        var answers = await rounds.TogetherAsync(Enumerable.Range(1, 1000).ToList(), n => questions.AskAsync(n, Cancel));

        answers.Should().AllBeOfType<Answer<ImmutableArray<int>>.Refused>();
        calls.Should().ContainSingle();
    }

    /// <summary>A server that finds each value, or refuses the call with a code.</summary>
    private Questions<int, ImmutableArray<int>> Asking(Func<IReadOnlyList<int>, ProblemCode?> refusal) => Questions.AllAtOnce<int, int>(rounds, (values, _) =>
    {
        calls.Add(values);
        return Task.FromResult<Answer<ImmutableArray<int>>>(refusal(values) is { } code
            ? new Answer<ImmutableArray<int>>.Refused(new Problem(code, "", "no", "nothing"), 403)
            : new Answer<ImmutableArray<int>>.Ok([.. values]));
    }, value => value);
}
