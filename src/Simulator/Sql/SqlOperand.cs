using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>The right side of a criterion, after the server's cleaning.</summary>
internal abstract partial record SqlOperand
{
    private SqlOperand()
    {
    }

    /// <summary>The SQL text that the server makes of it.</summary>
    public abstract string Sql { get; }

    /// <summary>Something between quotes.</summary>
    public sealed record Quoted(string Value) : SqlOperand
    {
        public override string Sql => $"'{Value.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    public sealed record Number(decimal Value) : SqlOperand
    {
        public override string Sql => Value.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record Null : SqlOperand
    {
        public override string Sql => "NULL";
    }

    /// <summary>A bare word, which SQL takes for a column.</summary>
    public sealed record Word(string Name) : SqlOperand
    {
        public override string Sql => Name;
    }

    public sealed record Many(ImmutableArray<SqlOperand> Items) : SqlOperand
    {
        public override string Sql => $"({string.Join(',', Items.Select(item => item.Sql))})";
    }

    public static SqlOperand Read(string comparison, string text) => comparison switch
    {
        "IN" or "NOT IN" => new Many([.. text.Split(',').Select(item => Item(item.Trim(PhpText.Blanks)))]),
        "LIKE" or "NOT LIKE" => new Quoted(LikeQuoted().Match(text) is { Success: true } match ? match.Groups[1].Value : text),
        _ => Single(text),
    };

    private static SqlOperand Single(string text) =>
        Unquoted(text) is { } value ? new Quoted(value)
        : text.Equals("NULL", StringComparison.OrdinalIgnoreCase) ? new Null()
        : PhpNumber.IsNumeric(text, out var number) ? new Number(number)
        : new Word(NotInWords().Replace(text, ""));

    /// <summary>In a list only letters, digits, blanks and <c>_ - . , =</c> and quotes survive: <c>'cs1/op1'</c> becomes <c>'cs1op1'</c>.</summary>
    private static SqlOperand Item(string text) =>
        Unquoted(text) is { } value ? new Quoted(NotInLists().Replace(value, ""))
        : PhpNumber.IsNumeric(text, out var number) ? new Number(number)
        : new Word(NotInWords().Replace(text, ""));

    private static string? Unquoted(string text) =>
        text.Length >= 2 && text[0] == '\'' && text[^1] == '\'' ? text[1..^1] : null;

    [GeneratedRegex(@"[^0-9_\-.,\p{L}=' ]")]
    private static partial Regex NotInLists();

    [GeneratedRegex("[^a-zA-Z0-9_]")]
    private static partial Regex NotInWords();

    [GeneratedRegex("^'([^']*)'$")]
    private static partial Regex LikeQuoted();
}
