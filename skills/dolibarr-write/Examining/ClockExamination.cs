using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>This machine's clock, and an instance's against it. Dates are checked against today, and signatures expire.</summary>
internal static class ClockExamination
{
    private static readonly TimeSpan MostApart = TimeSpan.FromMinutes(2);

    public static Examined Here(TimeProvider clock) => new(
        Health.Well, "clock", "clock", $"it is {Moments.ShownWhereItIs(clock.GetLocalNow())} here ({clock.LocalTimeZone.Id})");

    /// <summary>A production server says neither its time nor its zone.</summary>
    public static IEnumerable<Examined> Of(Instance instance, ServerStatus server, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (server.Clock is { } there && (there - now).Duration() > MostApart)
        {
            yield return new Examined(Codes.ClocksDiffer, instance.Name, $"Its clock says {Moments.ShownWhereItIs(there)} UTC, this machine's {Moments.ShownWhereItIs(now)} UTC.")
            {
                Remedy = "Set the one that is wrong: future dates and expired signatures are judged by it.",
            };
        }
        if (server.TimeZone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(server.TimeZone, out var zone) && zone.GetUtcOffset(now) < TimeSpan.Zero)
        {
            yield return new Examined(Codes.ZoneWestOfGreenwich, instance.Name, $"Its PHP runs in the zone {server.TimeZone}, west of Greenwich: Dolibarr then stores every date that is sent to it a day early.")
            {
                Remedy = "Set date.timezone of its PHP to UTC or to a zone east of it.",
            };
        }
    }
}
