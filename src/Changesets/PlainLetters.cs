using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>
/// Latin letters without their accents: for names of folders and stored files. A table of our own, because the
/// platform's decomposition does nothing where no culture data is installed.
/// </summary>
public static class PlainLetters
{
    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț";
    private const string Plain = "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyyAaAaAaCcCcDdDdEeEeEeEeGgGgIiIiIiKkLlLlLlLlNnNnNnOoOoRrRrSsSsSsTtTtUuUuUuUuZzZzZzSsTt";

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = c < '\u0080' ? -1 : Accented.IndexOf(c, StringComparison.Ordinal);
            _ = (c, at) switch
            {
                (_, >= 0) => plain.Append(Plain[at]),
                ('Æ', _) => plain.Append("AE"),
                ('æ', _) => plain.Append("ae"),
                ('Œ', _) => plain.Append("OE"),
                ('œ', _) => plain.Append("oe"),
                ('ß', _) => plain.Append("ss"),
                // A combining accent after its letter.
                ( >= '\u0300' and <= '\u036f', _) => plain,
                _ => plain.Append(c),
            };
        }
        return plain.ToString();
    }
}
