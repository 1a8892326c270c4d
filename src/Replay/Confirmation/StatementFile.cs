using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>The written form of a statement. Strict both ways: the bytes that are read are what the writer makes of them.</summary>
internal static class StatementFile
{
    private const int Limit = 64 * 1024 * 1024;

    private static readonly StatementJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        // For people to read: what is written has nothing invisible in it, see Visible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    public static byte[] Bytes(Statement statement) => [.. JsonSerializer.SerializeToUtf8Bytes(statement, Json.Statement), (byte)'\n'];

    /// <summary>Writes it to a file that was not there; the problem where that cannot be.</summary>
    public static Problem? Write(string path, Statement statement)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(Bytes(statement));
            return null;
        }
        catch (IOException) when (Path.Exists(path))
        {
            return new Problem(Codes.StatementExists, path, "There is a file by that name already, and it is not overwritten: somebody may have signed it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Problem(Codes.StatementUnwritable, path, $"The statement cannot be written there: {e.Message}");
        }
    }

    /// <summary>A file that a person names, read once: a statement, or a signature.</summary>
    public static ReadBytes Read(string path, string what)
    {
        try
        {
            return new ReadBytes(RegularFile.Read(path, Limit), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new ReadBytes(null, Absent(e.Message));
        }

        Problem Absent(string why) => new(what == "statement" ? Codes.StatementUnreadable : Codes.SignatureUnreadable, path, $"The {what} cannot be read: {why.TrimEnd('.')}.", "Name the statement that `replay plan --statement` wrote, and the signature that ssh-keygen made beside it.");
    }

    /// <summary>The statement that these bytes are, or what is wrong with them.</summary>
    public static ReadStatement Parse(ReadOnlySpan<byte> bytes, string path)
    {
        if (FormatOf(bytes) is { } format && format != Statement.CurrentFormat && format.StartsWith(Statement.FormatName, StringComparison.Ordinal))
        {
            return new ReadStatement(null, new Problem(
                Codes.StatementFormat, path, $"The statement has the format '{format}', and this program reads '{Statement.CurrentFormat}': what a statement says of an operation, and so what is signed, is not the same in both."));
        }
        try
        {
            var statement = JsonSerializer.Deserialize(bytes, Json.Statement)!;
            return statement.Format != Statement.CurrentFormat ? new ReadStatement(null, Edited($"its format is '{statement.Format}', this program reads '{Statement.CurrentFormat}'"))
                : statement is { Does.IsDefault: true } or { Risks.IsDefault: true } or { CannotBeUndone.IsDefault: true } or { ReviewFaces.IsDefault: true } ? new ReadStatement(null, Edited("a list is missing"))
                : !Bytes(statement).AsSpan().SequenceEqual(bytes) ? new ReadStatement(null, Edited("its bytes are not as this program writes them"))
                : TimeOf(statement) is null ? new ReadStatement(null, Edited($"'{statement.NotAfter}' is not a UTC time"))
                : LanguageOf(statement) is null ? new ReadStatement(null, Edited($"'{statement.ReviewLanguage}' is not a language of the review"))
                : new ReadStatement(statement, null);
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException)
        {
            return new ReadStatement(null, Edited($"it is not a statement: {e.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0]}"));
        }

        Problem Edited(string why) => new(Codes.StatementEdited, path, $"The statement is not as it was written: {why}.", "A statement is never edited. Make a new one with `replay plan --statement`, and have it signed again.");
    }

    private static string? FormatOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.ToArray());
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String ? format.GetString() : null;
        }
        // What is wrong with it is told by the strict reading; a lone surrogate is only refused when the text is asked for.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static DateTimeOffset? TimeOf(Statement statement) => Moments.Strict(statement.NotAfter);

    public static Language? LanguageOf(Statement statement) => Languages.Strict(statement.ReviewLanguage);
}

/// <summary>The shape of a statement's JSON.</summary>
[JsonSerializable(typeof(Statement))]
internal sealed partial class StatementJson : JsonSerializerContext;

/// <summary>A statement as it was read.</summary>
/// <param name="Statement">Null where the bytes are not one.</param>
/// <param name="Problem">What is wrong with them; null where nothing is.</param>
internal sealed record ReadStatement(Statement? Statement, Problem? Problem);
