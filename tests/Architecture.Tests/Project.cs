using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace DolibarrAgent.Architecture.Tests;

/// <summary>One of the product's projects, as files: what it references, and what its built assembly names.</summary>
internal sealed class Project
{
    /// <summary>The instruction <c>newobj</c> (ECMA-335, III.4.21).</summary>
    private const byte NewObject = 0x73;

    private Project(string file) => File = file;

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static IReadOnlyList<Project> All { get; } =
        [.. new[] { "src", "skills" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(file => new Project(file))];

    public string File { get; }

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The projects of ours that it can use; those that it only builds do not count.</summary>
    public IReadOnlyList<string> References =>
        [.. XDocument.Load(File).Descendants("ProjectReference")
            .Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)).Order(StringComparer.Ordinal)];

    public IEnumerable<string> Sources => Directory.GetFiles(Path.GetDirectoryName(File)!, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Where it is built, in the configuration of this test.</summary>
    public static string OutputOf(string project) => Path.Combine(Root, "artifacts", "bin", project, new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>Every member of another assembly that the built code of a project names, as <c>Namespace.Type::Member</c>.</summary>
    public static IReadOnlyCollection<string> MembersNamedBy(string assembly)
    {
        using var stream = System.IO.File.OpenRead(assembly);
        using var portable = new PEReader(stream);
        var metadata = portable.GetMetadataReader();
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member =>
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}::{metadata.GetString(member.Name)}";
            });
        return [.. members.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The types whose code makes one of a type of another assembly with <c>new</c>.</summary>
    public static IReadOnlyCollection<string> MakersOf(string assembly, string type)
    {
        using var stream = System.IO.File.OpenRead(assembly);
        using var portable = new PEReader(stream);
        var metadata = portable.GetMetadataReader();
        var constructors = metadata.MemberReferences
            .Where(handle => metadata.GetMemberReference(handle) is { Parent.Kind: HandleKind.TypeReference } member && metadata.GetString(member.Name) == ".ctor"
                && metadata.GetTypeReference((TypeReferenceHandle)member.Parent) is var of && $"{metadata.GetString(of.Namespace)}.{metadata.GetString(of.Name)}" == type)
            .Select(handle => (byte[])[NewObject, .. BitConverter.GetBytes(MetadataTokens.GetToken(handle))]).ToList();
        return [.. metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0 && portable.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() is { } code && constructors.Any(c => code.AsSpan().IndexOf(c) >= 0))
            .Select(method => OutermostOf(metadata, method.GetDeclaringType())).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The assemblies that may use what is internal in this one.</summary>
    public static IReadOnlyCollection<string> FriendsOf(string assembly)
    {
        using var stream = System.IO.File.OpenRead(assembly);
        using var portable = new PEReader(stream);
        var metadata = portable.GetMetadataReader();
        return [.. metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute)
            .Where(attribute => attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) is "InternalsVisibleToAttribute" or "IgnoresAccessChecksToAttribute")
            .Select(attribute => FirstTextOf(metadata.GetBlobReader(attribute.Value)))];
    }

    private static string FirstTextOf(BlobReader blob)
    {
        blob.ReadUInt16();
        return blob.ReadSerializedString()!;
    }

    private static string OutermostOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? OutermostOf(metadata, outer) : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string Find(string folder) => System.IO.File.Exists(Path.Combine(folder, "Agent.sln")) ? folder : Find(Directory.GetParent(folder)!.FullName);
}
