namespace DolibarrAgent.Architecture.Tests;

/// <summary>
/// What lies in the agent's folder: nothing there can write to prod, by its types or past them. Promise 1, read from
/// the built files.
/// </summary>
public class AgentFolderTests
{
    private static readonly string Folder = Project.OutputOf("AgentHost");

    /// <summary>By what code would leave this machine, or start something that does.</summary>
    private static readonly string[] WaysOut =
        ["System.Net.Http.", "System.Net.Sockets.", "System.Net.WebSockets.", "System.Net.Quic.", "System.Net.Mail.", "System.Net.WebRequest", "System.Net.HttpWebRequest", "System.Net.FtpWebRequest", "System.Net.WebClient", "System.Net.Dns", "System.IO.Pipes.", AnotherProgram];

    /// <summary>By what another program is started.</summary>
    private const string AnotherProgram = "System.Diagnostics.Process";

    /// <summary>By what code would get at what it cannot name.</summary>
    private static readonly string[] WaysPastTypes =
        ["System.Activator::CreateInstance", "System.Type::InvokeMember", "System.Reflection.Assembly::Load", "System.Reflection.MethodBase::Invoke", "System.Reflection.ConstructorInfo::Invoke", "System.Runtime.Loader.", "System.Runtime.InteropServices.NativeLibrary::", "System.Reflection.Emit.", "System.Runtime.CompilerServices.UnsafeAccessorAttribute::"];

    public static TheoryData<string> OfOurs => [.. Ours().Select(f => Path.GetFileName(f))];

    [Fact]
    public void It_has_nothing_of_what_replays()
    {
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Should().Contain("agent.dll")
            .And.NotContain(name => name.Contains("replay", StringComparison.OrdinalIgnoreCase));
        File.ReadAllText(Path.Combine(Folder, "agent.deps.json")).Should().NotContainEquivalentOf("replay");
    }

    [Theory]
    [InlineData("DolibarrAgent.Settings.ProgramSettings::get_ProdForWriting")]
    [InlineData("DolibarrAgent.Settings.ProgramSettings::set_ProdForWriting")]
    [InlineData("DolibarrAgent.Settings.SettingsNeeds::get_Confirm")]
    [InlineData("DolibarrAgent.Operations.Grant::.ctor", "DolibarrAgent.Recording.dll")]
    [InlineData("DolibarrAgent.Operations.Grant::get_Writer", "DolibarrAgent.Recording.dll")]
    [InlineData("DolibarrAgent.Dolibarr.WritePermit::.ctor", "DolibarrAgent.Operations.dll")]
    [InlineData("DolibarrAgent.Dolibarr.DolibarrWriter::Open", "DolibarrAgent.Operations.dll")]
    public void It_names_leave_to_write_only_where_the_sandbox_is_written_to(string member, params string[] by) =>
        Ours().Where(file => Project.MembersNamedBy(file).Contains(member)).Select(f => Path.GetFileName(f)).Should().Equal(by);

    [Theory]
    [InlineData("DolibarrAgent.Settings.dll", "DolibarrAgent.Dolibarr", "DolibarrAgent.Settings.Tests")]
    [InlineData("DolibarrAgent.Dolibarr.dll", "DolibarrAgent.Operations", "DolibarrAgent.Dolibarr.Tests")]
    [InlineData("DolibarrAgent.Operations.dll", "DolibarrAgent.Recording", "DolibarrAgent.Replay", "DolibarrAgent.Operations.Tests")]
    [InlineData("DolibarrAgent.Recording.dll")]
    [InlineData("DolibarrAgent.Mailboxes.dll", "DolibarrAgent.Mailboxes.Tests")]
    [InlineData("DolibarrAgent.DolibarrWrite.dll", "DolibarrAgent.DolibarrWrite.Tests", "DolibarrAgent.Review.Tests")]
    [InlineData("DolibarrAgent.Shell.dll")]
    [InlineData("agent.dll")]
    public void What_is_internal_there_is_for_few(string assembly, params string[] friends) =>
        Project.FriendsOf(Path.Combine(Folder, assembly)).Should().BeEquivalentTo(friends);

    [Theory]
    [MemberData(nameof(OfOurs))]
    public void Only_the_clients_of_Dolibarr_of_the_model_and_of_a_mailbox_leave_this_machine(string assembly) =>
        NamedIn(assembly, WaysOut).Should().BeEmpty($"{assembly} is not a client");

    [Theory]
    [InlineData("DolibarrAgent.Dolibarr.dll")]
    [InlineData("agent.dll")]
    public void They_leave_it_by_HTTP_alone(string client) =>
        Project.MembersNamedBy(Path.Combine(Folder, client)).Where(m => WaysOut.Skip(1).Except([AnotherProgram]).Any(way => m.StartsWith(way, StringComparison.Ordinal))).Should().BeEmpty();

    [Fact]
    public void A_mailbox_is_connected_to_in_one_place_and_by_nothing_but_a_socket()
    {
        var client = Path.Combine(Folder, "DolibarrAgent.Mailboxes.dll");
        Project.MakersOf(client, "System.Net.Sockets.Socket").Should().Equal("DolibarrAgent.Mailboxes.ServerLine");
        Project.MembersNamedBy(client).Where(m => WaysOut.Except(["System.Net.Sockets.", "System.Net.Dns", AnotherProgram])
            .Any(way => m.StartsWith(way, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void Of_the_library_of_mail_only_the_client_of_IMAP_is_used() =>
        Project.MembersNamedBy(Path.Combine(Folder, "DolibarrAgent.Mailboxes.dll"))
        .Where(m =>
            new[] { "MailKit.Net.Smtp.", "MailKit.Net.Pop3.", "MailKit.Net.Proxy." }.Any(way =>
            m.StartsWith(way, StringComparison.Ordinal)))
        .Should().BeEmpty("the agent sends no mail");

    [Theory]
    [InlineData("DolibarrAgent.Dolibarr.dll", "DolibarrAgent.Dolibarr.SshKeygen")]
    [InlineData("DolibarrAgent.Mailboxes.dll", "DolibarrAgent.Mailboxes.SecretCommand")]
    [InlineData("DolibarrAgent.Readers.dll", "DolibarrAgent.Readers.LimitedProgram", "DolibarrAgent.Readers.ReaderProgram")]
    [InlineData("agent.dll")]
    public void Only_ssh_keygen_is_started_what_reads_documents_within_limits_and_what_gives_the_password_of_a_mailbox(string assembly,
        params string[] starters)
    {
        var file = Path.Combine(Folder, assembly);
        Project.MakersOf(file, "System.Diagnostics.ProcessStartInfo").Should().Equal(starters);
        Project.MakersOf(file, "System.Diagnostics.Process").Should().BeEmpty();
        Project.MembersNamedBy(file).Any(m => m.StartsWith(AnotherProgram, StringComparison.Ordinal)).Should().Be(starters.Length > 0);
    }

    [Theory]
    [InlineData("System.Net.Http.HttpClient", "DolibarrAgent.Dolibarr.dll", "DolibarrAgent.Dolibarr.Pipeline")]
    [InlineData("System.Net.Http.SocketsHttpHandler", "DolibarrAgent.Dolibarr.dll", "DolibarrAgent.Dolibarr.Pipeline")]
    [InlineData("System.Net.Http.HttpClient", "agent.dll", "DolibarrAgent.AgentHost.ModelClient")]
    [InlineData("System.Net.Http.SocketsHttpHandler", "agent.dll", "DolibarrAgent.AgentHost.ModelClient")]
    public void Every_client_of_Dolibarr_is_made_by_the_one_pipeline_and_every_one_of_a_model_in_one_place(string type, string assembly, string maker) =>
        Project.MakersOf(Path.Combine(Folder, assembly), type).Should().Equal(maker);

    [Theory]
    [InlineData("System.Net.Http.HttpClientHandler", "DolibarrAgent.Dolibarr.dll")]
    [InlineData("System.Net.Http.HttpMessageInvoker", "DolibarrAgent.Dolibarr.dll")]
    [InlineData("System.Net.Http.HttpClientHandler", "agent.dll")]
    [InlineData("System.Net.Http.HttpMessageInvoker", "agent.dll")]
    public void There_is_no_other_way_to_send(string type, string assembly) =>
        Project.MakersOf(Path.Combine(Folder, assembly), type).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(OfOurs))]
    public void Of_the_Model_Context_Protocol_only_the_server_is_used(string assembly) =>
        Project.MembersNamedBy(Path.Combine(Folder, assembly)).Where(m => m.StartsWith("ModelContextProtocol.Client.", StringComparison.Ordinal) || m.Contains("HttpClientTransport", StringComparison.Ordinal)).Should().BeEmpty("its clients start programs and connect");

    [Theory]
    [MemberData(nameof(OfOurs))]
    public void None_goes_past_the_types(string assembly) => Project.MembersNamedBy(Path.Combine(Folder, assembly))
        .Where(m => m == "System.Type::GetType" || WaysPastTypes.Any(way => m.StartsWith(way, StringComparison.Ordinal))).Should().BeEmpty();

    [Fact]
    public void Of_the_packages_only_these_could_open_a_connection() =>
        Directory.GetFiles(Folder, "*.dll").Except(Ours()).Where(file => NamedIn(Path.GetFileName(file), WaysOut).Any()).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
            .Should().Equal(Connecting);

    [Fact]
    public void The_environment_is_read_once_by_the_program() =>
        Ours().Where(file => Project.MembersNamedBy(file).Any(m => m.StartsWith("System.Environment::GetEnvironmentVariable", StringComparison.Ordinal) || m.StartsWith("System.Environment::ExpandEnvironmentVariables", StringComparison.Ordinal)))
            .Select(f => Path.GetFileName(f)).Should().Equal("agent.dll");

    /// <summary>
    /// They hold code that can connect; nobody has read through it. That none of ours calls that code is what the rows on
    /// <see cref="WaysOut"/> and on the ways past the types hold, but for the model's connector, which gets the one client of
    /// this program that is not Dolibarr's, and for MailKit, which gets a line that is open already; this list only makes one more such
    /// package be noticed.
    /// </summary>
    private static readonly string[] Connecting =
    [
        "BouncyCastle.Cryptography.dll", "MailKit.dll", "Microsoft.Extensions.AI.Abstractions.dll", "Microsoft.Extensions.AI.OpenAI.dll",
        "Microsoft.SemanticKernel.Connectors.OpenAI.dll", "Microsoft.SemanticKernel.Core.dll",
        "MimeKit.dll", "ModelContextProtocol.Core.dll", "OpenAI.dll", "Refit.dll", "Spectre.Console.dll", "System.ClientModel.dll",
    ];

    private static IEnumerable<string> Ours() =>
        Directory.GetFiles(Folder, "*.dll").Where(f => Path.GetFileName(f) is var name && (name.StartsWith("DolibarrAgent.", StringComparison.Ordinal) || name == "agent.dll")).Order(StringComparer.Ordinal);

    private static IEnumerable<string> NamedIn(string assembly, string[] ways) => assembly is "DolibarrAgent.Readers.dll" && ways == WaysOut
        ? NamedIn(assembly, [.. WaysOut.Except([AnotherProgram])])
        : assembly is "DolibarrAgent.Dolibarr.dll" or "DolibarrAgent.Mailboxes.dll" or "agent.dll" && ways == WaysOut
        ? []
        : Project.MembersNamedBy(Path.Combine(Folder, assembly)).Where(m => ways.Any(way => m.StartsWith(way, StringComparison.Ordinal)));
}
