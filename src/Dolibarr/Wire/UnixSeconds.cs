namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Times as Dolibarr writes most of them, seconds since 1970, UTC, and the days that it writes so too. The server's own zone
/// is not known on a production server: it shows a moment's day there, and sends the moment of a day's midnight there.
/// </summary>
internal static class UnixSeconds
{
    private const long SecondsOfDay = 86_400;

    // Years 1900 to 9998: an invoice has no other, and the sums below stay in range.
    private const int DaysBeforeEpoch = 25_567;
    private const long FirstSecond = -DaysBeforeEpoch * SecondsOfDay;
    private const long LastSecond = 253_370_764_800;

    /// <summary>The first second of the year 10000, which no time of ours reaches.</summary>
    private const long End = 253_402_300_800;

    // At ten o'clock UTC it is that day in every zone from Tahiti to New Zealand. At midnight, which the server also
    // makes of a day as text, it is the day before wherever clocks are behind.
    private static readonly TimeOnly SameDayNearlyEverywhere = new(10, 0);

    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The time; null if none is given, or it is not a time.</summary>
    public static DateTimeOffset? Time(long? seconds) => seconds is > 0 and < End ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    /// <summary>The day whose midnight in the server's zone this is; null where no invoice has such a day.</summary>
    /// <remarks>
    /// The nearest UTC midnight is the right day for every zone from −11:59 to +12; midnight in a zone at +13 or +14 is
    /// nearer to the day before.
    /// </remarks>
    public static DateOnly? Day(long midnight) => midnight is > FirstSecond and < LastSecond
        ? DateOnly.FromDayNumber(EpochDay + (int)Math.DivRem(midnight + (SecondsOfDay / 2) - FirstSecond, SecondsOfDay).Quotient - DaysBeforeEpoch)
        : null;

    /// <summary>A moment that is sent for a day: of that day, whatever the server's zone between −10 and +13.</summary>
    public static long OfDay(DateOnly day) => new DateTimeOffset(day, SameDayNearlyEverywhere, TimeSpan.Zero).ToUnixTimeSeconds();
}
