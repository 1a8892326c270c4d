using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A test that takes a changeset back.</summary>
public abstract class RevertTest : ReplayTest
{
    protected static Reference.Found Known { get; } = new(Fields.None.With("vatNumber", "FR22424761419").With("name", "Imprimerie Martin"));

    protected async Task<RevertResult> RevertAsync(string path)
    {
        await using var session = Session(Purpose.Look);
        return await session.RevertAsync(await LoadAsync(path), Cancel);
    }

    protected async Task<RevertResult.Made> MadeAsync(string path) => (await RevertAsync(path)).Should().BeOfType<RevertResult.Made>().Subject;

    protected async Task<Replayed> RehearseAsync(string path)
    {
        await using var session = Session(Purpose.Rehearse);
        return (await session.RehearseAsync(await LoadAsync(path), Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }

    /// <summary>A third party that is on both sides before anything is recorded.</summary>
    protected async Task KnownEverywhereAsync()
    {
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            await SendAsync(instance, HttpMethod.Post, "thirdparties", """{"name":"Imprimerie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419","phone":"0101010101","town":"Lyon"}""");
        }
    }

    /// <summary>The main job, and behind it what a test adds: a changeset that is finished.</summary>
    protected async Task<string> RecordAsync(bool mainJob, params Operation[] more)
    {
        using var recorder = await Two.RecorderAsync();
        var pdf = recorder.AddFile("pdf", TwoInstances.Pdf, (id, digest) => new Evidence.File { Id = id, Name = "F-2026-1.pdf", Sha256 = digest, Size = TwoInstances.Pdf.Length });
        foreach (var operation in mainJob ? [.. TwoInstances.MainJob(pdf.Id), .. more] : more)
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }
        return ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    protected static Operation Update(Reference on, Fields set) => new Operation.Update { Id = "", Resource = "thirdparty", On = on, Before = Fields.None, Set = set };

    protected Task OnProdAsync(HttpMethod method, string path, string json) => SendAsync(Prod, method, path, json);

    /// <summary>What prod answers, without the blanks of its layout.</summary>
    protected async Task<string> ProdAsync(string path)
    {
        using var person = Prod.ClientOf("admin");
        return (await (await person.GetAsync(new Uri(path, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel)).Replace("\": ", "\":", StringComparison.Ordinal);
    }

    protected static async Task SendAsync(Simulator.SimulatedDolibarr instance, HttpMethod method, string path, string json)
    {
        using var person = instance.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }
}
