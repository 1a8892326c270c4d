using System.Collections.Immutable;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>
/// A browser that came in by a link, with the forms that it was given. Each form does something once: sent again, it leads to
/// what came of it.
/// </summary>
/// <param name="key">What its cookie says.</param>
internal sealed class Visitor(Secret key)
{
    /// <summary>Of older forms nothing is known any more, and they do nothing.</summary>
    private const int MostForms = 5000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Form> forms = new(StringComparer.Ordinal);
    private ImmutableQueue<string> inOrder = [];

    public Secret Key => key;

    /// <summary>The word of a new form.</summary>
    /// <param name="action">Where it is sent: it counts nowhere else.</param>
    public string NewForm(SitePath action)
    {
        var word = Secret.Draw().Word;
        lock (gate)
        {
            forms.Add(word, new Form($"{action}"));
            inOrder = inOrder.Enqueue(word);
            if (forms.Count > MostForms)
            {
                inOrder = inOrder.Dequeue(out var oldest);
                forms.Remove(oldest);
            }
        }
        return word;
    }

    /// <summary>The page that a form leads to once it was done; null where this browser was given no such form for this.</summary>
    /// <param name="word">Of the form.</param>
    /// <param name="action">Where it was sent.</param>
    /// <param name="act">Does it, the first time.</param>
    public Task<SitePath>? Once(string word, string action, Func<Task<SitePath>> act)
    {
        lock (gate)
        {
            return forms.TryGetValue(word, out var form) && form.Action == action ? form.Result ??= act() : null;
        }
    }

    private sealed class Form(string action)
    {
        public string Action => action;

        /// <summary>Null until it is sent.</summary>
        public Task<SitePath>? Result { get; set; }
    }
}
