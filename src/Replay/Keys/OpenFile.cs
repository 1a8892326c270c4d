using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using Microsoft.Win32.SafeHandles;

namespace DolibarrAgent.Replay;

/// <summary>A key from a file that whoever starts the program has opened: a pipe from a password manager.</summary>
internal static class OpenFile
{
    /// <summary>Behind the three that every program has.</summary>
    private const int First = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The key, or why there is none.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="number">Its value.</param>
    public static async Task<ReadKey> ReadAsync(string name, string number, CancellationToken cancel)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var file) || file < First)
        {
            return ReadKey.Not(new Problem(Codes.KeyDescriptor, name, $"'{number}' is not the number of an open file.", $"Give the number that the shell opened it under, {First} or more: {name}=3 replay … 3< <(pass show dolibarr)"));
        }
        try
        {
            // Whoever holds the other end may never write: the program does not wait for that.
            return new ReadKey(KeySource.Text(await Task.Run(() => ToEnd(file), CancellationToken.None).WaitAsync(Patience, cancel)), null);
        }
        catch (TimeoutException)
        {
            return ReadKey.Not(Unreadable($"nothing came from it in {Patience.TotalSeconds:0} seconds"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return ReadKey.Not(Unreadable(e.Message.TrimEnd('.')));
        }

        Problem Unreadable(string why) => new(Codes.KeyUnreadable, name, $"The key cannot be read from open file {file}: {why}.", "See that the shell opens it, and that what is behind it writes the key.");
    }

    private static byte[] ToEnd(int number)
    {
        using var file = new FileStream(new SafeFileHandle(number, ownsHandle: true), FileAccess.Read, bufferSize: 0);
        var bytes = new byte[KeySource.Largest];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read < bytes.Length ? bytes[..read] : throw new IOException("it is longer than any key");
    }
}
