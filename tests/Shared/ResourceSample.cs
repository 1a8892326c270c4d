using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Tests;

/// <summary>
/// One object of a resource that is done by its description: what is entered, and what is changed of it then. A resource is
/// one row here, and every test that is about all of them takes it.
/// </summary>
/// <param name="Resource">Its name in a changeset.</param>
/// <param name="Created">What is entered, for the third party that <paramref name="Created"/> is given.</param>
/// <param name="Changed">What is changed of it.</param>
public sealed record ResourceSample(string Resource, Func<Reference, Fields> Created, Fields Changed)
{
    public static ImmutableArray<ResourceSample> All { get; } =
    [
        new(
            "thirdparty",
            _ => Fields.None.With("name", "Imprimerie d'Été & fils").With("nameAlias", "Été").With("supplier", true).With("vatNumber", "FR27552032534")
                .With("siren", "552 032 534").With("siret", "552 032 534 00045").With("email", "Factures@Ete.example").With("phone", "01 02 03 04 05")
                .With("address", "1 rue des Lilas\nBât. B").With("zip", "29200").With("town", "Brest").With("country", "FR")
                .With("url", "https://Ete.example/x?y=1").With("notePublic", "a & b < 3").With("notePrivate", "ligne 1\nligne 2"),
            Fields.None.With("nameAlias", "").With("phone", "+33 1 99 99 99 99").With("email", "").With("town", "Lyon").With("country", "BE")
                .With("siret", "").With("notePrivate", "")),
        new(
            "contact",
            party => Fields.None.With("thirdparty", party).With("lastName", "Durand & fils").With("firstName", "Jane").With("jobTitle", "Comptabilité").With("email", "Jane@Dupont.example")
                .With("phone", "01 02 03 04 05").With("mobile", "06 11 22 33 44").With("address", "1 rue des Lilas\nBât. B").With("zip", "29200").With("town", "Brest").With("country", "FR")
                .With("notePublic", "a & b < 3").With("notePrivate", "ligne 1\nligne 2"),
            Fields.None.With("jobTitle", "").With("phone", "+33 1 99 99 99 99").With("email", "").With("town", "Lyon").With("country", "BE").With("notePrivate", "")),
        new(
            "product",
            _ => Fields.None.With("ref", "HOST-12_(a)+b&#%!.1").With("label", "Hébergement annuel & suivi").With("kind", "service")
                .With("description", "a & b < 3\nligne 2").With("price", "19.99").With("vatRate", "20")
                .With("isSold", true).With("isBought", true).With("purchaseAccount", "6135")
                .With("notePublic", "public & co").With("notePrivate", "ligne 1\nligne 2"),
            Fields.None.With("label", "Hébergement mensuel").With("description", "").With("price", "12.34567").With("vatRate", "5.5")
                .With("isSold", false).With("purchaseAccount", "").With("notePrivate", "")),
        new(
            "category",
            _ => Fields.None.With("parent", new Reference.Found(Fields.None.With("kind", "supplier").With("label", "Achats & co")))
                .With("kind", "supplier").With("label", "Hébergement & noms")
                .With("description", "a & b < 3\nligne 2").With("color", "FF8800"),
            Fields.None.With("label", "Serveurs").With("description", "").With("color", "00ff00"))
        {
            There = """{"label":"Achats & co","type":"1"}""",
        },
    ];

    /// <summary>
    /// An object of the same resource that is there before, on both sides, in Dolibarr's own words; null where none need be.
    /// </summary>
    public string? There { get; init; }

    /// <summary>Whether an object of a list is the one that was there before.</summary>
    public bool IsThere(JsonNode one) =>
        There is not null && JsonNode.Parse(There)!.AsObject().All(member => one[member.Key]?.ToString() == member.Value!.ToString());

    /// <summary>Their names, for a test of each.</summary>
    public static IEnumerable<string> Names => All.Select(sample => sample.Resource);

    public static ResourceSample Of(string resource) => All.Single(sample => sample.Resource == resource);

    /// <summary>The description.</summary>
    public Resource Description => Catalogue.Named(Resource)!;

    /// <summary>The creation, by all keys that are set.</summary>
    public Operation.Create Create(Reference party) => Create(Created(party));

    public Operation.Create Create(Fields set) => new() { Id = "", Resource = Resource, Set = set, Keys = [.. Description.Keys.Where(set.Has)] };

    public Operation.Update Update(Reference on) => new() { Id = "", Resource = Resource, On = on, Before = Fields.None, Set = Changed };

    /// <summary>By what it is found again.</summary>
    public Reference.Found Found(Reference party)
    {
        var set = Created(party);
        return new(Description.Unique.Where(set.Has).Aggregate(Fields.None, (keys, key) => keys.With(key, set[key]!)));
    }
}
