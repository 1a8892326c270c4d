using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>Has the PDF library draw a page onto <see cref="PageDrawing"/>, instead of the page that it makes by itself.</summary>
internal sealed class DrawnPageFactory(PdfParts parts, HiddenLayers layers)
    : BasePageFactory<DrawnPage>(parts.Scanner, parts.Resources, parts.Filters, parts.Parser, parts.Options)
{
    /// <summary>Prepares an opened PDF, of which pages can be drawn then.</summary>
    public static void AddTo(PdfDocument document)
    {
        document.AddPageFactory<PdfParts, PdfPartsFactory>();
        var parts = document.GetPage<PdfParts>(1);
        document.AddPageFactory(new DrawnPageFactory(parts, HiddenLayers.Of(document.Structure.Catalog.CatalogDictionary, parts.Scanner)));
    }

    protected override DrawnPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var frame = new PageFrame(pageNumber, cropBox, userSpaceUnit, rotation, initialMatrix);
        return new PageDrawing(parts, frame, layers).Draw(operations, Annotations.Of(dictionary, parts.Scanner, layers));
    }
}

/// <summary>What the PDF library reads a document with. It hands it out only to what makes a page.</summary>
internal sealed record PdfParts(IPdfTokenScanner Scanner, IResourceStore Resources, ILookupFilterProvider Filters, IPageContentParser Parser, ParsingOptions Options);

/// <summary>Takes them from it; the library finds the constructor by its parameters.</summary>
internal sealed class PdfPartsFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options) : IPageFactory<PdfParts>
{
    public PdfParts Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations) =>
        new(scanner, resources, filters, parser, options);
}

/// <summary>The edges of a page, and how it is turned.</summary>
internal sealed record PageFrame(int Number, CropBox CropBox, UserSpaceUnit Unit, PageRotationDegrees Rotation, TransformationMatrix Initial);
