using System.CommandLine;
using System.CommandLine.Parsing;

namespace DolibarrAgent.AgentHost;

/// <summary>The bounds of a model's work as options, each with its default.</summary>
internal sealed class BoundOptions
{
    private readonly Option<int> steps = Number("--steps", "The most calls of the model.", Bounds.Default.Steps, Bounds.MostSteps);
    private readonly Option<int> seconds = Number("--seconds", "The longest time.", (int)Bounds.Default.Time.TotalSeconds, 24 * 3600);
    private readonly Option<int> tokens = Number("--tokens", "The most tokens, as the endpoint counts them; where it does not, an estimate.", (int)Bounds.Default.Tokens, 100_000_000);
    private readonly Option<int> writes = WritesOption();

    public void AddTo(Command command)
    {
        foreach (var option in new[] { steps, seconds, tokens, writes })
        {
            command.Options.Add(option);
        }
    }

    public Bounds Of(ParseResult parsed) => new(parsed.GetValue(steps), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(tokens), parsed.GetValue(writes));

    public static Option<int> WritesOption() => Number("--writes", "The most operations that are tried on the sandbox.", Bounds.Default.Writes, 10_000);

    private static Option<int> Number(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} From 1 to {most}.", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number >= 1 && number <= most))
            {
                result.AddError($"{name} is a number from 1 to {most}.");
            }
        });
        return option;
    }
}
