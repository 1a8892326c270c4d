using System.Diagnostics;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Recording.Tests;

/// <summary>The key by which a recorder signs: which is taken, and what becomes of a changeset that cannot be signed.</summary>
public sealed class RecorderKeyTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("recorder-key-").FullName;
    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Key => Path.Combine(folder, "key");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(SshKeygen.Program), "There is no ssh-keygen (package openssh-client) to sign with.");
        two = await TwoInstances.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        if (two is not null)
        {
            await two.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_finished_changeset_has_its_signature_beside_it()
    {
        await MakeKeyAsync(Key, "");
        two.More["DOLIBARR_RECORDER_KEY"] = Key;

        var path = await two.RecordMainJobAsync();

        using var check = new SignatureCheck(SignaturePurpose.Recorder, await File.ReadAllBytesAsync(path, Cancel));
        (await check.KeyAsync(await File.ReadAllBytesAsync(path + ".sig", Cancel), Cancel)).Key.Should().StartWith("SHA256:");
    }

    [Fact]
    public async Task Without_a_key_there_is_none() => File.Exists(await two.RecordMainJobAsync() + ".sig").Should().BeFalse();

    [Fact]
    public async Task One_that_is_not_there_is_refused() => await RefusedAsync(Key, "no-such-file");

    [Fact]
    public async Task A_folder_is_refused() => await RefusedAsync(folder, "no-such-file");

    [Fact]
    public async Task A_link_is_refused()
    {
        await MakeKeyAsync(Key, "");
        var link = Path.Combine(folder, "link");
        File.CreateSymbolicLink(link, Key);

        await RefusedAsync(link, "is-a-link");
    }

    [Fact]
    public async Task A_pipe_is_refused_and_nobody_waits_for_it()
    {
        await RunAsync("/usr/bin/mkfifo", "-m", "600", Key);

        await RefusedAsync(Key, "not-a-file");
    }

    [Fact]
    public async Task One_with_a_passphrase_is_refused_and_nobody_is_asked_for_it()
    {
        await MakeKeyAsync(Key, "a passphrase");

        await RefusedAsync(Key, "recorder-key-unusable");
    }

    [Fact]
    public async Task A_file_that_is_not_a_key_is_refused()
    {
        GateOfTest.Write(Key, "not a key");

        await RefusedAsync(Key, "recorder-key-unusable");
    }

    [Fact]
    public async Task A_changeset_whose_key_went_away_stays_open()
    {
        await MakeKeyAsync(Key, "");
        two.More["DOLIBARR_RECORDER_KEY"] = Key;
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(TwoInstances.MainJob("").First() with { From = [] }, Cancel));
        File.Delete(Key);

        var ended = await recorder.FinishAsync(Cancel);

        ended.Should().BeOfType<EndResult.Refused>().Which.Problems.Should().ContainSingle(problem => problem.Code.Text == "recorder-key-unusable");
        recorder.Changeset!.State.Should().Be(ChangesetState.Open);
    }

    private async Task RefusedAsync(string path, string code)
    {
        var variables = two.Variables();
        variables["DOLIBARR_RECORDER_KEY"] = path;
        var settings = ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables, SettingsNeeds.Agent)).Value;

        var opened = await Recorder.OpenAsync(settings, new RecorderOptions("test 1.0", null, NullLogger.Instance, Patience.Default), Cancel);

        opened.Should().BeOfType<OpenResult.Refused>().Which.Problems.Should().ContainSingle().Which.Code.Text.Should().Be(code);
    }

    private static Task MakeKeyAsync(string path, string passphrase) => RunAsync(SshKeygen.Program, "-q", "-t", "ed25519", "-N", passphrase, "-f", path);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.Should().Be(0);
    }
}
