namespace DolibarrAgent.Review;

/// <summary>One word or sentence of ours in every language: none can be left out.</summary>
internal sealed record Term(string English, string French)
{
    public string In(Language language) => language == Language.French ? French : English;
}
