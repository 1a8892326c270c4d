using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>The gate does not open because a file of it is gone, empty or has another name; each of its files, one at a time.</summary>
public sealed class FailClosedTests : SigningTest
{
    private static readonly Dictionary<string, Action<string>> Damages = new(StringComparer.Ordinal)
    {
        ["removed"] = File.Delete,
        ["renamed"] = path => File.Move(path, path + ".old"),
        ["moved away"] = path => File.Move(path, Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())),
        ["misspelt"] = path => File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(path).Remove(2, 1))),
        ["in capitals"] = path => File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(path).ToUpperInvariant())),
        ["emptied"] = path => File.WriteAllText(path, ""),
        ["a folder"] = path => { File.Delete(path); Directory.CreateDirectory(path); },
        ["a link"] = path => { File.Move(path, path + ".new"); File.CreateSymbolicLink(path, path + ".new"); },
    };

    public static TheoryData<string, string> Each => new(GateFiles.Known.SelectMany(file => Damages.Keys.Select(damage => (file, damage))));

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_plan_that_waited_is_refused(string file, string damage)
    {
        var changeset = await GuardedAsync();

        Damages[damage](Path.Combine(Gate.Folder, file));

        (await CodesAsync(changeset)).Should().NotBeEmpty().And.OnlyContain(code => code.StartsWith("gate-", StringComparison.Ordinal) || code == "targets-unreadable" || code == "not-enrolled");
        Writes.Should().Be(0);
    }

    [Fact]
    public async Task Another_folder_without_them_is_not_the_gate()
    {
        var changeset = await GuardedAsync();
        foreach (var file in GateFiles.Known)
        {
            File.Delete(Path.Combine(Gate.Folder, file));
        }

        (await CodesAsync(changeset)).Where(code => code == "gate-file-missing").Should().HaveSameCount(GateFiles.Known);
    }

    [Fact]
    public async Task A_person_may_accept_that_a_file_is_gone_and_the_ledger_keeps_why()
    {
        var changeset = await GuardedAsync();
        File.Delete(Gate.PolicyFile);
        File.Delete(Gate.AllowedSigners);
        File.Delete(Gate.AllowedRecorders);

        var accepted = await Accepting.AcceptAsync(Variables, new AcceptOrder(AcceptSubject.Gate, "We sign on paper now."), Options, Cancel);

        accepted.Should().BeOfType<AcceptResult.Done>().Which.Files.Should().Equal(TargetsFile.Name);
        (await CodesAsync(changeset)).Should().BeEmpty();
        var history = (HistoryResult.Good)await History.ReadAsync(Variables, (await LoadAsync(changeset)).Changeset.Id, TimeProvider.System, Cancel);
        history.History.Entries.Should().Contain(e => e.Content.Kind == EntryKind.Gate && e.Content.Body.Contains("on paper"));
    }

    [Fact]
    public async Task What_was_accepted_is_missed_again_once_it_was_back()
    {
        var changeset = await GuardedAsync();
        var policy = await File.ReadAllTextAsync(Gate.PolicyFile, Cancel);
        File.Delete(Gate.PolicyFile);
        await Accepting.AcceptAsync(Variables, new AcceptOrder(AcceptSubject.Gate, "For a while."), Options, Cancel);
        GateOfTest.Write(Gate.PolicyFile, policy);
        (await CodesAsync(changeset)).Should().BeEmpty();

        File.Delete(Gate.PolicyFile);

        (await CodesAsync(changeset)).Should().Equal("gate-file-missing");
    }

    [Theory]
    [InlineData("polcy.json", "policy.json")]
    [InlineData("notes.txt", "nothing else")]
    public async Task A_file_that_no_program_looks_for_is_named(string name, string words)
    {
        var changeset = await Two.RecordMainJobAsync();
        GateOfTest.Write(Path.Combine(Gate.Folder, name), "{}");

        var refused = ReplaySession.Open(Variables, Purpose.Look, Options).Should().BeOfType<SessionResult.Refused>().Subject;

        refused.Problems.Should().ContainSingle(p => p.Code.Text == "gate-file-unknown" && p.ToString().Contains(words, StringComparison.Ordinal));
        changeset.Should().NotBeNull();
    }

    [Theory]
    [InlineData("DOLIBARR_GATE", "/nowhere/gate", "gate-no-folder")]
    [InlineData("DOLIBARR_GAET", "/srv/gate", "variable-unknown")]
    [InlineData("DOLIBAR_GATE", "/srv/gate", "variable-unknown")]
    [InlineData("dolibarr_gate", "/srv/gate", "variable-unknown")]
    [InlineData("DOLIBARR_POLICY", "/srv/policy.json", "variable-unknown")]
    public void A_gate_that_a_variable_names_wrongly_is_no_gate_at_all(string variable, string value, string code)
    {
        var variables = new Dictionary<string, string?>(Two.ReplayVariables(), StringComparer.Ordinal) { [variable] = value };

        ReplaySession.Open(variables, Purpose.Look, Options).Should().BeOfType<SessionResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == code && p.Place == variable);
    }

    private Dictionary<string, string?> Variables => new(Two.ReplayVariables(), StringComparer.Ordinal) { ["DOLIBARR_GATE"] = Gate.Folder };

    private static SessionOptions Options => new(new Silent(), NullLogger.Instance, TimeProvider.System, Patience);

    /// <summary>A changeset whose plan waits under a gate that has all of its files.</summary>
    private async Task<string> GuardedAsync()
    {
        var changeset = await RecordedAsync("", Alice);
        await Gate.RecorderKeyAsync("agent");
        (await Enrolling.EnrollAsync(Variables, new EnrollOrder(EnrollSide.Both, null, false), Options, Cancel)).Should().BeOfType<EnrollResult.Done>();
        (await CodesAsync(changeset)).Should().BeEmpty();
        return changeset;
    }

    /// <summary>The codes of what keeps a plan from being confirmed.</summary>
    private async Task<IReadOnlyList<string>> CodesAsync(string changeset)
    {
        if (ReplaySession.Open(Variables, Purpose.Look, Options) is not SessionResult.Open { Session: var session })
        {
            return [.. ((SessionResult.Refused)ReplaySession.Open(Variables, Purpose.Look, Options)).Problems.Select(p => p.Code.Text)];
        }
        await using (session)
        {
            return [.. (await session.PlanAsync(await LoadAsync(changeset), Cancel)).Problems.Select(p => p.Code.Text)];
        }
    }
}
