namespace DolibarrAgent.Resources;

/// <summary>What the images of operations hold beside the fields of their resource: files, and whose an object is.</summary>
public static class CommonFields
{
    public const string Marker = "marker";
    public const string Files = "files";
    public const string FileName = "name";
    public const string FileSize = "size";
    public const string FileSha256 = "sha256";

    /// <summary>A file on an object: its stored name, the number of its bytes, their SHA-256.</summary>
    public static FieldSet File { get; } = new(
        new Field(FileName, FieldType.Line, new("Name", "Nom")) { Settable = false },
        new Field(FileSize, FieldType.Line, new("Size", "Taille")) { Settable = false },
        new Field(FileSha256, FieldType.Line, new("SHA-256", "SHA-256")) { Settable = false });

    /// <summary>In the before-image of a deletion: which operation of which changeset made the object.</summary>
    public static Field MadeBy { get; } = new(Marker, FieldType.Line, new("Made by", "Créé par")) { Settable = false };

    /// <summary>In the before-image of a deletion: the files that go with the object. One that somebody added since is not a loss to be silent about.</summary>
    public static Field AttachedFiles { get; } = new(Files, FieldType.Rows, new("Files", "Fichiers joints")) { Settable = false, Row = File };

    /// <summary>All of them.</summary>
    public static FieldSet All { get; } = new([MadeBy, AttachedFiles, .. File.All]);
}
