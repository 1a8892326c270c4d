using System.Collections.Immutable;
using System.CommandLine;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Mailboxes;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>How the user of a mailbox signs in, and where its messages go, as options. No password is an argument: other programs can
/// read those.</summary>
internal sealed class MailboxArguments
{
    private readonly Option<string?> passwordFile =
        Text("--password-file", "A file of yours alone that holds the mailbox's password.", "FILE");
    private readonly Option<string?> passwordCommand =
        Text("--password-command", "A program that prints the password, with its arguments. Started without a shell.", "COMMAND");
    private readonly Option<string?> tokenFile = Text("--token-file", "A file of yours alone that holds an OAuth access token.", "FILE");
    private readonly Option<string?> tokenCommand =
        Text("--token-command", "A program that prints an OAuth access token; asked again for each sign-in.", "COMMAND");
    private readonly Option<string?> moveDone =
        Text("--move-done", "The folder of the mailbox that messages are moved to once they are entered. Without it they stay.", "FOLDER");
    private readonly Option<string?> moveRefused =
        Text("--move-refused", "The folder of the mailbox for messages that a person has to look at.", "FOLDER");

    private IEnumerable<Option<string?>> All => [passwordFile, passwordCommand, tokenFile, tokenCommand, moveDone, moveRefused];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The sources of what was named, in its order, or all that is wrong with the mailbox among them.</summary>
    public Checked<IMessageSource> SourceOf(ImmutableArray<string> paths, ParseResult parsed, SourceManner manner)
    {
        ImmutableArray<string> urls = [.. paths.Where(MailboxUrl.Is)];
        if (urls is [])
        {
            return All.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } idle
                ? Wrong(Codes.MailboxMissing, idle.Name, "The option is for a mailbox, and none is named.")
                : new Checked<IMessageSource>.Valid(new SeveralSources([.. paths.Select(path => OfPath(path, manner))]));
        }
        if (urls is [_, var second, ..])
        {
            return MailboxUrl.Read(second) is Checked<MailboxUrl>.Invalid invalid
                ? new Checked<IMessageSource>.Invalid(invalid.Problems)
                : Wrong(Codes.MailboxSeveral, "the mailboxes", "Several mailboxes are named, and the password would go to each of them.");
        }
        var (url, secret) = (MailboxUrl.Read(urls[0]), SecretOf(parsed, manner.Terminal.Variables));
        if (url is not Checked<MailboxUrl>.Valid { Value: var folder } || secret is not Checked<SecretSource>.Valid { Value: var source })
        {
            return new Checked<IMessageSource>.Invalid([.. url.AllProblems, .. secret.AllProblems]);
        }
        var (done, refused) = (parsed.GetValue(moveDone), parsed.GetValue(moveRefused));
        var options = new MailboxOptions(folder, source)
        {
            MoveTo = [.. new[] { done, refused }.OfType<string>().Distinct(StringComparer.Ordinal)],
            Limits = MailboxLimits.Default with { MessageBytes = manner.Skill.Limits.FileBytes },
            Clock = manner.Skill.Patience.Clock,
            Log = manner.Skill.Log,
        };
        var mailbox = new MailboxSource(options, new MailboxManner(done, refused, manner.IsWatched, manner.Say));
        return new Checked<IMessageSource>.Valid(
            new SeveralSources([.. paths.Select(path => MailboxUrl.Is(path) ? mailbox : OfPath(path, manner))]));
    }

    private static IMessageSource OfPath(string path, SourceManner manner) =>
        new PathSource(path, manner.Skill.Patience.Clock) { IsWatched = manner.IsWatched };

    private Checked<SecretSource> SecretOf(ParseResult parsed, IReadOnlyDictionary<string, string?> variables)
    {
        ImmutableArray<Option<string?>> given = [.. All.Take(4).Where(option => parsed.GetValue(option) is not null)];
        if (given is not [var one])
        {
            return given is []
                ? Missing(Codes.MailboxSecretMissing, "the mailbox", "Nothing says by what its user signs in.",
                    $"Give one of {string.Join(", ", All.Take(4).Select(option => option.Name))}.")
                : Missing(Codes.MailboxSecretTwice, given[1].Name,
                    $"The user would sign in by {string.Join(" and ", given.Select(option => option.Name))}.",
                    Codes.MailboxSecretTwice.Remedy);
        }
        var (kind, value) = (one == passwordFile || one == passwordCommand ? SecretKind.Password : SecretKind.Token, parsed.GetValue(one)!);
        return new Checked<SecretSource>.Valid(one == passwordFile || one == tokenFile ? new SecretSource.File(kind, value)
            : new SecretSource.Command(kind, value, variables));
    }

    private static Checked<IMessageSource> Wrong(ProblemCode code, string place, string message) =>
        new Checked<IMessageSource>.Invalid([new Problem(code, place, message)]);

    private static Checked<SecretSource> Missing(ProblemCode code, string place, string message, string remedy) =>
        new Checked<SecretSource>.Invalid([new Problem(code, place, message, remedy)]);

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };
}

/// <summary>With what the sources of messages work.</summary>
/// <param name="Skill">The clock, the log and the limits of what is read.</param>
/// <param name="IsWatched">Whether more messages are waited for.</param>
/// <param name="Terminal">Where a person is told what is going on.</param>
internal sealed record SourceManner(SkillOptions Skill, bool IsWatched, Terminal Terminal)
{
    /// <summary>Tells a person, in one line.</summary>
    public void Say(string text) => Terminal.Error.WriteLine($"agent: {Shown.Line(text)}");
}
