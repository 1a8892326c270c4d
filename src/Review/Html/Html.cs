using System.Collections.Immutable;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>
/// A piece of HTML. Text gets into it as <see cref="VisibleText"/> or as a word of ours, and is escaped in one place,
/// <see cref="Write"/>: there is no way to put in markup as text. Closed.
/// </summary>
public abstract record Html
{
    private static readonly ImmutableHashSet<string> Inline = ["a", "b", "bdi", "br", "button", "code", "del", "g", "image", "img",
        "input", "ins", "label", "rect", "span", "strong", "use"];
    private static readonly ImmutableHashSet<string> Void = ["br", "img", "input", "meta"];

    private Html() { }

    /// <summary>Nothing.</summary>
    public static Html None { get; } = All([]);

    /// <summary>Words of this program.</summary>
    public static implicit operator Html(string own) => new Words(own);

    public static implicit operator Html(VisibleText text) => new Shown(text);

    public static Element Of(string tag, params ImmutableArray<Html> children) => new(tag, [], children);

    public static Html All(IEnumerable<Html> parts) => new Many([.. parts]);

    /// <summary>Text that is already in the form that its element takes, as a style sheet is. Only for constants of ours.</summary>
    internal static Html Sheet(string css) => new Raw(css);

    public sealed override string ToString()
    {
        var html = new StringBuilder();
        Write(html);
        return html.ToString();
    }

    protected abstract void Write(StringBuilder html);

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>An element, with attributes whose names are ours and whose values are escaped.</summary>
    public sealed record Element(string Tag, ImmutableArray<HtmlSetting> Attributes, ImmutableArray<Html> Children) : Html
    {
        /// <summary>With an attribute of ours. Never for a URL: for those there are <see cref="LinkTo(string)"/>, <see cref="HoldingPicture"/> and <see cref="HoldingPdf"/>.</summary>
        public Element With(string name, string value) =>
            name is "href" or "src" or "data" or "style" or "action" or "formaction" or "http-equiv"
                || name.StartsWith("on", StringComparison.Ordinal)
                ? throw new ArgumentException($"The attribute {name} is not set by hand.", nameof(name))
                : Set(name, value);

        public Element With(string name, VisibleText value) => With(name, value.ToString());

        public Element Class(string names) => Set("class", names);

        /// <summary>Makes it a link within this page: the only kind there is in a file.</summary>
        public Element LinkTo(string anchor) => Set("href", $"#{anchor}");

        /// <summary>Makes it a link to another page of the same site.</summary>
        public Element LinkTo(SitePath page) => Set("href", $"{page}");

        /// <summary>Makes it a link to a page of a Dolibarr that was enrolled, as its address was made here.</summary>
        public Element LinkTo(Uri page) => page.Scheme is "http" or "https"
            ? Set("href", page.AbsoluteUri)
            : throw new ArgumentException("Only pages of the web are linked.", nameof(page));

        /// <summary>Makes it a form that is sent to the same site.</summary>
        public Element SentTo(SitePath page) => Set("method", "post").Set("action", $"{page}");

        /// <summary>Makes it a form that asks the same site for a page.</summary>
        public Element AskedOf(SitePath page) => Set("method", "get").Set("action", $"{page}");

        /// <summary>Makes it a script that the same site serves.</summary>
        public Element ScriptAt(SitePath file) => Set("src", $"{file}").Set("defer", "");

        /// <summary>The picture that it shows, in the page itself.</summary>
        public Element HoldingPicture(string contentType, ReadOnlySpan<byte> bytes) => Set("src", $"data:{contentType};base64,{Convert.ToBase64String(bytes)}");

        /// <summary>The drawn page that it shows, as <see cref="HoldingPicture"/>, where it stands in a drawing.</summary>
        public Element HoldingDrawnPage(ReadOnlySpan<byte> png) => Set("href", $"data:image/png;base64,{Convert.ToBase64String(png)}");

        /// <summary>The PDF that it shows, in the page itself, as wide as there is room and nothing beside it.</summary>
        public Element HoldingPdf(ReadOnlySpan<byte> bytes) => With("type", "application/pdf").Set("data", $"data:application/pdf;base64,{Convert.ToBase64String(bytes)}#navpanes=0&view=FitH");

        /// <summary>Makes it say what a browser may do with the page, as a meta element does.</summary>
        internal Element Policy(string policy) => Set("http-equiv", "Content-Security-Policy").Set("content", policy);

        /// <summary>Makes it ask for the same page again, as a meta element does.</summary>
        public Element AgainAfter(int seconds) =>
            Set("http-equiv", "refresh").Set("content", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));

        private Element Set(string name, string value) => this with { Attributes = Attributes.Add(new HtmlSetting(name, value)) };

        protected override void Write(StringBuilder html)
        {
            if (!Inline.Contains(Tag) && html.Length > 0)
            {
                html.Append('\n');
            }
            html.Append('<').Append(Tag);
            foreach (var (name, value) in Attributes)
            {
                html.Append(' ').Append(name).Append("=\"").Append(Escaped(value)).Append('"');
            }
            html.Append('>');
            if (Void.Contains(Tag))
            {
                return;
            }
            foreach (var child in Children)
            {
                child.Write(html);
            }
            html.Append("</").Append(Tag).Append('>');
        }
    }

    private sealed record Words(string Text) : Html
    {
        protected override void Write(StringBuilder html) => html.Append(Escaped(Text));
    }

    /// <summary>Each voice told from the others, and data isolated, so that letters read from right to left turn nothing of ours around.</summary>
    private sealed record Shown(VisibleText Text) : Html
    {
        protected override void Write(StringBuilder html)
        {
            foreach (var part in Text.Parts)
            {
                html.Append(part.By switch
                {
                    Voice.Data => $"<bdi>{Escaped(part.Text)}</bdi>",
                    Voice.Mark => $"<span class=\"mark\">{Escaped(part.Text)}</span>",
                    _ => Escaped(part.Text),
                });
            }
        }
    }

    private sealed record Many(ImmutableArray<Html> Parts) : Html
    {
        protected override void Write(StringBuilder html)
        {
            foreach (var part in Parts)
            {
                part.Write(html);
            }
        }
    }

    private sealed record Raw(string Text) : Html
    {
        protected override void Write(StringBuilder html) => html.Append(Text);
    }
}

/// <summary>An attribute of an element.</summary>
public sealed record HtmlSetting(string Name, string Value);
