using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The way of a call through the server: fault, latency, firewall, body, key, route, resource; then the log, then the answer.</summary>
internal sealed class Pipeline
{
    private const string Root = "/api/index.php";

    private readonly Lock oneAtATime = new();
    private readonly Database database;
    private readonly UserBook users;
    private readonly RequestLog log;
    private readonly Router router;
    private readonly LateCalls late;
    private readonly FaultWriter faultWriter;

    public Pipeline(Database database, UserBook users, RequestLog log, CancellationToken stopping)
    {
        (this.database, this.users, this.log) = (database, users, log);
        router = new Router(Resources.Routes(database));
        late = new LateCalls(database.Options.Clock, oneAtATime, call => Effect(call));
        faultWriter = new FaultWriter(database.Options, stopping);
    }

    /// <summary>What goes wrong, and how far it has counted.</summary>
    public FaultCounter Faults { get; } = new();

    /// <summary>
    /// Answers one call. Whatever the client does meanwhile, the effect takes place: a real server also commits when
    /// its client has gone.
    /// </summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var call = await IncomingCall.ReadAsync(context, database.Options.Clock);
        var fault = Faults.Next(call.IsWrite);
        await Task.Delay(database.Options.Latency, CancellationToken.None);
        var own = Deal(call, fault);
        if (own == Authentication.UnknownKey)
        {
            await Task.Delay(database.Options.UnknownKeyDelay, CancellationToken.None);
        }

        await (fault is null ? ReplyWriter.WriteAsync(context.Response, own!) : faultWriter.WriteAsync(context, fault, own));
    }

    /// <summary>Deals now with what got stuck; how many requests that were.</summary>
    public int ReleaseLate()
    {
        lock (oneAtATime)
        {
            return late.Release();
        }
    }

    /// <summary>What got stuck is lost for good.</summary>
    public void ForgetLate()
    {
        lock (oneAtATime)
        {
            late.Forget();
        }
    }

    public SimulatedState Remember()
    {
        lock (oneAtATime)
        {
            return database.Remember();
        }
    }

    public void Restore(SimulatedState state)
    {
        lock (oneAtATime)
        {
            Reset();
            database.Restore(state);
        }
    }

    /// <summary>Forgets all objects, all calls and what got stuck.</summary>
    public void Reset()
    {
        lock (oneAtATime)
        {
            late.Forget();
            database.Reset();
            log.Clear();
        }
    }

    /// <summary>The resource's own answer; null when a fault keeps the call from it, for now or for good.</summary>
    private Reply? Deal(IncomingCall call, Fault? fault)
    {
        lock (oneAtATime)
        {
            var before = database.Tables;
            var own = fault is null or { Effect: EffectMoment.AtOnce } ? Answer(call)
                : fault.Effect == EffectMoment.Half && (BankAccountResource.IsCreation(call) || PurchasePrices.IsCreation(call))
                    ? Answer(call, stopsHalfWay: true)
                : null;
            var logged = log.Add(number => Entry(number, call, own, database.Tables != before) with
            {
                Status = FaultWriter.StatusSent(fault, own),
                Fault = fault,
            });
            late.CountRequest();
            if (fault is Fault.CloseThenEffect stuck)
            {
                late.Add(new LateCall(call, fault, logged.Number), stuck.When);
            }

            return own;
        }
    }

    private void Effect(LateCall stuck)
    {
        var before = database.Tables;
        var own = Answer(stuck.Call);
        log.Add(number => Entry(number, stuck.Call, own, database.Tables != before) with
        {
            At = database.Options.Clock.GetUtcNow(),
            Fault = stuck.Fault,
            LateEffectOf = stuck.Number,
        });
    }

    private LoggedRequest Entry(int number, IncomingCall call, Reply? own, bool tookEffect) => new()
    {
        Number = number,
        At = call.At,
        Method = call.Method,
        Path = Authentication.Masked(call.PathAndQuery),
        Key = users.WithKey(call.Key)?.Login,
        Status = 0,
        OwnStatus = own is null ? null : ReplyWriter.StatusOf(own),
        TookEffect = tookEffect,
        Created = tookEffect ? CreatedBy(call, own) : null,
        BodySha256 = call.BodySha256,
        Body = call.LoggedBody,
    };

    /// <summary>The bare number that a creation answers.</summary>
    private static long? CreatedBy(IncomingCall call, Reply? own) =>
        HttpMethods.IsPost(call.Method) && own is Reply.Json { Body: JsonValue answer } && answer.TryGetValue<long>(out var id) ? id : null;

    private Reply Answer(IncomingCall call, bool stopsHalfWay = false)
    {
        var (method, pathAndQuery) = (call.Method, call.PathAndQuery);
        if (Firewall.Refuses(pathAndQuery) is { } refused)
        {
            return refused;
        }

        if (Segments(pathAndQuery) is not { } segments)
        {
            return new Reply.Text(StatusCodes.Status404NotFound, $"Nothing here: the API is under {Root}/");
        }

        if (router.Find(method, segments) is not { } route)
        {
            return router.NotSimulated(method, segments);
        }

        var path = route.Values(segments);
        if (Router.BadPath(path) is { } badPath)
        {
            return badPath;
        }

        if (Fields(method, call.Body) is not { } fields)
        {
            return new Reply.Refused(StatusCodes.Status400BadRequest, "Error encoding/decoding JSON: Syntax error", "JsonFormat.php:154", Stage.Setup);
        }

        if (users.WithKey(call.Key) is not { } user)
        {
            return call.Key.Length == 0 ? Authentication.NoKey : Authentication.UnknownKey;
        }

        var asked = new ApiCall(user, call.Query, fields) { Path = path, StopsHalfWay = stopsHalfWay };
        return Router.BadParameters(route, asked) ?? route.Answer(asked);
    }

    /// <summary>The decoded parts of the path below the API's root; null when it is elsewhere. A slash may be encoded.</summary>
    private static ImmutableArray<string>? Segments(string pathAndQuery)
    {
        var path = pathAndQuery.Split('?')[0].TrimEnd('/');
        return path.StartsWith(Root, StringComparison.Ordinal)
            ? [.. path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)]
            : null;
    }

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };

    /// <summary>The fields of the body, none when it has none or is not looked at; null when it is not JSON.</summary>
    private static JsonObject? Fields(string method, byte[] body)
    {
        if (HttpMethods.IsGet(method) || HttpMethods.IsDelete(method) || body.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            return [];
        }

        try
        {
            // The last of two equal members counts, as in PHP.
            using var document = JsonDocument.Parse(body);
            var fields = new JsonObject();
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in document.RootElement.Clone().EnumerateObject())
                {
                    fields[member.Name] = Node(member.Value);
                }
            }

            return fields;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
