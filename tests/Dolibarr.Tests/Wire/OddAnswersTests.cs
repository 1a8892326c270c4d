using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>Whatever one member of a real answer becomes, reading it gives a value or says that it cannot; it never throws.</summary>
public class OddAnswersTests
{
    private static readonly string[] Odd =
    [
        "null", "[]", "{}", "\"\"", "\"x\"", "0", "-1", "1.5", "1e400", "true", "false", "[null]", "[[]]", "[{}]", "{\"a\":null}", "\"1e+06\"",
        "99999999999999999999999999999999", "\"99999999999999999999999999999999\"", "\"-0\"", "\"\\u0000\"", "253402300800", "-99999999999",
    ];

    [Fact]
    public void A_third_party() => AllOdd(
        Recording.Answer("thirdparty-create", "/thirdparties/1"),
        reply => reply.ReadOne(Inbound.Default.ObjectWire, wire => wire.ToObject(ThirdPartyFields.Resource)));

    [Fact]
    public void A_supplier_invoice() => AllOdd(
        Recording.Answer("credit-note", "/supplierinvoices/2"),
        reply => reply.ReadOne(Inbound.Default.SupplierInvoiceWire, wire => wire.ToSupplierInvoice()));

    [Fact]
    public void The_own_user() => AllOdd(
        Recording.Answer("own-rights", "/users/info?includepermissions=1"),
        reply => reply.ReadOne(Inbound.Default.OwnUserWire, wire => wire.ToOwnUser()));

    [Fact]
    public void The_status() => AllOdd(
        Recording.Answer("status", "/status"),
        reply => reply.ReadOne(Inbound.Default.StatusWire, wire => wire.ToServerStatus()));

    [Fact]
    public void A_refusal() => AllOdd(
        Recording.Answer("invoice-create", "/supplierinvoices", 1, "POST") with { Status = 500 },
        reply => reply.ReadOne(Inbound.Default.StatusWire, wire => wire.ToServerStatus()));

    private static void AllOdd<T>(Canned answer, Func<Reply, Answer<T>> read)
    {
        string[] paths = [.. Paths(JsonNode.Parse(answer.Body)!)];
        Gen.Select(Gen.Int[0, paths.Length - 1], Gen.Int[0, Odd.Length - 1]).Sample((path, odd) =>
        {
            var body = Replaced(answer.Body, paths[path], Odd[odd]);
            return read(new Reply(answer.Status, Encoding.UTF8.GetBytes(body), false, "")) is not null;
        });
    }

    private static IEnumerable<string> Paths(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Key, member.Value)),
        JsonArray items => items.SelectMany((item, index) => Paths(index.ToString(System.Globalization.CultureInfo.InvariantCulture), item)),
        _ => [],
    };

    private static IEnumerable<string> Paths(string name, JsonNode? value) =>
        value is null ? [name] : Paths(value).Select(rest => $"{name}\n{rest}").Prepend(name);

    private static string Replaced(string body, string path, string json)
    {
        var root = JsonNode.Parse(body)!;
        var steps = path.Split('\n');
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        if (parent is JsonArray array)
        {
            array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(json);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }
}
