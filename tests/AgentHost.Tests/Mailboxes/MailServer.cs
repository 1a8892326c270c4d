using DolibarrAgent.AgentHost.Tests;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

[assembly: AssemblyFixture(typeof(MailServer))]

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>One Dovecot for all tests that need one, started by the first of them.</summary>
public sealed class MailServer : IAsyncLifetime
{
    private readonly SemaphoreSlim starting = new(1);
    private Dovecot? server;

    /// <summary>A file with the password that only its owner may read.</summary>
    public string PasswordFile { get; } = Path.Combine(Directory.CreateTempSubdirectory("password-").FullName, "password");

    public ValueTask InitializeAsync()
    {
        Keep(PasswordFile, Dovecot.Password + "\n");
        return ValueTask.CompletedTask;
    }

    public async Task<Dovecot> StartedAsync()
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return server ??= await Dovecot.StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Writes a file for its owner alone.</summary>
    public static void Keep(string path, string text)
    {
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public static byte[] Mail(string number) => SampleEmail.With(SampleCatalogue.Hosting with { Number = number }).ToBytes();

    /// <summary>A mail with the XML of an invoice alone, without a PDF around it.</summary>
    public static byte[] SmallMail(string number) => (SampleEmail.With(SampleCatalogue.Hosting with { Number = number }) with
    {
        Attachments =
            [new SampleAttachment("invoice.xml", "application/xml", SampleXml.Of(SampleCatalogue.Hosting with { Number = number }))],
    }).ToBytes();

    /// <summary>The mail of an invoice whose type leaves open what it is: a person has to say it.</summary>
    public static byte[] MailForAPerson(string number) =>
        SampleEmail.With(SampleCatalogue.Hosting with { Number = number, TypeCode = "384" }).ToBytes();

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
        Directory.Delete(Path.GetDirectoryName(PasswordFile)!, recursive: true);
        starting.Dispose();
    }
}
