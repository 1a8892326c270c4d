namespace DolibarrAgent.Intake;

/// <summary>
/// Where the facts of one document stand: the file, and for each EN 16931 term of the header the line of
/// its XML. Light on purpose: a line's terms are named by its position, so nothing is kept for them here.
/// </summary>
public sealed class FactSources
{
    private readonly IReadOnlyDictionary<string, int> terms;

    internal FactSources(string origin, IReadOnlyDictionary<string, int> terms) => (Origin, this.terms) = (origin, terms);

    /// <summary>Facts that stand in no file by themselves; the origin says whose word they are.</summary>
    public static FactSources None(string origin) => new(origin, new Dictionary<string, int>());

    /// <summary>The file as a person knows it: <c>facture.pdf/factur-x.xml</c>.</summary>
    public string Origin { get; }

    /// <summary>The terms that the header says.</summary>
    public IEnumerable<string> Terms => terms.Keys;

    /// <summary><c>facture.pdf/factur-x.xml#BT-31</c>; null where the document does not say it.</summary>
    public string? Of(string term) => terms.ContainsKey(term) ? $"{Origin}#{term}" : null;

    /// <summary><c>facture.pdf/factur-x.xml#BT-131/2</c>, for the line at a position that counts from 1.</summary>
    public string Of(string term, int position) => $"{Origin}#{term}/{position}";

    /// <summary>The line of the XML that a term stands on; null where the document does not say it.</summary>
    public int? XmlLine(string term) => terms.TryGetValue(term, out var line) ? line : null;
}
