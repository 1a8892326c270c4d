using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Suppliers and customers: found on the configured target, written on the sandbox. Objects are named by handles (<c>op1</c>, <c>12</c>).</summary>
public sealed class ThirdPartySkill
{
    private static readonly string Resource = ThirdPartyOperations.Instance.Name;

    private readonly Session session;

    internal ThirdPartySkill(Session session) => this.session = session;

    /// <summary>How a third party is named in this session: <c>op1</c> where its changeset made it, else its id on the target.</summary>
    public string HandleOf(ThirdParty party) => HandleOf(party.Id);

    /// <summary>The same, for one that is known by its id on the target.</summary>
    public string HandleOf(long id) => session.Names.HandleOf(Resource, id);

    /// <summary>Those that have this VAT number, SIREN, SIRET, email or supplier code.</summary>
    public async Task<Result<ImmutableArray<ThirdParty>>> FindAsync(string field, string value, CancellationToken cancel) =>
        await session.Targets.Read().ThenAsync(async read => (await read.ThirdParties.FindAsync(field, [value], cancel)).ToResult("find"));

    /// <summary>Those whose name contains this text. A name identifies nobody.</summary>
    public async Task<Result<ImmutableArray<ThirdParty>>> FindByNameAsync(string text, CancellationToken cancel) =>
        await session.Targets.Read().ThenAsync(async read => (await read.ThirdParties.SearchByNameAsync(text, cancel)).ToResult("find"));

    /// <summary>One by its handle.</summary>
    public async Task<Result<ThirdParty>> GetAsync(string handle, CancellationToken cancel) =>
        await session.Names.IdOf(Resource, handle).ThenAsync(id => session.Targets.Read().ThenAsync(async read => (await read.ThirdParties.GetAsync(id, cancel)).ToResult(handle)));

    /// <summary>
    /// Creates one. Refused where its VAT number, SIREN or SIRET is on file, or, where it has none of them, its name.
    /// A name that is on file, of a third party that nothing tells apart, is for a person; one that resembles another's is a warning.
    /// </summary>
    public async Task<Result<RecordResult.Done>> CreateAsync(ThirdPartyAsked asked, CancellationToken cancel)
    {
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(async open =>
        {
            var set = AskedFields.Of(asked with { Supplier = asked.Supplier ?? true });
            var alike = asked.Name is null ? Result.Ok(ImmutableArray<ThirdParty>.Empty) : await SupplierNames.AlikeAsync(asked.Name, open.Read, cancel);
            return await alike.ThenAsync(async resembling =>
            {
                if (resembling.Where(party => IsOnFileByName(PartyOf(asked), party)).ToList() is { Count: > 0 } same)
                {
                    return Result.Refused<RecordResult.Done>(new Problem(
                        Codes.SupplierByName, "name", $"'{asked.Name}' is on file by its name: {string.Join("; ", same.Select(ThirdPartyWords.Describe))}. Nothing says that the two are different.",
                        "Ask the person. If it is the same, use that one. If it is another, the person creates it in Dolibarr."));
                }

                var created = await session.DoAsync(
                    writing => new Operation.Create { Id = "", Resource = Resource, Set = set, Keys = InvoiceFields.KeysOf(set), From = session.EvidenceIn(writing) }, cancel);
                return created.Map(done =>
                {
                    session.Warn(done.Operation.Id, NewPartyNotices.Of(set, resembling));
                    return done;
                });
            });
        });
    }

    // What a legal id or the very name shows to be there, the operation's own look at the keys refuses.
    private static bool IsOnFileByName(Intake.Party asked, ThirdParty party) =>
        SupplierIdentity.MayBe(asked, party) && !SupplierIdentity.HaveInCommon(asked, party) && (asked.HasLegalId || party.Name != asked.Name);

    private static Intake.Party PartyOf(ThirdPartyAsked asked) => new()
    {
        Name = asked.Name,
        VatId = Bare(asked.VatNumber),
        Siren = Bare(asked.Siren),
        Siret = Bare(asked.Siret),
        Country = asked.Country,
    };

    private static string? Bare(string? id) => string.IsNullOrWhiteSpace(id) ? null : LegalIds.Bare(id);

    /// <summary>Changes fields of one, by its handle.</summary>
    public async Task<Result<RecordResult.Done>> UpdateAsync(string handle, ThirdPartyAsked asked, CancellationToken cancel)
    {
        var reference = await ReferenceAsync(handle, cancel);
        return await reference.ThenAsync(named => Claimed(named.Party, asked) is { } claimed ? Task.FromResult(Result.Refused<RecordResult.Done>(claimed)) : session.DoAsync(recorder => new Operation.Update
        {
            Id = "",
            Resource = Resource,
            On = named.Reference,
            Before = Fields.None,
            Set = AskedFields.Of(asked),
            From = session.EvidenceIn(recorder),
        }, cancel));
    }

    /// <summary>A legal id that a given invoice has and its supplier on file lacks: whether the two are one company is for a person to say, with --supplier.</summary>
    private Problem? Claimed(ThirdParty party, ThirdPartyAsked asked)
    {
        var filled = new[] { (asked.VatNumber, party.VatNumber), (asked.Siren, party.Siren), (asked.Siret, party.Siret) }
            .Where(id => id.Item1 is { Length: > 0 } && id.Item2.Length == 0).Select(id => LegalIds.Bare(id.Item1!)).ToHashSet(StringComparer.Ordinal);
        // One that has an id of the seller's already is the seller: that is known without a person.
        var claims = session.Documents.All.SelectMany(given => given.Invoices).Select(one => one.Invoice.Facts.Seller)
            .Any(seller => !SupplierIdentity.HaveInCommon(seller, party) && new[] { seller.VatId, seller.Siren, seller.Siret }.OfType<string>().Select(LegalIds.Bare).Any(filled.Contains));
        return claims && session.Options.Decisions.SupplierCode != party.SupplierCode
            ? new Problem(Codes.SupplierByName, "third_party", $"{ThirdPartyWords.Describe(party)} lacks the legal ids of a given invoice; only a person can say that it is its seller.", $"Tell the person to start this again with --supplier {(party.SupplierCode.Length > 0 ? party.SupplierCode : "CODE")}.")
            : null;
    }

    /// <summary>How the changeset names a third party, and the third party itself as the sandbox has it.</summary>
    internal async Task<Result<NamedThirdParty>> ReferenceAsync(string handle, CancellationToken cancel)
    {
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(open => session.Names.IdOf(Resource, handle).ThenAsync(async id =>
            (await open.Read.ThirdParties.GetAsync(id, cancel)).ToResult(handle).Map(party => new NamedThirdParty(session.Names.Of(party), party))));
    }
}

/// <summary>A third party, and how the changeset names it.</summary>
internal sealed record NamedThirdParty(Reference Reference, ThirdParty Party);
