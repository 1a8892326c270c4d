using System.Text.Json;

namespace DolibarrAgent.Dolibarr;

/// <summary>Dolibarr accepted it.</summary>
internal enum Done
{
    /// <summary>It did what was asked, by its own account.</summary>
    Now,

    /// <summary>It was so before (304).</summary>
    Already,
}

/// <summary>Reads what Dolibarr answers to writes.</summary>
internal static class Written
{
    /// <summary>A bare number. 0 is a refusal: nothing was created (FACTS.md, a line on a validated invoice).</summary>
    public static Answer<long> NewId(Reply reply) => reply.Read<long?, long>(Inbound.Default.NullableInt64, id => id switch
    {
        > 0 => new Answer<long>.Ok(id.Value),
        0 => Unhappy.NothingDone<long>(reply, "Dolibarr answered 0: nothing was created.", "Read the object again; a validated invoice takes no lines."),
        _ => Unhappy.NotUnderstood<long>(reply, "an id that is not a positive number"),
    });

    /// <summary>The number within an echo of the new object; the rest of it proves nothing.</summary>
    public static Answer<long> EchoedId(Reply reply) => reply.Read<ObjectWire, long>(
        Inbound.Default.ObjectWire,
        echo => echo.Id is > 0 and var id
            ? new Answer<long>.Ok(id)
            : Unhappy.NotUnderstood<long>(reply, "not the object that was written"));

    /// <summary><c>{"success": …}</c>.</summary>
    public static Answer<Done> Success(Reply reply) =>
        reply.Read<SuccessWire, Done>(Inbound.Default.SuccessWire, _ => new Answer<Done>.Ok(Done.Now));

    /// <summary>The same for a change of state, where 304 means that it was so before.</summary>
    public static Answer<Done> Or304(Reply reply, Func<Reply, Answer<Done>> read) =>
        reply.Status == 304 ? new Answer<Done>.Ok(Done.Already) : read(reply);

    /// <summary>The object, as a sign that Dolibarr got that far; its contents prove nothing.</summary>
    public static Answer<Done> EchoOf(Reply reply, JsonElement echo, long id)
    {
        if (echo.ValueKind != JsonValueKind.Object || !echo.TryGetProperty("id", out var member))
        {
            return Unhappy.NotUnderstood<Done>(reply, "not the object that was written");
        }

        return member.ToString() == id.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ? new Answer<Done>.Ok(Done.Now)
            : Unhappy.NotUnderstood<Done>(reply, $"the object {member} where {id} was written");
    }
}
