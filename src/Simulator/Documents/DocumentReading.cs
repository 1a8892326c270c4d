using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Listing and downloading the files of supplier invoices.</summary>
internal sealed class DocumentReading(Database database)
{
    private static readonly ImmutableArray<string> SupplierInvoices = ["supplier_invoice", "facture_fournisseur"];

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "documents", List) { Numbers = ["id", "limit", "page"], Required = ["modulepart"] },
        new("GET", "documents/download", Download) { Required = ["modulepart"] },
    ];

    /// <summary>The folder's files by name; a real server gives them as its file system does, in no order.</summary>
    private Reply List(ApiCall call)
    {
        var (id, reference) = (call.Number("id", 0), call.Parameter("ref"));
        if (id == 0 && reference.Length == 0)
        {
            return new Reply.Refused(400, "bad value for parameter id or ref", "api_documents.class.php:352");
        }

        if (!SupplierInvoices.Contains(call.Parameter("modulepart")))
        {
            return DocumentModules.NotSimulated(call.Parameter("modulepart"), "api_documents.class.php:622");
        }

        if (!call.User.May(Rights.ReadInvoices))
        {
            return new Reply.Refused(403, "", "api_documents.class.php:494");
        }

        var invoice = id != 0 ? database.Invoices.GetValueOrDefault(id) : database.Invoices.WithRef(reference);
        if (invoice is null)
        {
            return new Reply.Refused(404, "Invoice not found", "api_documents.class.php:500");
        }

        var folder = DocumentFolder.Of(invoice);
        var documents = database.Documents.In(folder);
        var limit = call.Number("limit", ListQuery.DefaultLimit);
        var page = documents.OrderBy(document => document.Name, StringComparer.Ordinal).Skip(limit * call.Number("page", 0)).Take(limit).ToImmutableArray();
        return page.IsEmpty
            ? new Reply.Refused(404, $"Search for modulepart supplier_invoice with Id {invoice.Id} or Ref {invoice.Ref} does not return any document.", "api_documents.class.php:649")
            : new Reply.Json(Items(call, page, ContentType(folder)));
    }

    private static JsonArray Items(ApiCall call, ImmutableArray<StoredDocument> page, string contentType)
    {
        var wanted = call.Parameter("content_type");
        return wanted.Length > 0 && !wanted.Split(',').Contains(contentType)
            ? []
            : [.. page.Select(document => DocumentView.Of(document, contentType))];
    }

    /// <summary>Every file is said to have the type of the one that the index names last.</summary>
    private string ContentType(string folder) =>
        FileNames.MimeType(database.Documents.In(folder).Concat(database.IndexedOnly.In(folder))
            .MaxBy(document => document.IndexId)?.IndexName ?? "");

    private Reply Download(ApiCall call)
    {
        var path = call.Parameter("original_file");
        if (path.Length == 0)
        {
            return new Reply.Refused(400, "bad value for parameter original_file", "api_documents.class.php:80");
        }

        if (path.Contains("..", StringComparison.Ordinal) || path.AsSpan().IndexOfAny('<', '>', '|') >= 0)
        {
            return new Reply.Refused(403, "", "api_documents.class.php:103");
        }

        if (!DocumentModules.IsOnDisk(call.Parameter("modulepart")) || !call.User.May(Rights.ReadInvoices))
        {
            return new Reply.Refused(403, "", "api_documents.class.php:106");
        }

        return database.Documents.At(path) is not { } found
            ? new Reply.Refused(404, "File not found", "api_documents.class.php:114")
            : new Reply.Json(new JsonObject
            {
                ["filename"] = found.Name,
                ["content-type"] = FileNames.MimeType(found.Name),
                ["filesize"] = found.Content.Length,
                ["content"] = Convert.ToBase64String(found.Content.AsSpan()),
                ["encoding"] = "base64",
            });
    }
}
