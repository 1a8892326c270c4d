namespace DolibarrAgent.Intake;

/// <summary>What one page of a PDF draws: its letters, and what lies below and above them.</summary>
/// <param name="Width">In points, as a person holds the page.</param>
/// <param name="Height">In points, as a person holds the page.</param>
internal sealed record DrawnPage(double Width, double Height)
{
    // A picture of a page covers it; a logo or a stamp does not. A letterhead has more letters than a scan with a stamp.
    private const double PictureShare = 0.4;
    private const int FewLetters = 60;
    private const int ManyShapes = 20;
    private const double GuessedShare = 0.2;

    /// <summary>Letters, spaces among them, in the order in which they are drawn.</summary>
    public required IReadOnlyList<Glyph> Glyphs { get; init; }

    /// <summary>Areas that are painted.</summary>
    public required IReadOnlyList<Shape> Shapes { get; init; }

    /// <summary>Letters whose meaning the font does not tell, of those that are drawn.</summary>
    public required int Guessed { get; init; }

    /// <summary>Whether words can be read on it that its text does not have: it is a picture, its letters are outlines, or its text is noise.</summary>
    public bool HasUnreadWords => Seen == 0
        ? Shapes.Any(shape => shape.Paint.Color is null) || Shapes.Count >= ManyShapes || Guessed > 0
        : Guessed > GuessedShare * Glyphs.Count || (Seen < FewLetters && Pictures >= PictureShare * Width * Height);

    private int Seen => Glyphs.Count(glyph => glyph.Sight == Sight.Plain && !string.IsNullOrWhiteSpace(glyph.Text));

    private double Pictures => Shapes.Where(shape => shape.Paint.Color is null).Select(shape => shape.Area).DefaultIfEmpty().Max();
}
