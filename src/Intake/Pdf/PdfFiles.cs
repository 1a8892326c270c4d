using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>
/// Walks the tree of embedded files (ISO 32000, 7.9.6 and 7.11) of an opened PDF. The library's own walk follows
/// a tree that contains itself until the stack ends, and the process with it; this one visits nothing twice.
/// </summary>
internal sealed class PdfFiles(Structure structure, IFilterProvider filters, UnpackingBudget budget)
{
    private const int MostFiles = 100;
    private const int MostNodes = 10_000;
    private const int MostHops = 8;

    private readonly List<EmbeddedXml> files = [];
    private readonly HashSet<StreamToken> taken = [];

    /// <summary>Whether a file could not be unpacked.</summary>
    public bool AreDamaged { get; private set; }

    /// <summary>The files; those that cannot be unpacked are left out. Of what is packed and no XML the bytes are left out.</summary>
    public IReadOnlyList<EmbeddedXml> Take()
    {
        var catalog = structure.Catalog.CatalogDictionary;
        if (Resolve(Get(catalog, "Names")) is DictionaryToken names)
        {
            Walk(Get(names, "EmbeddedFiles"));
        }

        // PDF/A-3 lists its associated files here too; some writers list them only here.
        if (Resolve(Get(catalog, "AF")) is ArrayToken associated)
        {
            foreach (var specification in associated.Data.Take(MostFiles))
            {
                Add(null, specification);
            }
        }

        return files;
    }

    private void Walk(IToken? root)
    {
        var seen = new HashSet<IToken>(ReferenceEqualityComparer.Instance);
        var open = new Stack<IToken?>([root]);
        while (open.TryPop(out var node) && seen.Count < MostNodes)
        {
            if (Resolve(node) is not DictionaryToken dictionary || !seen.Add(dictionary))
            {
                continue;
            }

            if (Resolve(Get(dictionary, "Names")) is ArrayToken names)
            {
                for (var i = 0; i + 1 < names.Data.Count && files.Count < MostFiles; i += 2)
                {
                    Add(names.Data[i], names.Data[i + 1]);
                }
            }

            if (Resolve(Get(dictionary, "Kids")) is ArrayToken kids)
            {
                foreach (var kid in kids.Data.Take(MostNodes).Reverse())
                {
                    open.Push(kid);
                }
            }
        }
    }

    private void Add(IToken? key, IToken value)
    {
        if (Resolve(value) is DictionaryToken specification
            && Resolve(Get(specification, "EF")) is DictionaryToken embedded
            && (Resolve(Get(embedded, "F")) ?? Resolve(Get(embedded, "UF"))) is StreamToken stream
            && files.Count < MostFiles
            && taken.Add(stream))
        {
            var name = Text(Get(specification, "UF")) ?? Text(Get(specification, "F")) ?? Text(key) ?? "";
            if (TryUnpack(stream) is { } bytes)
            {
                files.Add(new(name, bytes));
            }
            else
            {
                AreDamaged = true;
            }
        }
    }

    // One file that is damaged is not a reason to lose the others. The library has no one exception for it.
#pragma warning disable CA1031
    private ReadOnlyMemory<byte>? TryUnpack(StreamToken stream)
    {
        try
        {
            return Unpack(stream);
        }
        catch (Exception) when (!budget.IsExceeded)
        {
            return null;
        }
    }
#pragma warning restore CA1031

    private ReadOnlyMemory<byte> Unpack(StreamToken stream)
    {
        var dictionary = stream.StreamDictionary;
        foreach (var indirect in new[] { "Filter", "DecodeParms" })
        {
            if (Get(dictionary, indirect) is IndirectReferenceToken reference && Resolve(reference) is { } direct)
            {
                dictionary = dictionary.With(indirect, direct);
            }
        }

        if (IsDeflatedOnly(dictionary) && PackedXml.Unpack(stream.Data, budget) is { } xml)
        {
            return xml;
        }

        var data = stream.Data;
        var chain = filters.GetFilters(dictionary);
        for (var i = 0; i < chain.Count; i++)
        {
            data = chain[i].Decode(data, dictionary, filters, i);
        }

        return data.ToArray();
    }

    private static bool IsDeflatedOnly(DictionaryToken dictionary)
    {
        var filter = Get(dictionary, "Filter");
        filter = filter is ArrayToken { Data: [var only] } ? only : filter;
        return filter is NameToken { Data: "FlateDecode" or "Fl" } && Get(dictionary, "DecodeParms") is null or NullToken;
    }

    private static IToken? Get(DictionaryToken dictionary, string name) => dictionary.Data.GetValueOrDefault(name);

    private IToken? Resolve(IToken? token)
    {
        for (var hop = 0; hop < MostHops && token is IndirectReferenceToken reference; hop++)
        {
            token = structure.GetObject(reference.Data)?.Data;
        }

        return token is IndirectReferenceToken ? null : token;
    }

    private string? Text(IToken? token) => Resolve(token) switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };
}
