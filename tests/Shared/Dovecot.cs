using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DolibarrAgent.Tests;

/// <summary>A real IMAP server, started as a process of its own on free ports of this machine, with a certificate of its own.</summary>
public sealed class Dovecot : IAsyncDisposable
{
    private const string Program = "/usr/sbin/dovecot";
    private const string Needed = "DOLIBARR_TESTS_NEED_DOVECOT";

    private readonly string folder = Directory.CreateTempSubdirectory("dovecot-").FullName;
    private Process? process;
    private int users;

    private Dovecot() { }

    public const string Password = "correct-horse";

    public int EncryptedPort { get; } = FreePort();

    public int PlainPort { get; } = FreePort();

    /// <summary>What whoever trusts the server is given as <c>SSL_CERT_FILE</c>.</summary>
    public string CertificateFile => Path.Combine(folder, "certificate.pem");

    /// <summary>All that the server wrote down.</summary>
    public string Log => File.Exists(Path.Combine(folder, "log")) ? File.ReadAllText(Path.Combine(folder, "log")) : "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Skips the test where there is no Dovecot, or fails it where there must be one.</summary>
    /// <param name="capabilities">What the server says that it can, in place of all that it can.</param>
    public static async Task<Dovecot> StartAsync(string? capabilities = null)
    {
        if (!File.Exists(Program))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable(Needed) == "1",
                "There is no Dovecot (Debian: apt install dovecot-imapd).");
            throw new InvalidOperationException($"{Needed} is set, and there is no {Program}.");
        }
        var server = new Dovecot();
        await server.RunAsync(capabilities);
        return server;
    }

    /// <summary>A user with an empty INBOX, who signs in with <see cref="Password"/>.</summary>
    public MailUser NewUser(params string[] folders)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"user{Interlocked.Increment(ref users)}");
        var user = new MailUser(this, name, Path.Combine(folder, "mail", name));
        foreach (var one in folders.Append("INBOX"))
        {
            user.Make(one);
        }
        return user;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { } running)
        {
            if (!running.HasExited)
            {
                using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(CancellationToken.None);
                await running.WaitForExitAsync(CancellationToken.None);
            }
            running.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A folder into which the server's own user, who is nobody, may write as well.</summary>
    internal static void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
        }
    }

    private async Task RunAsync(string? capabilities)
    {
        MakeFolder(folder);
        MakeFolder(Path.Combine(folder, "mail"));
        WriteCertificate();
        await File.WriteAllTextAsync(Path.Combine(folder, "dovecot.conf"), Configuration(capabilities), Cancel);
        process = Process.Start(
            new ProcessStartInfo(Program, ["-F", "-c", Path.Combine(folder, "dovecot.conf")])
            {
                UseShellExecute = false,
                RedirectStandardError = true
            })!;
        for (var tries = 0; !await AnswersAsync(); tries++)
        {
            if (process.HasExited || tries > 200)
            {
                throw new InvalidOperationException($"Dovecot does not start: {await process.StandardError.ReadToEndAsync(Cancel)}{Log}");
            }
            await Task.Delay(50, Cancel);
        }
    }

    private string Configuration(string? capabilities)
    {
        // Only root has users to give rights up for; anybody else runs all of it as themselves.
        var own = Environment.UserName;
        var (mailUser, mailGroup) = own == "root" ? ("nobody", "nogroup") : (own, own);
        var asUser =
            own == "root" ? ""
            : $"default_internal_user = {own}\ndefault_internal_group = {own}\ndefault_login_user = {own}\n"
                + "service anvil {\n  chroot =\n}\n";
        return $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/log
            protocols = imap
            # The second one is not in the certificate.
            listen = 127.0.0.1, 127.0.0.2
            ssl = yes
            ssl_cert = <{{CertificateFile}}
            ssl_key = <{{folder}}/key.pem
            disable_plaintext_auth = no
            auth_mechanisms = plain login scram-sha-256
            # Whoever fails often is made to wait, also for those who come after.
            auth_failure_delay = 0
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            mail_location = maildir:~/Maildir
            mail_max_userip_connections = 100
            first_valid_uid = 1
            {{(capabilities is null ? "" : $"imap_capability = {capabilities}")}}
            {{asUser}}
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{mailUser}} gid={{mailGroup}} home={{folder}}/mail/%u
            }
            service imap-login {
              {{(own == "root" ? "" : "chroot =")}}
              inet_listener imap {
                port = {{PlainPort}}
              }
              inet_listener imaps {
                port = {{EncryptedPort}}
                ssl = yes
              }
            }
            namespace inbox {
              inbox = yes
              separator = /
            }

            """;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, EncryptedPort, Cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A user of the server, whose folders a test looks into on the disk.</summary>
public sealed class MailUser(Dovecot server, string name, string home)
{
    private int delivered;

    public string Name => name;

    /// <summary>The INBOX over TLS, as a person types it.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"imaps://{name}@localhost:{server.EncryptedPort}/INBOX");

    /// <summary>The same in the clear.</summary>
    public string PlainUrl => string.Create(CultureInfo.InvariantCulture, $"imap://{name}@127.0.0.1:{server.PlainPort}/INBOX");

    /// <summary>A mail comes, as a mail server delivers it: written elsewhere, and moved there whole.</summary>
    /// <param name="mail">Its bytes.</param>
    /// <param name="flags">As a maildir writes them, where somebody has seen it; null for a new one.</param>
    public void Deliver(byte[] mail, string? flags = null)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000 + ++delivered}.M{delivered}.test");
        File.WriteAllBytes(Path.Combine(PathOf("INBOX"), "tmp", file), mail);
        File.Move(Path.Combine(PathOf("INBOX"), "tmp", file),
            Path.Combine(PathOf("INBOX"), flags is null ? "new" : "cur", flags is null ? file : $"{file}:2,{flags}"));
    }

    /// <summary>The messages of a folder as they lie on the disk: their folder says whether they are new, their names which flags they
    /// have.</summary>
    public IReadOnlyList<string> FilesIn(string folder) =>
        [.. new[] { "cur", "new" }.SelectMany(part =>
            Directory.GetFiles(Path.Combine(PathOf(folder), part)).Select(file => $"{part}/{Path.GetFileName(file)}"))
            .Order(StringComparer.Ordinal)];

    /// <summary>The names of all its folders.</summary>
    public IReadOnlyList<string> Folders =>
        [.. Directory.GetDirectories(Path.Combine(home, "Maildir"), ".*").Select(path => Path.GetFileName(path)[1..])
        .Order(StringComparer.Ordinal)];

    internal void Make(string folder)
    {
        Dovecot.MakeFolder(home);
        Dovecot.MakeFolder(Path.Combine(home, "Maildir"));
        foreach (var part in new[] { "", "cur", "new", "tmp" })
        {
            Dovecot.MakeFolder(Path.Combine(PathOf(folder), part));
        }
    }

    private string PathOf(string folder) => Path.Combine(home, "Maildir", folder == "INBOX" ? "" : $".{folder}");
}
