using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;
using static UglyToad.PdfPig.Core.TextRenderingMode;

namespace DolibarrAgent.Intake;

/// <summary>
/// What a page draws, in the order in which it draws it, so that text that nobody can see is told from text that a person
/// reads. No picture is unpacked. The PDF library calls it, operation by operation.
/// </summary>
internal sealed class PageDrawing(PdfParts parts, PageFrame frame, HiddenLayers layers) : BaseStreamProcessor<DrawnPage>(
    frame.Number, parts.Resources, parts.Scanner, parts.Parser, parts.Filters, frame.CropBox, frame.Unit, frame.Rotation, frame.Initial,
        parts.Options)
{
    private const int MostGlyphs = 200_000;
    private const int MostShapes = 200_000;
    private const double Opaque = 0.9;
    private const double Unseen = 0.1;

    private static readonly string[] Masks = ["SMask", "Mask", "ImageMask", "SMaskInData"];

    private readonly List<Drawing> glyphs = [];
    private readonly List<Shape> shapes = [];
    private readonly Outline outline = new();
    private readonly Dictionary<Letter, bool> known = [];
    private readonly Stack<Box> clips = new([Boxes.Everywhere]);
    private readonly MarkedContent marked = new(layers);
    private int guessed;
    private bool isAfterSpace;

    /// <summary>Draws its content, and then what lies over it.</summary>
    public DrawnPage Draw(IReadOnlyList<IGraphicsStateOperation> operations, IEnumerable<Annotation> annotations)
    {
        ProcessOperations(operations);
        while (StackSize > 1)
        {
            PopState();
        }
        // Whatever the content did to its own state, what lies over it begins anew.
        GetCurrentState().CurrentTransformationMatrix = frame.Initial;
        clips.Clear();
        clips.Push(Boxes.Everywhere);
        foreach (var annotation in annotations)
        {
            PushState();
            ModifyCurrentTransformationMatrix(annotation.Place);
            ProcessFormXObject(annotation.Appearance, NameToken.Create("N"));
            PopState();
        }
        return Drawn();
    }

    public override DrawnPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations) => Draw(operations, []);

    public override void PushState()
    {
        base.PushState();
        clips.Push(clips.Peek());
    }

    public override void PopState()
    {
        base.PopState();
        if (clips.Count > 1)
        {
            clips.Pop();
        }
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (string.IsNullOrWhiteSpace(unicode))
        {
            isAfterSpace = true;
            return;
        }
        if (glyphs.Count >= MostGlyphs)
        {
            throw new InvalidDataException("The page has more letters than a page can show.");
        }
        var (rendering, text, page) = (renderingMatrix, textMatrix, transformationMatrix);
        var (start, end, top) = (Placed(0, 0), Placed(characterBoundingBox.Width, 0), Placed(0, 1));
        var isKnown = IsKnown(font, code);
        guessed += isKnown ? 0 : 1;
        var glyph = new Glyph(unicode, start, end, new Spot(top.X - start.X, top.Y - start.Y))
        {
            Order = glyphs.Count,
            IsAfterSpace = isAfterSpace
        };
        isAfterSpace = false;
        var sight = marked.IsHidden ? Sight.Hidden : Sights.Of(glyph, Ink(currentState), clips.Peek(), shapes);
        glyphs.Add(new Drawing(glyph with { Sight = sight == Sight.Plain && !isKnown ? Sight.Doubtful : sight }, shapes.Count));

        Spot Placed(double x, double y)
        {
            var point = page.Transform(text.Transform(rendering.Transform(new PdfPoint(x, y))));
            return new(point.X, point.Y);
        }
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        var dictionary = xObjectContentRecord.Stream.StreamDictionary;
        var isOpaque = Masks.All(mask => !dictionary.Data.ContainsKey(mask));
        Picture(!layers.Hide(dictionary.Data.GetValueOrDefault("OC"), PdfScanner), isOpaque);
    }

    protected override void RenderInlineImage(InlineImage inlineImage) => Picture(isThere: true, isOpaque: true);

    public override void PaintShading(NameToken shadingName) =>
        Paint(new Shape([Corners(clips.Peek())], EvenOdd: false, new Paint(null, IsOpaque: null)));

    public override void BeginSubpath() => outline.Begin();

    public override PdfPoint? CloseSubpath() => outline.Close() is { } start ? new PdfPoint(start.X, start.Y) : null;

    public override void ClosePath() => outline.Close();

    public override void MoveTo(double x, double y) => outline.Move(At(x, y));

    public override void LineTo(double x, double y) => outline.Line(At(x, y));

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => outline.Curve(null, At(x2, y2), At(x3, y3));

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        outline.Curve(At(x1, y1), At(x2, y2), At(x3, y3));

    public override void Rectangle(double x, double y, double width, double height) =>
        outline.Whole([At(x, y), At(x + width, y), At(x + width, y + height), At(x, y + height)]);

    public override void StrokePath(bool close) => EndPath();

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        var state = GetCurrentState();
        var color = Rgb.Of(state.CurrentNonStrokingColor);
        // Of a blend what is seen depends on what lies below.
        bool? isOpaque = state.AlphaConstantNonStroking >= Opaque && state.SoftMask is null
            && state.BlendMode == UglyToad.PdfPig.Graphics.Core.BlendMode.Normal
            ? true
            : state.AlphaConstantNonStroking <= Unseen ? false : null;
        Paint(new Shape(outline.Take(), fillingRule == FillingRule.EvenOdd, new Paint(color, isOpaque)) { Clip = clips.Peek() });
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close) => FillPath(fillingRule, close);

    public override void EndPath() => outline.Take();

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
        if (outline.Box is { } box)
        {
            Clip(box);
        }
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) => Clip(Boxes.Of(
    [
        At(rectangle.BottomLeft.X, rectangle.BottomLeft.Y), At(rectangle.BottomRight.X, rectangle.BottomRight.Y),
        At(rectangle.TopLeft.X, rectangle.TopLeft.Y), At(rectangle.TopRight.X, rectangle.TopRight.Y),
    ]));

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) =>
        marked.Begin(name, propertyDictionaryName is null ? properties
            : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName), PdfScanner);

    public override void EndMarkedContent() => marked.End();

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (!layers.Hide(formStream.StreamDictionary.Data.GetValueOrDefault("OC"), PdfScanner))
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
    }

    private DrawnPage Drawn()
    {
        var bounds = frame.CropBox.GetVisibleBounds(frame.Rotation);
        var (width, height) = (bounds.Width * frame.Unit.PointMultiples, bounds.Height * frame.Unit.PointMultiples);
        var page = new Box(0, 0, width, height);
        var seen = glyphs.Select(one => one.Glyph with { Sight = Sights.Under(one.Glyph, page, shapes, one.ShapesBelow) }).ToList();
        return new DrawnPage(width, height) { Glyphs = seen, Shapes = shapes, Guessed = guessed };
    }

    private void Picture(bool isThere, bool isOpaque)
    {
        if (isThere && !marked.IsHidden)
        {
            var state = GetCurrentState();
            var covers = isOpaque && state.AlphaConstantNonStroking >= Opaque && state.SoftMask is null;
            Paint(new Shape([[At(0, 0), At(1, 0), At(1, 1), At(0, 1)]], EvenOdd: false,
                new Paint(null, covers ? true : null))
            { Clip = clips.Peek() });
        }
    }

    private void Paint(Shape shape)
    {
        if (shapes.Count >= MostShapes)
        {
            throw new InvalidDataException("The page has more areas than a page can show.");
        }
        if (!marked.IsHidden && shape.Outlines.Count > 0 && shape.Paint.IsOpaque != false)
        {
            shapes.Add(shape);
        }
    }

    private void Clip(Box box) => clips.Push(Boxes.Common(clips.Pop(), box));

    private bool IsKnown(IFont font, int code)
    {
        var letter = new Letter(font, code);
        if (!known.TryGetValue(letter, out var isKnown))
        {
            known[letter] = isKnown = font.TryGetUnicode(code, out var text) && text is not null;
        }
        return isKnown;
    }

    private static Ink Ink(CurrentGraphicsState state) => state.FontState.TextRenderingMode switch
    {
        Neither or NeitherClip => new Ink(null, 0, IsKnown: true),
        Stroke or StrokeClip => new Ink(Rgb.Of(state.CurrentStrokingColor), state.AlphaConstantStroking, state.SoftMask is null),
        _ => new Ink(Rgb.Of(state.CurrentNonStrokingColor), state.AlphaConstantNonStroking, state.SoftMask is null),
    };

    private static IReadOnlyList<Spot> Corners(Box box) => double.IsInfinity(box.Width)
        ? [new(-1e6, -1e6), new(1e6, -1e6), new(1e6, 1e6), new(-1e6, 1e6)]
        : [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];

    private Spot At(double x, double y)
    {
        var point = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        return new(point.X, point.Y);
    }

    /// <summary>A letter, and how many shapes were drawn before it.</summary>
    private readonly record struct Drawing(Glyph Glyph, int ShapesBelow);

    private readonly record struct Letter(IFont Font, int Code);
}
