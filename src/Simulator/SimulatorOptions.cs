using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>How the VAT of an invoice is rounded (<c>MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND_SUPPLIER</c>).</summary>
public enum VatRounding
{
    /// <summary>A line at a time: the server's default.</summary>
    Line,

    /// <summary>Once for each rate, the difference being put into a line.</summary>
    Total,
}

/// <summary>The company of a simulated server, as it is typed there; by default that of the recorded server, which has no numbers.</summary>
public sealed record SimulatedCompany
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "ACME sandbox";

    /// <summary><c>idprof1</c>.</summary>
    public string Siren { get; init; } = "";

    /// <summary><c>idprof2</c>.</summary>
    public string Siret { get; init; } = "";

    /// <summary><c>tva_intra</c>.</summary>
    public string VatNumber { get; init; } = "";
}

/// <summary>How a simulated server is set. The defaults are those of the recorded server.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The keys that may call, at least one.</summary>
    public required ImmutableArray<SimulatedKey> Keys { get; init; }

    /// <summary>Whether <c>GET /status</c> keeps its <c>environment</c> to itself, as a production server does.</summary>
    public bool Production { get; init; }

    /// <summary>What the server calls its version; all else stays that of the recorded one.</summary>
    public string Version { get; init; } = SimulatedDolibarr.Version;

    /// <summary>The id of the first row of every table.</summary>
    public long FirstId { get; init; } = 1;

    /// <summary>The company's currency, which every invoice gets that asks for none, or for one that the server does not have.</summary>
    public string CompanyCurrency { get; init; } = "EUR";

    /// <summary>The currencies that invoices may have besides; none where the module Multicurrency is off.</summary>
    public ImmutableArray<ForeignCurrency> Currencies { get; init; } = [];

    /// <summary>Whose books it keeps.</summary>
    public SimulatedCompany Company { get; init; } = new();

    /// <summary>As <see cref="CompanyReader"/>: no login is refused.</summary>
    public const string EveryKey = "*";

    /// <summary>The one login that may read the company besides administrators (<c>API_LOGINS_ALLOWED_FOR_GET_COMPANY</c>, which the server compares whole); none when null.</summary>
    public string? CompanyReader { get; init; }

    /// <summary>Codes of terms and types of payment that are switched off: not offered, and still shown on what has them.</summary>
    public ImmutableArray<string> SwitchedOff { get; init; } = [];

    /// <summary>What is added to the recorded numbers of terms and types of payment: two servers seldom agree on those that they were given later.</summary>
    public int DictionaryOffset { get; init; }

    /// <summary>How VAT is rounded.</summary>
    public VatRounding Rounding { get; init; } = VatRounding.Line;

    /// <summary>How long each call takes at least.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>How long an unknown key waits for its 401.</summary>
    public TimeSpan UnknownKeyDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A file to which each call is appended as a line of JSON; none when null.</summary>
    public string? LogFile { get; init; }

    /// <summary>Which calls go wrong, from the first one on.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>The server's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
