using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Files by the folder that they lie in: one folder costs no more where there are many.</summary>
internal sealed class DocumentRows
{
    public static readonly DocumentRows Empty = new(ImmutableDictionary<string, ImmutableList<StoredDocument>>.Empty);

    private readonly ImmutableDictionary<string, ImmutableList<StoredDocument>> folders;

    private DocumentRows(ImmutableDictionary<string, ImmutableList<StoredDocument>> folders) => this.folders = folders;

    /// <summary>The files of one folder, in the order in which they came there.</summary>
    public ImmutableList<StoredDocument> In(string folder) => folders.GetValueOrDefault(folder, []);

    /// <summary>The file at a path below the module's folder; null if there is none.</summary>
    public StoredDocument? At(string path) => In(path[..Math.Max(0, path.LastIndexOf('/'))]).Find(document => document.Path == path);

    public DocumentRows With(StoredDocument document) => With(document.Folder, In(document.Folder).Add(document));

    public DocumentRows Without(StoredDocument document) => With(document.Folder, In(document.Folder).Remove(document));

    /// <summary>Without those of one folder that are sought.</summary>
    public DocumentRows Without(string folder, Predicate<StoredDocument> sought) => With(folder, In(folder).RemoveAll(sought));

    /// <summary>Without all of one invoice, wherever they lie.</summary>
    public DocumentRows WithoutInvoice(long invoice) => folders.Keys.Aggregate(this, (rows, folder) => rows.Without(folder, document => document.InvoiceId == invoice));

    /// <summary>With the files of one folder made into others, in a folder of their own.</summary>
    public DocumentRows Moved(string folder, Func<StoredDocument, StoredDocument> move) =>
        In(folder).Select(move).Aggregate(With(folder, []), (rows, document) => rows.With(document));

    private DocumentRows With(string folder, ImmutableList<StoredDocument> documents) =>
        documents == In(folder) ? this : new(documents.IsEmpty ? folders.Remove(folder) : folders.SetItem(folder, documents));
}
