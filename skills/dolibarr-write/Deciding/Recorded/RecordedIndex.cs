using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Which folders hold what, in a SQLite file that may be deleted at any time. It only points: a key leads to folders, and
/// what they hold is read there. SQLite, because several agents write it at once, one that dies leaves it whole, and it
/// is not held in memory.
/// </summary>
internal sealed class RecordedIndex : IDisposable
{
    /// <summary>Of the tables and of what the keys are made of. An index of another version is rebuilt.</summary>
    private const int Version = 1;

    private const string Tables =
        """
        create table folder (number integer primary key, name text not null unique, size integer not null, written integer not null, state integer not null);
        create index not_ended on folder (state) where state < 3;
        create table pointer (key integer not null, folder integer not null, primary key (key, folder)) without rowid;
        create index of_folder on pointer (folder);
        create table seal (one integer primary key check (one = 1), ticks integer not null);
        """;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    private RecordedIndex(SqliteConnection connection) => this.connection = connection;

    /// <summary>The one in a file, which is made where it is absent.</summary>
    /// <exception cref="SqliteException">It cannot be used.</exception>
    public static RecordedIndex In(string file) => Open(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false });

    /// <summary>An empty one that is gone with this process.</summary>
    public static RecordedIndex InMemory() => Open(new SqliteConnectionStringBuilder { DataSource = ":memory:", Pooling = false });

    /// <summary>The folder's seal when every name in it was in the index; <see cref="FolderSeal.None"/> where that is not known.</summary>
    public long Seal
    {
        get => Query("select ticks from seal", row => row.GetInt64(0)).FirstOrDefault(FolderSeal.None);
        set => Do("insert into seal values (1, $1) on conflict (one) do update set ticks = $1", value);
    }

    public long Count => Query("select count(*) from folder", row => row.GetInt64(0)).Single();

    /// <summary>Every folder, one after the other: not to be held, and nothing is written meanwhile.</summary>
    public IEnumerable<StampedFolder> Folders => Query("select name, size, written from folder", row => new StampedFolder(row.GetString(0), new FolderStamp(row.GetInt64(1), row.GetInt64(2))));

    /// <summary>Those that somebody may still write, by name.</summary>
    // Put in order here: asked for an order, SQLite goes through the names of all.
    public ImmutableArray<IndexedFolder> NotEnded =>
    [
        .. Query("select name, size, written, state from folder where state < 3", row => new IndexedFolder(row.GetString(0), new FolderStamp(row.GetInt64(1), row.GetInt64(2)), (FolderState)row.GetInt32(3)))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal),
    ];

    public FolderStamp? StampOf(string name) =>
        Query("select size, written from folder where name = $1", row => (FolderStamp?)new FolderStamp(row.GetInt64(0), row.GetInt64(1)), name).FirstOrDefault();

    /// <summary>The folders that a key points to.</summary>
    public ImmutableArray<string> Under(long key) => [.. Query("select name from folder join pointer on folder = number where key = $1", row => row.GetString(0), key)];

    /// <summary>Says what a folder holds, in place of what was said before. Only within <see cref="Alone{T}"/>.</summary>
    public void Put(IndexedFolder folder, ImmutableArray<long> keys)
    {
        Do("delete from pointer where folder = (select number from folder where name = $1)", folder.Name);
        var number = Query(
            "insert into folder (name, size, written, state) values ($1, $2, $3, $4) on conflict (name) do update set size = $2, written = $3, state = $4 returning number",
            row => row.GetInt64(0), folder.Name, folder.Stamp.Size, folder.Stamp.Written, (int)folder.State).Single();
        foreach (var key in keys)
        {
            Do("insert into pointer values ($1, $2)", key, number);
        }
    }

    /// <summary>Only within <see cref="Alone{T}"/>.</summary>
    public void Remove(string name)
    {
        Do("delete from pointer where folder = (select number from folder where name = $1)", name);
        Do("delete from folder where name = $1", name);
    }

    /// <summary>Does something while no other agent writes the index: all of it stands there afterwards, or nothing.</summary>
    public T Alone<T>(Func<T> work)
    {
        Do("begin immediate");
        try
        {
            var result = work();
            Do("commit");
            return result;
        }
        catch
        {
            // SQLite takes some failures back by itself; what is not committed goes with the connection in any case.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                Do("rollback");
            }
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
        connection.Dispose();
    }

    private static RecordedIndex Open(SqliteConnectionStringBuilder to)
    {
        var index = new RecordedIndex(new SqliteConnection(to.ToString()));
        try
        {
            index.connection.Open();
            // Another agent may be taking up thousands of changesets, some hundred at a time. The log is not forced to disk: what a crash of the machine takes is read again.
            index.Do("pragma busy_timeout = 30000; pragma journal_mode = wal; pragma synchronous = normal; pragma trusted_schema = off");
            index.Alone(index.Prepare);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    private bool Prepare()
    {
        var version = Query("pragma user_version", row => row.GetInt32(0)).Single();
        if (version == 0)
        {
            Do(string.Create(CultureInfo.InvariantCulture, $"{Tables} pragma user_version = {Version}"));
        }
        return version is 0 or Version ? true : throw new SqliteException("Another version made it.", SQLitePCL.raw.SQLITE_NOTADB);
    }

    private void Do(string sql, params object[] values) => Command(sql, values).ExecuteNonQuery();

    private IEnumerable<T> Query<T>(string sql, Func<SqliteDataReader, T> of, params object[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
        {
            yield return of(reader);
        }
    }

    // Every text is a constant of this class.
    private SqliteCommand Command(string sql, object[] values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = commands[sql] = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            }
        }
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
        return command;
    }
}
