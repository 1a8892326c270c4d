using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a file is called that its container gives no name to.</summary>
internal static class ContainerNames
{
    private static readonly string[] Wrappers = [".p7m", ".p7s", ".p7z", ".p7", ".pkcs7", ".tsd", ".gz", ".b64", ".pem"];

    /// <summary>The container's name without what it adds; where that says nothing of the kind, with the ending of what the file is.</summary>
    public static string Within(string container, ReadOnlyMemory<byte> bytes)
    {
        var name = container;
        foreach (var wrapper in Wrappers)
        {
            name = name.EndsWith(wrapper, StringComparison.OrdinalIgnoreCase) ? name[..^wrapper.Length] : name;
        }

        if (name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
        {
            return name[..^4] + ".tar";
        }

        return Path.HasExtension(name) ? name : name + Ending(FileContent.Of(bytes.Span));
    }

    private static string Ending(ContentKind kind) => kind switch
    {
        ContentKind.Pdf => ".pdf",
        ContentKind.Xml => ".xml",
        ContentKind.Zip => ".zip",
        _ => "",
    };
}
