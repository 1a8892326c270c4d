using System.Collections.Immutable;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Writing third parties.</summary>
internal static class ThirdPartyTools
{
    private static readonly ImmutableArray<ToolParameter> Fields =
    [
        ToolParameter.Text("vat_number"), ToolParameter.Text("siren"), ToolParameter.Text("siret"), ToolParameter.Text("email"), ToolParameter.Text("phone"),
        ToolParameter.Text("address"), ToolParameter.Text("zip"), ToolParameter.Text("town"), ToolParameter.Text("country", "two letters"), ToolParameter.Text("url"),
    ];

    public static IEnumerable<Tool> Of(Skill skill) =>
    [
        new Tool("create_third_party", "Create a supplier that no legal id finds. Bank details are never entered.",
            [ToolParameter.Text("name").Required, .. Fields],
            (arguments, cancel) => CreateAsync(skill, arguments, cancel)) { Writes = true },
        new Tool("update_third_party", "Change fields of a third party.",
            [ToolParameter.Text("third_party", "id or opN").Required, ToolParameter.Text("name"), ToolParameter.Flag("supplier"), .. Fields],
            (arguments, cancel) => UpdateAsync(skill, arguments, cancel)) { Writes = true },
    ];

    private static Task<string> CreateAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var asked = Asked(arguments);
        return arguments.ThenAsync(async () => DoneJson.Of(skill, await skill.ThirdParties.CreateAsync(asked, cancel)));
    }

    private static Task<string> UpdateAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var asked = Asked(arguments) with { Supplier = arguments.Flag("supplier") };
        return arguments.ThenAsync(async () => DoneJson.Of(skill, await skill.ThirdParties.UpdateAsync(arguments.Needed("third_party"), asked, cancel)));
    }

    private static ThirdPartyAsked Asked(ToolArguments arguments) => new()
    {
        Name = arguments.Text("name"),
        VatNumber = arguments.Text("vat_number"),
        Siren = arguments.Text("siren"),
        Siret = arguments.Text("siret"),
        Email = arguments.Text("email"),
        Phone = arguments.Text("phone"),
        Address = arguments.Text("address"),
        Zip = arguments.Text("zip"),
        Town = arguments.Text("town"),
        Country = arguments.Text("country"),
        Url = arguments.Text("url"),
    };
}
