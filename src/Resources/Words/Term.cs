namespace DolibarrAgent.Resources;

/// <summary>One word or sentence of ours in every language: none can be left out.</summary>
public sealed record Term(string English, string French)
{
    /// <summary>In one language.</summary>
    public string In(Language language) => language == Language.French ? French : English;
}
