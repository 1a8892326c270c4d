using System.Globalization;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A test with an invoice of 120.00 that is owed on both sides, an account to pay it from, and two people who sign.</summary>
public abstract class PaymentTest : SigningTest
{
    protected const string OnProd = "supplierinvoices/5000";
    protected const string OnSandbox = "supplierinvoices/1";
    protected const string AccountsOnProd = "bankaccounts/5000/lines";
    private const string Party = """{"name":"Imprimerie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419"}""";
    protected const string Bank = """{"ref":"BNK1","label":"Main","type":1,"country_id":1,"currency_code":"EUR","date_solde":1767225600}""";

    private static Reference.Found Supplier { get; } = new(Fields.None.With("vatNumber", "FR22424761419").With("name",
        "Imprimerie Martin"));

    protected static Reference.Found Owed { get; } = new(Fields.None.With("supplierReference", "M-1").With("supplier", Supplier));

    /// <summary>An invoice on one side, validated unless it is said otherwise.</summary>
    protected static async Task OweAsync(SimulatedDolibarr instance, long first, bool isValidated = true)
    {
        await SendAsync(instance, HttpMethod.Post, "thirdparties", Party);
        await SendAsync(instance, HttpMethod.Post, "bankaccounts", Bank);
        await SendAsync(instance, HttpMethod.Post, "supplierinvoices", string.Create(CultureInfo.InvariantCulture, $$"""
            {"socid":{{first}},"ref_supplier":"M-1","type":0,"date":"2026-11-20","lines":[{"desc":"x","qty":1,"subprice":100,"tva_tx":20,"product_type":1}]}
            """));
        if (isValidated)
        {
            await SendAsync(instance, HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"supplierinvoices/{first}/validate"),
                "{}");
        }
    }

    /// <summary>The invoice on both sides, and a policy that allows payments.</summary>
    protected async Task PrepareAsync(string limits = "")
    {
        GateOfTest.NeedsSshKeygen();
        GateOfTest.Write(Gate.PolicyFile, $$"""{ "format": "dolibarr-policy/1", "allow": { "payment": ["create"] }, "enrolment": "optional", "authorMaySign": true{{limits}} }""");
        await Gate.AllowAsync(Alice);
        await Gate.AllowAsync(Bob);
        await OweAsync(Prod, 5000);
        await OweAsync(Two.Sandbox, 1);
    }

    protected static Operation.Create Pays(string amount, string date = "2026-11-25") => new()
    {
        Id = "",
        Resource = "payment",
        Keys = ["invoice", "date", "amount"],
        Set = Fields.None.With("invoice", Owed).With("date", date).With("amount", amount).With("paymentMeans", "VIR")
            .With("account", "BNK1").With("transaction", "VIR 2026/77"),
    };

    protected async Task<string> RecordAsync(params Operation[] operations)
    {
        using var recorder = await Two.RecorderAsync();
        foreach (var operation in operations)
        {
            TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        }
        return await FinishAsync(recorder);
    }

    protected async Task<Replayed> BothSignAsync(string path)
    {
        var statement = await StatementAsync(path);
        var came = await ConfirmSignedAsync(path, statement, await Gate.SignAsync(Alice, statement), await Gate.SignAsync(Bob, statement));
        return came.Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }

    /// <summary>The payment as a person enters it on prod.</summary>
    protected Task PaidByHandAsync(string amount, string day = "1795564800") => SendAsync(Prod, HttpMethod.Post, $"{OnProd}/payments",
        $$"""{"datepaye":{{day}},"payment_mode_id":42,"closepaidinvoices":"yes","accountid":5000,"amount":{{amount}}}""");

    /// <summary>What one member is in each item of a list on prod.</summary>
    protected async Task<IEnumerable<string?>> OnProdAsync(string list, string member)
    {
        using var person = Prod.ClientOf("admin");
        return JsonNode.Parse(await person.GetStringAsync(new Uri(list, UriKind.Relative), Cancel))!.AsArray().Select(item =>
            item![member]?.ToString());
    }

    protected static async Task SendAsync(SimulatedDolibarr instance, HttpMethod method, string path, string json)
    {
        using var person = instance.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }
}
