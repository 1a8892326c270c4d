using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Samples;

/// <summary>The objects of a PDF file, and how they become its bytes. Written from the standard (ISO 32000), without a library.</summary>
internal sealed class PdfBody
{
    private readonly List<byte[]> objects = [];

    /// <summary>The number that the next object will have.</summary>
    public int Next => objects.Count + 1;

    /// <summary>Adds an object and gives its number.</summary>
    public int Add(string content)
    {
        objects.Add(Latin1(content));
        return objects.Count;
    }

    /// <summary>Adds a stream; the dictionary's entries come without the brackets and without the length.</summary>
    public int AddStream(string entries, byte[] content)
    {
        var head = Latin1(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {content.Length} >>\nstream\n"));
        objects.Add([.. head, .. content, .. Latin1("\nendstream")]);
        return objects.Count;
    }

    /// <summary>The file. Its identifier is made of its content, so the same objects give the same bytes.</summary>
    public byte[] ToFile(int root, int information)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            Write(file, "\nendobj\n");
        }

        var identifier = Convert.ToHexString(SHA256.HashData(file.ToArray()))[..32];
        var start = file.Position;
        Write(file, string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        }

        Write(file, string.Create(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root {root} 0 R /Info {information} 0 R /ID [<{identifier}> <{identifier}>] >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>A text as a PDF string in the page's encoding (Windows 1252); what it lacks becomes a question mark.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder("(");
        foreach (var c in text)
        {
            var code = c switch { '€' => 0x80, '’' => 0x92, '–' => 0x96, '—' => 0x97, < (char)0x100 => c, _ => '?' };
            quoted.Append(code is >= 0x20 and < 0x7F && c is not ('(' or ')' or '\\')
                ? ((char)code).ToString()
                : "\\" + Convert.ToString(code, 8).PadLeft(3, '0'));
        }

        return quoted.Append(')').ToString();
    }

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    private static void Write(Stream stream, string text) => stream.Write(Latin1(text));
}
