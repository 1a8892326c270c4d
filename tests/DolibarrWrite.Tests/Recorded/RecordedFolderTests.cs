using DolibarrAgent.Changesets;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.DolibarrWrite.Tests.Recorded;

/// <summary>What was recorded is known, whatever has become of the index that says where it is.</summary>
public sealed class RecordedFolderTests : IDisposable
{
    private readonly RecordedFolderOfTest folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_holds_nothing_and_is_not_made()
    {
        var elsewhere = Path.Combine(folder.Root, "elsewhere");

        RecordedFolderOfTest.Having(folder.Agent(elsewhere), "F-1").Should().BeEmpty();

        Directory.Exists(elsewhere).Should().BeFalse();
    }

    [Fact]
    public void What_somebody_puts_there_is_known_at_once()
    {
        var agent = folder.Agent();
        RecordedFolderOfTest.Having(agent, "F-1").Should().BeEmpty();

        var file = folder.Put("F-1");

        RecordedFolderOfTest.Having(agent, "F-1").Should().Equal(file);
    }

    [Fact]
    public void What_somebody_puts_there_while_an_agent_records_is_known_at_once()
    {
        var agent = folder.Agent();
        folder.Record(agent, "F-1");

        var file = folder.Put("F-2");
        folder.Record(agent, "F-3");

        RecordedFolderOfTest.Having(agent, "F-2").Should().Equal(file);
    }

    [Fact]
    public void What_one_agent_records_another_knows_at_once()
    {
        var (one, other) = (folder.Agent(), folder.Agent());
        RecordedFolderOfTest.Having(other, "F-1").Should().BeEmpty();

        var file = folder.Record(one, "F-1");

        RecordedFolderOfTest.Having(other, "F-1").Should().Equal(file);
    }

    [Fact]
    public async Task Agents_that_record_at_the_same_time_know_all_of_it()
    {
        var agents = Enumerable.Range(0, 4).Select(_ => folder.Agent()).ToList();

        await Task.WhenAll(agents.Select((agent, at) => Task.Run(() => Enumerable.Range(0, 10).Select(n => $"F{at}-{n}").ToList().ForEach(number =>
        {
            RecordedFolderOfTest.Having(agent, number).Should().BeEmpty();
            folder.Record(agent, number);
        }))));

        foreach (var agent in agents)
        {
            Enumerable.Range(0, 40).Should().OnlyContain(n => RecordedFolderOfTest.Having(agent, $"F{n / 10}-{n % 10}").Count() == 1);
        }
    }

    [Fact]
    public void A_folder_that_was_made_and_written_later_is_known_then()
    {
        var agent = folder.Agent();
        var made = ChangesetFolder.Create(folder.Root, RecordedFolderOfTest.Changeset("F-1"));
        RecordedFolderOfTest.Having(agent, "F-1").Should().BeEmpty();

        RecordedFolderOfTest.Save(made, "F-1");

        RecordedFolderOfTest.Having(agent, "F-1").Should().ContainSingle();
    }

    [Fact]
    public void What_was_taken_out_is_no_longer_there()
    {
        var file = folder.Put("F-1");
        var agent = folder.Agent();
        RecordedFolderOfTest.Having(agent, "F-1").Should().ContainSingle();

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        RecordedFolderOfTest.Having(agent, "F-1").Should().BeEmpty();
        agent.Unreadable.Should().BeEmpty();
    }

    [Fact]
    public void A_changeset_that_was_written_again_is_read_again_by_the_next_agent()
    {
        var file = folder.Put("F-1");
        RecordedFolderOfTest.Having(folder.Agent(), "F-1").Should().ContainSingle();

        File.WriteAllBytes(file, ChangesetFile.Write(RecordedFolderOfTest.Changeset("F-22")));

        RecordedFolderOfTest.Having(folder.Agent(), "F-22").Should().Equal(file);
    }

    [Fact]
    public void A_changeset_that_nobody_asks_for_is_not_read_again()
    {
        var (asked, other) = (folder.Put("F-1"), folder.Put("F-2"));
        RecordedFolderOfTest.Having(folder.Agent(), "F-1").Should().ContainSingle();
        var written = File.GetLastWriteTimeUtc(other);
        File.WriteAllBytes(other, new byte[new FileInfo(other).Length]);
        File.SetLastWriteTimeUtc(other, written);

        var next = folder.Agent();

        RecordedFolderOfTest.Having(next, "F-1").Should().Equal(asked);
        next.Unreadable.Should().BeEmpty();
    }

    [Fact]
    public void One_that_cannot_be_read_is_named_and_known_once_it_can()
    {
        var file = folder.Put("F-1");
        var whole = File.ReadAllBytes(file);
        File.WriteAllText(file, "{");
        var agent = folder.Agent();
        agent.Unreadable.Should().Equal(file);

        File.WriteAllBytes(file, whole);

        RecordedFolderOfTest.Having(agent, "F-1").Should().Equal(file);
        agent.Unreadable.Should().BeEmpty();
    }

    [Fact]
    public void What_somebody_puts_in_a_folder_behind_a_link_is_known_at_once()
    {
        var link = folder.Root + "-link";
        Directory.CreateSymbolicLink(link, folder.Root);
        var agent = folder.Agent(link);
        RecordedFolderOfTest.Having(agent, "F-1").Should().BeEmpty();

        folder.Put("F-1");

        RecordedFolderOfTest.Having(agent, "F-1").Should().ContainSingle();
        Directory.Delete(link);
    }

    [Fact]
    public void Without_its_index_all_is_read_anew()
    {
        var file = folder.Put("F-1");
        using (var agent = new RecordedChangesets(folder.Root))
        {
            RecordedFolderOfTest.Having(agent, "F-1").Should().ContainSingle();
        }

        Directory.Delete(Path.GetDirectoryName(folder.Index)!, recursive: true);

        RecordedFolderOfTest.Having(folder.Agent(), "F-1").Should().Equal(file);
    }

    public static TheoryData<string> Damages => ["text", "cut", "zeros", "foreign", "version"];

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_index_is_made_anew(string damage)
    {
        var file = folder.Put("F-1");
        using (var agent = new RecordedChangesets(folder.Root))
        {
            RecordedFolderOfTest.Having(agent, "F-1").Should().ContainSingle();
        }
        Damage(damage);

        RecordedFolderOfTest.Having(folder.Agent(), "F-1").Should().Equal(file);
    }

    [Fact]
    public void An_index_that_is_older_than_the_folder_is_brought_up_to_date()
    {
        var first = folder.Put("F-1");
        using (var agent = new RecordedChangesets(folder.Root))
        {
            RecordedFolderOfTest.Having(agent, "F-1").Should().ContainSingle();
        }
        var old = File.ReadAllBytes(folder.Index);
        using (var agent = new RecordedChangesets(folder.Root))
        {
            folder.Record(agent, "F-2");
            RecordedFolderOfTest.Having(agent, "F-2").Should().ContainSingle();
        }
        File.WriteAllBytes(folder.Index, old);
        Directory.Delete(Path.GetDirectoryName(first)!, recursive: true);

        var next = folder.Agent();

        RecordedFolderOfTest.Having(next, "F-2").Should().ContainSingle();
        RecordedFolderOfTest.Having(next, "F-1").Should().BeEmpty();
    }

    [Fact]
    public void An_index_that_cannot_be_written_keeps_nothing_from_being_known()
    {
        File.WriteAllText(Path.Combine(folder.Root, RecordedFolder.IndexFolder), "in the way");
        var file = folder.Put("F-1");
        var agent = folder.Agent();

        RecordedFolderOfTest.Having(agent, "F-1").Should().Equal(file);
        RecordedFolderOfTest.Having(agent, "F-2").Should().BeEmpty();
        RecordedFolderOfTest.Having(agent, folder.Record(agent, "F-2") is not null ? "F-2" : "").Should().ContainSingle();
    }

    [Fact]
    public void A_pointer_to_a_changeset_without_the_invoice_is_not_believed()
    {
        var other = folder.Put("F-2");
        Forge("F-1", Path.GetFileName(Path.GetDirectoryName(other))!);

        RecordedFolderOfTest.Having(folder.Agent(), "F-1").Should().BeEmpty();
    }

    [Fact]
    public void A_pointer_out_of_the_folder_is_not_followed()
    {
        folder.Put("F-2");
        using var elsewhere = new RecordedFolderOfTest();
        Forge("F-1", Path.GetRelativePath(folder.Root, Path.GetDirectoryName(elsewhere.Put("F-1"))!), "update folder set name = $name");

        RecordedFolderOfTest.Having(folder.Agent(), "F-1").Should().BeEmpty();
    }

    /// <summary>Lets the invoice's key point to a folder.</summary>
    private void Forge(string number, string name, string more = "select $name")
    {
        using (var agent = new RecordedChangesets(folder.Root))
        {
            RecordedFolderOfTest.Having(agent, number).Should().BeEmpty();
        }
        Execute($"{more}; insert into pointer select $key, number from folder where name = $name", ("$name", name), ("$key", RecordedFolderOfTest.KeyOf(number)));
    }

    private void Damage(string how)
    {
        switch (how)
        {
            case "text":
                File.WriteAllText(folder.Index, "not a database");
                break;
            case "cut":
                File.WriteAllBytes(folder.Index, File.ReadAllBytes(folder.Index)[..5000]);
                break;
            case "zeros":
                File.WriteAllBytes(folder.Index, [.. File.ReadAllBytes(folder.Index).Select((b, at) => at < 4096 ? b : (byte)0)]);
                break;
            case "foreign":
                Execute("drop table pointer");
                break;
            default:
                Execute("pragma user_version = 99");
                break;
        }
    }

    private void Execute(string sql, params (string Name, object Value)[] values)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Index, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }
        command.ExecuteNonQuery();
    }
}
