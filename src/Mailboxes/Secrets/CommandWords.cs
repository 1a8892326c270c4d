using System.Collections.Immutable;
using System.Text;

namespace DolibarrAgent.Mailboxes;

/// <summary>The words of a command line. Quotation marks keep blanks together; nothing else has a meaning, for there is no shell.</summary>
internal static class CommandWords
{
    /// <summary>The words; none where a quotation mark is not closed.</summary>
    public static ImmutableArray<string> Of(string line)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        char? quote = null;
        var isWord = false;
        foreach (var character in line)
        {
            if (quote == character)
            {
                quote = null;
            }
            else if (quote is null && character is '"' or '\'' && quote is null)
            {
                (quote, isWord) = (character, true);
            }
            else if (quote is null && char.IsWhiteSpace(character))
            {
                End();
            }
            else
            {
                word.Append(character);
                isWord = true;
            }
        }
        End();
        return quote is null ? words.ToImmutable() : [];

        void End()
        {
            if (isWord)
            {
                words.Add(word.ToString());
            }
            word.Clear();
            isWord = false;
        }
    }
}
