using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>Our company as somebody typed it: in the setup of a server, or in the settings. What is blank is not known.</summary>
public sealed record TypedCompany(string? Name, string? Siren, string? Siret, string? VatNumber)
{
    /// <summary>By its ids in their plain form; a SIRET gives a SIREN.</summary>
    internal NamedParty Named => new(Set(Name) is { } name ? [name] : [], BareOf(Siren) ?? SirenOf(Siret), BareOf(VatNumber));

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? BareOf(string? id) => Set(id) is { } text && LegalIds.Bare(text) is { Length: > 2 } bare ? bare : null;

    private static string? SirenOf(string? siret) => BareOf(siret) is { } bare && LegalIds.IsSiret(bare) ? bare[..LegalIds.SirenLength] : null;
}

/// <summary>What is known of our company. Closed.</summary>
public abstract record CompanyFound
{
    private CompanyFound() { }

    /// <summary>Who we are.</summary>
    public sealed record Known(WhoWeAre We) : CompanyFound;

    /// <summary>Neither the server nor the settings say.</summary>
    public sealed record Unknown : CompanyFound;

    /// <summary>Server and settings name two companies.</summary>
    public sealed record Two(NamedParty OnServer, NamedParty InSettings) : CompanyFound;

    /// <param name="onServer">What the server's setup says; null where the key may not read it.</param>
    /// <param name="settings">What the settings say.</param>
    /// <param name="instance">The server's name: <c>erp-sandbox</c>.</param>
    public static CompanyFound Of(TypedCompany? onServer, TypedCompany settings, string instance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (server, configured) = ((onServer ?? new TypedCompany(null, null, null, null)).Named, settings.Named);
        if (AreTwo(WhoWeAre.SirenOf(server), WhoWeAre.SirenOf(configured)) || AreTwo(server.VatNumber, configured.VatNumber) || (server.Siren ?? server.VatNumber) is null && HaveTwoNames(server, configured))
        {
            return new Two(server, configured);
        }
        var known = new NamedParty(server.Names.IsEmpty ? configured.Names : server.Names, server.Siren ?? configured.Siren, server.VatNumber ?? configured.VatNumber);
        return known.IsNobody ? new Unknown() : new Known(new WhoWeAre(known, server.IsNobody ? "the settings" : $"{instance}'s setup"));
    }

    private static bool AreTwo(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.Ordinal);

    private static bool HaveTwoNames(NamedParty one, NamedParty other) =>
        one.Names is [var here, ..] && other.Names is [var there, ..] && AreTwo(here, there) && !PartyNames.AreSameCompany(here, there);
}
