namespace DolibarrAgent.Review;

/// <summary>The short words of a review, one language's in each instance. Plain text: a face escapes them as it does everything.</summary>
public sealed record Headings
{
    /// <summary>What the page is, where there is no title of its own.</summary>
    public required string Review { get; init; }
    public required string Changeset { get; init; }

    /// <summary>That what stands in ⟨ ⟩ is this program's own word.</summary>
    public required string Marks { get; init; }
    /// <summary>Where data stands in a span of its own: that what does not is ours.</summary>
    public required string CodeIsData { get; init; }

    /// <summary>What a person who has never seen one must know of a review.</summary>
    public required string WhatThisIs { get; init; }
    public required string ChangesetDigest { get; init; }
    public required string SkipToOperations { get; init; }

    /// <summary>Above what stands where the review does not fit.</summary>
    public required string NotTheReview { get; init; }
    public required string LookFirst { get; init; }
    public required string NothingToLookAt { get; init; }
    public required string CannotBeUndone { get; init; }
    public required string NothingFinal { get; init; }
    public required string Operations { get; init; }
    public required string Evidence { get; init; }

    // What is known of a recording.
    public required string Recorded { get; init; }
    public required string Finished { get; init; }
    public required string NotFinished { get; init; }
    public required string Discarded { get; init; }
    public required string On { get; init; }
    public required string By { get; init; }

    /// <summary>The person who had it recorded.</summary>
    public required string For { get; init; }

    // What is known of a piece of evidence.
    public required string Email { get; init; }
    public required string File { get; init; }
    public required string Instruction { get; init; }
    public required string From { get; init; }
    public required string Subject { get; init; }
    public required string MessageId { get; init; }
    public required string Name { get; init; }
    public required string CameIn { get; init; }
    public required string GivenBy { get; init; }
    public required string InstructionWords { get; init; }
    public required string Size { get; init; }
    public required string Sha256 { get; init; }
    public required string TheEmailItself { get; init; }

    // The documents in the page.
    public required string AllDigits { get; init; }
    public required string ReadWithoutModel { get; init; }
    public required string PictureOf { get; init; }
    public required string ShowText { get; init; }
    public required string NoViewer { get; init; }
    public required string TooLarge { get; init; }
    public required string TooMuch { get; init; }
    public required string TwoInOne { get; init; }
    public required string NoKind { get; init; }
    public required string PdfBlanked { get; init; }
    public required string PdfRefused { get; init; }
    public required string OnPaper { get; init; }

    // What an operation rests on, and asks for.
    public required string RestsOn { get; init; }
    public required string MustNotBeThere { get; init; }
    public required string AttachedFile { get; init; }
    public required string AgentsWords { get; init; }
    public required string NotedWhileRecording { get; init; }

    // The images of an operation.
    public required string Values { get; init; }
    public required string Field { get; init; }
    public required string Before { get; init; }
    public required string GoesAway { get; init; }
    public required string Asked { get; init; }
    public required string OnSandbox { get; init; }
    public required string Same { get; init; }
    public required string NotReadBack { get; init; }
    public required string Was { get; init; }
    public required string Now { get; init; }
    public required string New { get; init; }
    public required string Gone { get; init; }
    public required string Stored { get; init; }

    // The documents against what is entered.
    public required string AgainstDocuments { get; init; }
    public required string Document { get; init; }
    public required string ItSays { get; init; }
    public required string Entered { get; init; }
    public required string Result { get; init; }
    public required string Agrees { get; init; }
    public required string Differs { get; init; }

    // Rows.
    public required string Row { get; init; }
    public required string GoWithIt { get; init; }
    public required string RowsNotReadBack { get; init; }
    public required string StoredAsAsked { get; init; }
    public required string UnchangedElsewhere { get; init; }
    public required string Computed { get; init; }
    public required string CountedBefore { get; init; }
    public required string CountedAsked { get; init; }
    public required string CountedAfter { get; init; }

    // Words of ours where data stands otherwise.
    public required string Empty { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string And { get; init; }
    public required string End { get; init; }
    public required string FoundBy { get; init; }
    public required string MadeBy { get; init; }
    public required string At { get; init; }
    public required string Model { get; init; }
    public required string UnknownField { get; init; }

    /// <summary>Between the name of an unknown field and its value, so that the one cannot run on into the other.</summary>
    public required string Value { get; init; }
    public required string UnknownResource { get; init; }
    public required string UnknownFact { get; init; }
    public required string UnknownCode { get; init; }

    /// <summary>Between a warning's unknown code and what it is about.</summary>
    public required string About { get; init; }

    // Where text hides something.
    public required string InTitle { get; init; }
    public required string InRecorder { get; init; }
    public required string InModel { get; init; }
    public required string InAuthor { get; init; }
    public required string InWarning { get; init; }
    public required string InSender { get; init; }
    public required string InSubject { get; init; }
    public required string InMessageId { get; init; }
    public required string InDocument { get; init; }
    public required string InFileName { get; init; }
    public required string InInstruction { get; init; }
    public required string InInstructor { get; init; }
    public required string InReference { get; init; }
    public required string InResource { get; init; }
    public required string InNote { get; init; }
}
