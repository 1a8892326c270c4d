using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DolibarrAgent.Architecture.Tests;

/// <summary>One of the product's projects, as files: what it references, and what its built assembly names.</summary>
internal sealed class Project
{
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
        using var built = AssemblyDefinition.ReadAssembly(assembly);
        return [.. built.MainModule.GetMemberReferences().Select(member => $"{member.DeclaringType.GetElementType().FullName}::{member.Name}").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The types whose code makes one of a type of another assembly with <c>new</c>.</summary>
    public static IReadOnlyCollection<string> MakersOf(string assembly, string type)
    {
        using var built = AssemblyDefinition.ReadAssembly(assembly);
        return [.. built.MainModule.GetTypes().SelectMany(one => one.Methods)
            .Where(method => method.HasBody && method.Body.Instructions.Any(step => step.OpCode == OpCodes.Newobj && ((MethodReference)step.Operand).DeclaringType.FullName == type))
            .Select(method => OutermostOf(method.DeclaringType).FullName).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The types whose code makes a text of one of these types by itself: with its own <c>ToString</c>, or within an
    /// interpolated string.
    /// </summary>
    public static IReadOnlyCollection<string> TextsMadeOf(string assembly, params string[] types)
    {
        using var built = AssemblyDefinition.ReadAssembly(assembly);
        return [.. built.MainModule.GetTypes().SelectMany(one => one.Methods)
            .Where(method => method.HasBody)
            .Where(method => method.Body.Instructions.Select(step => step.Operand).OfType<MethodReference>().Any(called => MakesTextOf(called, types)))
            .Select(method => OutermostOf(method.DeclaringType).FullName).Distinct(StringComparer.Ordinal)];
    }

    private static bool MakesTextOf(MethodReference called, string[] types) =>
        (called.Name == "ToString" && types.Contains(called.DeclaringType.FullName))
        || (called.Name == "AppendFormatted" && called is GenericInstanceMethod { GenericArguments: [var written] }
            && types.Any(type => written.FullName == type || written.FullName == $"System.Nullable`1<{type}>"));

    /// <summary>The assemblies that may use what is internal in this one.</summary>
    public static IReadOnlyCollection<string> FriendsOf(string assembly)
    {
        using var built = AssemblyDefinition.ReadAssembly(assembly);
        return [.. built.CustomAttributes.Where(attribute => attribute.AttributeType.Name is "InternalsVisibleToAttribute" or "IgnoresAccessChecksToAttribute").Select(attribute => (string)attribute.ConstructorArguments[0].Value)];
    }

    private static TypeDefinition OutermostOf(TypeDefinition type) => type.DeclaringType is { } outer ? OutermostOf(outer) : type;

    private static string Find(string folder) => System.IO.File.Exists(Path.Combine(folder, "Agent.sln")) ? folder : Find(Directory.GetParent(folder)!.FullName);
}
