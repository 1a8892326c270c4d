using System.Collections.Immutable;
using System.Text;

namespace DolibarrAgent.Simulator;

/// <summary>Uploading and deleting files of supplier invoices. Uploading asks for no right at all.</summary>
internal sealed class DocumentWriting(Database database)
{
    private const string Table = "ecm_files";

    private const string Disk = "/var/www/documents/fournisseur/facture/";

    public ImmutableArray<Route> Routes =>
    [
        new("POST", "documents/upload", Upload)
        {
            Required = ["filename", "modulepart"],
            Numbers = ["overwriteifexists", "createdirifnotexists", "position", "generateThumbs"],
        },
        new("DELETE", "documents", Delete) { Required = ["modulepart", "original_file"] },
    ];

    private Reply Upload(ApiCall call)
    {
        var module = call.Sent("modulepart") ?? "";
        if (module is not ("supplier_invoice" or "facture_fournisseur"))
        {
            return DocumentModules.NotSimulated(module, "api_documents.class.php:855");
        }

        var reference = call.Sent("ref") ?? "";
        var invoice = database.Invoices.WithRef(reference);
        if (invoice is null && reference.Length > 0)
        {
            return new Reply.Refused(404, $"Object with ref '{reference}' was not found.", "api_documents.class.php:867");
        }

        var folder = invoice is null ? "" : DocumentFolder.Of(invoice);
        var name = FileNames.Sanitize(call.Sent("filename") ?? "");
        var stored = database.Documents.In(folder).Find(document => document.Name == FileNames.OnDisk(name));
        var mayOverwrite = PhpNumber.Integer(call.Sent("overwriteifexists")) != 0;
        if (stored is not null && !mayOverwrite)
        {
            return name == stored.Name
                ? new Reply.Refused(400, $"File with name '{name}' already exists.", "api_documents.class.php:946")
                : new Reply.Refused(500, $"Failed to move file into '{Disk}{stored.Path}'", "api_documents.class.php:1022");
        }

        if (name.StartsWith('.'))
        {
            return new Reply.Refused(500, $"Refused to deliver file /var/www/documents/admin/temp/{name}", "api_documents.class.php:991");
        }

        var place = new StoredDocument(invoice?.Id, folder, FileNames.OnDisk(name), Content(call)) { IndexName = name, IndexId = 0, Position = 0, Uploader = call.User.Id, Written = database.Now, Touched = database.Now };
        Store(place, stored, call);
        return new Reply.Json(name);
    }

    /// <summary>A file that is overwritten, or was deleted before, gets a new entry in the index; its old number is gone.</summary>
    private void Store(StoredDocument document, StoredDocument? replaced, ApiCall call)
    {
        var kept = replaced is null ? database.Documents : database.Documents.Without(replaced);
        database.IndexedOnly = database.IndexedOnly.Without(document.Folder, other => other.IndexName == document.IndexName);
        var last = kept.In(document.Folder).Concat(database.IndexedOnly.In(document.Folder)).Select(other => other.Position).DefaultIfEmpty(0).Max();
        var asked = PhpNumber.Integer(call.Sent("position"));
        database.Documents = kept.With(document with { IndexId = database.NextId(Table), Position = asked != 0 ? asked : last + 1 });
    }

    /// <summary>Asks for the right to read, and for the path below the module's folder, as a download does.</summary>
    private Reply Delete(ApiCall call)
    {
        var (module, path) = (call.Parameter("modulepart"), call.Parameter("original_file"));
        if (DocumentModules.IsAnother(module))
        {
            return DocumentModules.NotSimulated(module, "");
        }

        if (module != "supplier_invoice" && !DocumentModules.IsOnDisk(module))
        {
            // What is not a module ends the server's own code: a page of HTML, and a status that is not an error.
            return new Reply.Text(StatusCodes.Status202Accepted, "Dolibarr has detected a technical error.<br>\n");
        }

        if (path.Contains("..", StringComparison.Ordinal) || path.AsSpan().IndexOfAny('<', '>', '|') >= 0)
        {
            return new Reply.Refused(403, "", "api_documents.class.php:1088");
        }

        if (!DocumentModules.IsOnDisk(module) || !call.User.May(Rights.ReadInvoices))
        {
            return new Reply.Refused(403, "", "api_documents.class.php:1091");
        }

        if (database.Documents.At(path) is { } found)
        {
            database.Documents = database.Documents.Without(found);
            database.IndexedOnly = database.IndexedOnly.With(found);
            return Reply.Success("Document deleted");
        }

        return database.Documents.In(path.TrimEnd('/')).Concat(database.IndexedOnly.In(path.TrimEnd('/'))).Any()
            ? new Reply.Refused(403, "", "api_documents.class.php:1111")
            : new Reply.Refused(404, "File not found", "api_documents.class.php:1099");
    }

    private static ImmutableArray<byte> Content(ApiCall call)
    {
        var content = call.Sent("filecontent") ?? "";
        return (call.Sent("fileencoding") ?? "") switch
        {
            "base64" => Decoded(content),
            "" or "0" => [.. Encoding.UTF8.GetBytes(content)],
            _ => [],
        };
    }

    /// <summary>What is not base64 is passed over, so that broken content is stored as junk, not refused.</summary>
    private static ImmutableArray<byte> Decoded(string content)
    {
        var bytes = new byte[content.Length / 4 * 3];
        if (Convert.TryFromBase64String(content, bytes, out var count))
        {
            return [.. bytes.AsSpan(0, count)];
        }

        var digits = string.Concat(content.TakeWhile(letter => letter != '=').Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/'));
        var whole = digits.Length % 4 == 1 ? digits[..^1] : digits;
        return [.. Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '='))];
    }
}
