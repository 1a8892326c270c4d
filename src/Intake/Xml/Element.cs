using System.Runtime.InteropServices;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>
/// One element of an invoice's XML, by local name. It remembers whether its text was read, so that what
/// carries money and was not read can be reported in the end.
/// </summary>
internal sealed class Element(string name, string space, int line)
{
    private static readonly Element Missing = new("", "", 0);

    private readonly List<Element> children = [];
    private List<KeyValuePair<string, string>>? attributes;
    private string? only;
    private StringBuilder? pieces;

    public string Name { get; } = name;

    public string Space { get; } = space;

    /// <summary>Outside the namespaces of the invoice syntaxes: whatever it is called, it is not one of their terms and is not found by name.</summary>
    public bool IsForeign { get; } = !InvoiceSpaces.Include(space);

    public int Line { get; } = line;

    public bool IsRead { get; private set; }

    public ReadOnlySpan<Element> Children => CollectionsMarshal.AsSpan(children);

    public bool Exists => !ReferenceEquals(this, Missing);

    /// <summary>The trimmed text, null if there is none; marks the element as read.</summary>
    public string? Text
    {
        get
        {
            if (!Exists)
            {
                return null;
            }

            IsRead = true;
            var text = (pieces?.ToString() ?? only)?.Trim();
            return string.IsNullOrEmpty(text) ? null : text;
        }
    }

    /// <summary>The attributes, by local name; those that declare a namespace are not among them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Attributes => attributes ?? [];

    public string? Attribute(string wanted)
    {
        foreach (var (attribute, value) in attributes ?? [])
        {
            if (attribute == wanted)
            {
                return value.Trim();
            }
        }

        return null;
    }

    /// <summary>The first child of that name; an empty element that does not exist if there is none, so that paths can be chained.</summary>
    public Element this[string wanted]
    {
        get
        {
            foreach (var child in children)
            {
                if (child.Is(wanted))
                {
                    return child;
                }
            }

            return Missing;
        }
    }

    /// <summary>The first child under either name: ZUGFeRD 1.0 calls many things differently.</summary>
    public Element Either(string wanted, string other) => this[wanted] is { Exists: true } found ? found : this[other];

    public IEnumerable<Element> All(string wanted)
    {
        foreach (var child in children)
        {
            if (child.Is(wanted))
            {
                yield return child;
            }
        }
    }

    /// <summary>Marks what stands in it under one of these names as known: its money is in other facts already. All else in it is still reported.</summary>
    public void Know(params ReadOnlySpan<string> names)
    {
        foreach (var child in children)
        {
            child.IsRead |= !child.IsForeign && names.Contains(child.Name);
            child.Know(names);
        }
    }

    private bool Is(string wanted) => Name == wanted && !IsForeign;

    internal void Add(Element child) => children.Add(child);

    /// <summary>Text can come in any number of pieces (CDATA sections); joining them one by one would take quadratic time.</summary>
    internal void AddText(string piece)
    {
        if (only is null)
        {
            only = piece;
        }
        else
        {
            (pieces ??= new StringBuilder(only)).Append(piece);
        }
    }

    internal void Add(string attribute, string value) => (attributes ??= []).Add(new(attribute, value));
}
