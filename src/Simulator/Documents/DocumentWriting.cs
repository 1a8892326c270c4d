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
        var invoice = database.Invoices.Values.FirstOrDefault(row => row.Ref == reference);
        if (invoice is null && reference.Length > 0)
        {
            return new Reply.Refused(404, $"Object with ref '{reference}' was not found.", "api_documents.class.php:867");
        }

        var folder = invoice is null ? "" : DocumentFolder.Of(invoice);
        var name = FileNames.Sanitize(call.Sent("filename") ?? "");
        var stored = database.Documents.Find(document => document.Folder == folder && document.Name == FileNames.OnDisk(name));
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

    /// <summary>A file that is overwritten gets a new entry in the index; its old number is gone.</summary>
    private void Store(StoredDocument document, StoredDocument? replaced, ApiCall call)
    {
        var kept = replaced is null ? database.Documents : database.Documents.Remove(replaced);
        var last = kept.Where(other => other.Folder == document.Folder).Select(other => other.Position).DefaultIfEmpty(0).Max();
        var asked = PhpNumber.Integer(call.Sent("position"));
        database.Documents = kept.Add(document with { IndexId = database.NextId(Table), Position = asked != 0 ? asked : last + 1 });
    }

    private Reply Delete(ApiCall call)
    {
        var path = call.Sent("original_file") ?? call.Parameter("original_file");
        if (path.Contains("..", StringComparison.Ordinal))
        {
            return new Reply.Refused(403, "", "api_documents.class.php:1088");
        }

        if (!DocumentModules.IsOnDisk(call.Sent("modulepart") ?? call.Parameter("modulepart")) || !call.User.May(Rights.ReadInvoices))
        {
            return new Reply.Refused(403, "", "api_documents.class.php:1091");
        }

        if (database.Documents.Find(document => document.Path == path) is not { } found)
        {
            return new Reply.Refused(404, "File not found", "api_documents.class.php:1099");
        }

        database.Documents = database.Documents.Remove(found);
        return Reply.Success("Document deleted");
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

    /// <summary>What is no base64 is passed over, so that broken content is stored as junk, not refused.</summary>
    private static ImmutableArray<byte> Decoded(string content)
    {
        var digits = string.Concat(content.TakeWhile(letter => letter != '=').Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/'));
        var whole = digits.Length % 4 == 1 ? digits[..^1] : digits;
        return [.. Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '='))];
    }
}
