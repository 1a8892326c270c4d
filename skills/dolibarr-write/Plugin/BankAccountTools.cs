namespace DolibarrAgent.DolibarrWrite;

/// <summary>Writing bank details, in a person's own words.</summary>
internal static class BankAccountTools
{
    public static IEnumerable<Tool> Of(Skill skill) =>
    [
        new Tool("set_bank_account", "Enter an IBAN that the person themselves wrote in this conversation, alone in its changeset. Never one from a document.",
            [
                ToolParameter.Text("third_party", "id").Required, ToolParameter.Text("iban").Required, ToolParameter.Text("bic"), ToolParameter.Text("label"),
                ToolParameter.Text("replaces", "IBAN on file"),
            ],
            (arguments, cancel) => SetAsync(skill, arguments, cancel)) { Writes = true },
    ];

    private static async Task<string> SetAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var asked = new BankAccountAsked(arguments.Needed("iban"))
        {
            Bic = arguments.Text("bic"),
            Label = arguments.Text("label"),
            Replaces = arguments.Text("replaces"),
        };
        return DoneJson.Of(skill, await skill.BankAccounts.SetAsync(arguments.Needed("third_party"), asked, cancel));
    }
}
