namespace DolibarrAgent.Simulator;

/// <summary>When what a request asks for is done, under a <see cref="Fault"/>.</summary>
public enum EffectMoment
{
    /// <summary>Never: the request was lost before the server looked at it.</summary>
    Never,

    /// <summary>Before anything is answered.</summary>
    AtOnce,

    /// <summary>Before anything is answered, and only the first of its statements; nothing where all of it is one transaction.</summary>
    Half,

    /// <summary>Some time after the client was told nothing; see <see cref="LateEffect"/>.</summary>
    Later,
}
