namespace DolibarrAgent.DolibarrWrite;

/// <summary>Something that a person should look at, found by a rule: a warning that does not know its operation yet.</summary>
/// <param name="Code">Stable, in kebab-case: <c>iban-not-on-file</c>.</param>
/// <param name="Text">What was seen, with its values.</param>
internal sealed record Notice(string Code, string Text);
