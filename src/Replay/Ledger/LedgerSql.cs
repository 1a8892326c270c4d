using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;

namespace DolibarrAgent.Replay;

/// <summary>The ledger's schema and statements, in the SQL that both stores understand. What differs is in <see cref="LedgerStore"/>.</summary>
internal static class LedgerSql
{
    /// <summary>1: entries alone. 2: the head and the holders too.</summary>
    public const int Version = 2;

    // SQLite looks parameters up one after the other: many more rows in one statement cost more than they save.
    private const int RowsInOneStatement = 50;

    private const string Columns = "number, at, changeset, target, operation, kind, body, hash";

    /// <param name="number">The store's type of whole numbers of 64 bits.</param>
    public static string Entries(string number) => $"""
        create table entry (
            number {number} primary key,
            at {number} not null,
            changeset text not null,
            target text not null,
            operation text not null,
            kind text not null,
            body text not null,
            hash text not null);
        create index entry_changeset on entry (changeset, number);
        """;

    /// <summary>The head as the entries say it is, and the holders: what version 2 has besides the entries.</summary>
    public static string HeadAndHolders(string number) => $"""
        create table head (id {number} primary key check (id = 1), number {number} not null, hash text not null);
        insert into head (id, number, hash) select 1, coalesce(max(number), 0), coalesce((select hash from entry order by number desc limit 1), '') from entry;
        create table holder (
            changeset text not null,
            target text not null,
            who text not null,
            since {number} not null,
            primary key (changeset, target));
        """;

    public const string ReadHead = "select number, hash from head";

    public const string ReadLast = "select number, hash from entry order by number desc limit 1";

    public const string ReadAll = $"select {Columns} from entry order by number";

    public const string ReadHolder = "select who, since from holder where changeset = @changeset and target = @target";

    public const string WriteHolder = """
        insert into holder (changeset, target, who, since) values (@changeset, @target, @who, @since)
        on conflict (changeset, target) do update set who = excluded.who, since = excluded.since
        """;

    public const string RemoveHolder = "delete from holder where changeset = @changeset and target = @target";

    /// <summary>Writes entries behind those that are there, and moves the head. To be called in a transaction that has locked the head.</summary>
    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, ImmutableArray<LedgerEntry> entries)
    {
        for (var at = 0; at < entries.Length; at += RowsInOneStatement)
        {
            var rows = entries[at..Math.Min(entries.Length, at + RowsInOneStatement)];
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Insert(rows.Length) + "; update head set number = @number, hash = @hash";
            for (var i = 0; i < rows.Length; i++)
            {
                Bind(command, i, rows[i]);
            }
            command.With("@number", rows[^1].Number).With("@hash", rows[^1].Hash);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    public static LedgerEntry EntryIn(DbDataReader row) => new(
        row.GetInt64(0),
        // Somebody who wrote into the ledger may have left an invalid time: the chain finds that out, not this.
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(row.GetInt64(1), DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())),
        new NewEntry(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)),
        row.GetString(7));

    public static DbCommand With(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return command;
    }

    private static string Insert(int rows)
    {
        var text = new StringBuilder($"insert into entry ({Columns}) values ");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@n{i}, @a{i}, @c{i}, @t{i}, @o{i}, @k{i}, @b{i}, @h{i})");
        }
        return text.ToString();
    }

    private static void Bind(DbCommand command, int i, LedgerEntry entry)
    {
        var suffix = i.ToString(CultureInfo.InvariantCulture);
        command.With("@n" + suffix, entry.Number).With("@a" + suffix, entry.At.ToUnixTimeMilliseconds())
            .With("@c" + suffix, entry.Content.Changeset).With("@t" + suffix, entry.Content.Target).With("@o" + suffix, entry.Content.Operation)
            .With("@k" + suffix, entry.Content.Kind).With("@b" + suffix, entry.Content.Body).With("@h" + suffix, entry.Hash);
    }
}
