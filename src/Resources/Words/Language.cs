namespace DolibarrAgent.Resources;

/// <summary>The languages that a review speaks. What comes from outside is never translated.</summary>
public enum Language
{
    English,
    French,
}
