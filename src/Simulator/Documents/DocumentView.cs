using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A file as a list of documents shows it.</summary>
internal static class DocumentView
{
    private const string Root = "/var/www/documents/fournisseur/facture/";

    private static readonly JsonNode Indexed = Shape.Load("document");

    /// <summary>
    /// A file that the index knows by the same name comes with all that the index says of it, and its name is null;
    /// any other has the little that the disk says.
    /// </summary>
    public static JsonObject Of(StoredDocument document, string? contentType)
    {
        var view = document.IndexName == document.Name ? FromIndex(document) : new JsonObject { ["name"] = document.Name, ["type"] = "file" };
        view["path"] = Root + document.Folder;
        view["level1name"] = document.Folder.Split('/')[^1];
        view["relativename"] = document.Name;
        view["fullname"] = Root + document.Path;
        view["date"] = document.Written.ToUnixTimeSeconds();
        view["size"] = document.Content.Length;
        view["content-type"] = contentType;
        return view;
    }

    private static JsonObject FromIndex(StoredDocument document)
    {
        var number = document.IndexId.ToString(CultureInfo.InvariantCulture);
        return Indexed.Filled(
            ("id", number),
            ("ref", number),
            ("label", document.Md5),
            ("filename", document.IndexName),
            ("filepath", "fournisseur/facture/" + document.Folder),
            ("fullpath_orig", document.IndexName),
            ("position", document.Position.ToString(CultureInfo.InvariantCulture)),
            ("date_c", document.Written.ToUnixTimeSeconds()),
            ("date_m", document.Touched.ToUnixTimeSeconds()),
            ("fk_user_c", document.Uploader.ToString(CultureInfo.InvariantCulture)),
            ("src_object_id", document.InvoiceId?.ToString(CultureInfo.InvariantCulture)));
    }
}
