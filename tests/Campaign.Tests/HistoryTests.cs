using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using DolibarrAgent.Replay;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>
/// Random histories of replays, deaths, faults and work by hand on prod, against a plain model of what prod must hold.
/// How many: DOLIBARR_CAMPAIGN_HISTORIES, 10,000 in CI; which: DOLIBARR_CAMPAIGN_SEED, as printed.
/// </summary>
public class HistoryTests
{
    private const int Usual = 1_000;

    private static readonly string[] Operations = ["op1", "op2", "op3", "op4", "op5"];

    private static readonly ImmutableArray<Fault> Faults =
    [
        new Fault.Lost(), new Fault.EffectThenClose(), new Fault.EffectThenReset(), new Fault.EffectThenServerError(), new Fault.EffectThenHtml(), new Fault.EffectThenTruncated(),
        new Fault.CloseThenEffect(new LateEffect.AfterRequests(3)), new Fault.HalfThenServerError(), new Fault.DatabaseDown(), new Fault.KeyUnread(), new Fault.TooManyRequests(), new Fault.Unavailable(), new Fault.ProxyUnavailable(),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_nothing_takes_effect_twice_nothing_is_overwritten_and_what_is_said_is_true()
    {
        var histories = int.TryParse(Environment.GetEnvironmentVariable("DOLIBARR_CAMPAIGN_HISTORIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;
        var seed = Environment.GetEnvironmentVariable("DOLIBARR_CAMPAIGN_SEED") is { Length: > 0 } given ? given : PCG.ThreadPCG.ToString();
        var stages = new ConcurrentBag<Stage>();
        var tried = 0;
        try
        {
            await Deed.Histories.SampleAsync(async history =>
            {
                Interlocked.Increment(ref tried);
                if (!stages.TryTake(out var stage))
                {
                    stage = await Stage.OpenAsync(Job.RecordSmallAsync, Cancel);
                }
                try
                {
                    (await LiveAsync(stage, history)).Should().BeEmpty();
                }
                finally
                {
                    stages.Add(stage);
                }
            }, seed: seed, iter: histories, threads: Environment.ProcessorCount, print: history => string.Join(", ", history.AsEnumerable()));
        }
        finally
        {
            Report.Line(string.Create(CultureInfo.InvariantCulture, $"campaign: {tried} random histories, seed {seed}"));
            foreach (var stage in stages)
            {
                await stage.DisposeAsync();
            }
        }
    }

    /// <summary>Lives through a history and brings it to its end; every rule that was broken.</summary>
    private static async Task<IReadOnlyList<string>> LiveAsync(Stage stage, IReadOnlyList<Deed> history)
    {
        stage.Begin();
        var model = new Model();
        var faults = false;
        foreach (var deed in history)
        {
            switch (deed)
            {
                case Deed.Run run:
                    stage.Prod.Faults = run.Percent == 0 ? FaultPlan.None : FaultPlan.Seeded(CountedRequests.All, run.Seed, run.Percent / 100.0, Faults);
                    faults |= run.Percent > 0;
                    var came = await stage.ReplayAsync(new Death(run.DiesAt), Cancel);
                    stage.Prod.Faults = FaultPlan.None;
                    model.Follow(stage.Prod);
                    model.Heard(came, faults);
                    break;
                case Deed.ByHand { Work: var work }:
                    await DoAsync(stage, model, work);
                    model.Follow(stage.Prod);
                    break;
            }
        }
        return await EndAsync(stage, model);
    }

    /// <summary>Nothing goes wrong from here on: everything is applied, or a person has stood in its way.</summary>
    private static async Task<IReadOnlyList<string>> EndAsync(Stage stage, Model model)
    {
        var last = await stage.ReplayAsync(new Death(0), Cancel);
        model.Follow(stage.Prod);
        // What got stuck in an earlier run may have come as late as now.
        model.Heard(last, faults: true);
        var effects = stage.Prod.Effects.Count;
        var again = await stage.ReplayAsync(new Death(0), Cancel);
        model.Follow(stage.Prod);
        model.Heard(again, faults: false);
        List<string> wrong = [.. model.Wrong];
        if (stage.Prod.Effects.Count != effects)
        {
            wrong.Add("a further replay wrote something");
        }
        if (!model.HandHasBeenThere)
        {
            wrong.AddRange(Operations.Where(o => model.EffectsOf(o) != 1).Select(o => $"nobody stood in the way of {o}, and it took effect {model.EffectsOf(o)} times"));
            if (again is not Came.Through { Replay: ConfirmedReplay.NothingToDo })
            {
                wrong.Add($"nobody stood in its way, and a further replay says {again}");
            }
        }
        if (!await stage.ChainHoldsAsync(Cancel))
        {
            wrong.Add("the ledger's chain is broken");
        }
        return wrong;
    }

    private static Task DoAsync(Stage stage, Model model, HandWork work) => (work, model) switch
    {
        (HandWork.Phone, _) => stage.ByHandAsync(HttpMethod.Put, "thirdparties/5000", """{"phone":"+33999999999"}"""),
        (HandWork.SamePhone, _) => stage.ByHandAsync(HttpMethod.Put, "thirdparties/5000", """{"phone":"+33102030405"}"""),
        (HandWork.Supplier, _) => stage.ByHandAsync(HttpMethod.Post, "thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}"""),
        (HandWork.Rename, { Supplier: { } supplier }) => stage.ByHandAsync(HttpMethod.Put, $"thirdparties/{supplier}", """{"name":"Dupont et fils"}"""),
        (HandWork.Line, { Invoice: { } invoice }) => stage.ByHandAsync(HttpMethod.Post, $"supplierinvoices/{invoice}/lines", """{"description":"more","qty":1,"pu_ht":5,"tva_tx":20,"product_type":1}"""),
        (HandWork.Validate, { Invoice: { } invoice }) => stage.ByHandAsync(HttpMethod.Post, $"supplierinvoices/{invoice}/validate"),
        (HandWork.Delete, { Invoice: { } invoice }) when model.WasSaidToBeDone("op2") => stage.ByHandAsync(HttpMethod.Delete, $"supplierinvoices/{invoice}"),
        _ => Task.CompletedTask,
    };
}
