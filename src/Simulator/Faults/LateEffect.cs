using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>When the effect of a request takes place whose connection was closed before.</summary>
public abstract record LateEffect
{
    private LateEffect()
    {
    }

    internal abstract string Suffix { get; }

    /// <summary>When <see cref="SimulatedDolibarr.ReleaseLate"/> or <c>POST /simulator/release</c> is called.</summary>
    public sealed record WhenReleased : LateEffect
    {
        internal override string Suffix => "";
    }

    /// <summary>A time after the connection was closed, on the server's clock; or when it is released, if that is earlier.</summary>
    public sealed record AfterTime(TimeSpan Delay) : LateEffect
    {
        internal override string Suffix => string.Create(CultureInfo.InvariantCulture, $":{Delay.TotalMilliseconds:0}");
    }

    /// <summary>
    /// Once so many further requests, at least one, have been dealt with: after the effect of the last of them, before
    /// its answer; or when it is released, if that is earlier.
    /// </summary>
    public sealed record AfterRequests(int Requests) : LateEffect
    {
        internal override string Suffix => string.Create(CultureInfo.InvariantCulture, $"-after:{Requests}");
    }
}
