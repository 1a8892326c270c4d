using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes in the files of one reading, opens those that are containers, and takes in what they hold; keeps to the limits of
/// the whole. What it cannot open it says of the container.
/// </summary>
internal sealed class FileCollector(ReadLimits limits, CancellationToken cancel)
{
    private readonly Dictionary<SourceFile, DocumentOutcome> outcomes = new(ReferenceEqualityComparer.Instance);
    private int files;
    private long decoded;

    public ReadLimits Limits => limits;

    public CancellationToken Cancellation => cancel;

    /// <summary>What came of a container; null of any other file, which is yet to be read.</summary>
    public DocumentOutcome? OutcomeOf(SourceFile file) => outcomes.GetValueOrDefault(file);

    /// <summary>Takes in a file that was decoded from a mail.</summary>
    public void TakeDecoded(SourceFile file, MailContent into, int depth)
    {
        decoded += file.Bytes.Length;
        Take(file, into, depth);
    }

    /// <summary>Takes in a file of which all is known already, unopened.</summary>
    public void Keep(SourceFile file, DocumentOutcome outcome, MailContent into, int depth)
    {
        decoded += file.Bytes.Length;
        if (IsWithinLimits(into, depth))
        {
            into.Files.Add(file);
            outcomes[file] = outcome;
        }
    }

    /// <summary>Takes in a file, and what it holds.</summary>
    public void Take(SourceFile file, MailContent into, int depth)
    {
        cancel.ThrowIfCancellationRequested();
        if (!IsWithinLimits(into, depth))
        {
            return;
        }

        into.Files.Add(file);
        var budget = ContainerReader.BudgetFor(file, limits, limits.MailDecodedBytes - decoded);
        if (ContainerReader.Open(file, limits, budget) is { } opening)
        {
            decoded += budget.Taken;
            outcomes[file] = opening.Outcome;
            TakeHeld(file, opening, into, depth + 1);
        }
        else if (file.CleanName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)
            && HeaderLengths.AreShort(file.Bytes.Span)
            && MailReader.Collected(file, this, depth + 1) is { } forwarded)
        {
            // Many programs attach a forwarded message as a file like any other.
            outcomes[file] = new DocumentOutcome.Opened();
            into.Nested.Add(forwarded);
        }
    }

    /// <summary>Whether parts at this depth are still looked at; a person is told where not.</summary>
    public bool IsWithinDepth(MailContent into, int depth)
    {
        if (depth <= limits.MailDepth)
        {
            return true;
        }

        into.Warn("mail-too-deep", string.Create(CultureInfo.InvariantCulture, $"Parts nested deeper than {limits.MailDepth} were not looked at."));
        return false;
    }

    private void TakeHeld(SourceFile container, Opening opening, MailContent into, int depth)
    {
        foreach (var file in opening.Files)
        {
            var isBody = opening.MayBeMail && MailReader.WalkInto(file, this, into, depth);
            if (opening.IsSigned)
            {
                into.Warn("signature-not-checked", isBody ? MailContent.SignedMail : $"The file '{container.CleanName}' is signed; the signature was not checked.");
            }

            if (!isBody)
            {
                Take(file, into, depth);
            }
        }
    }

    private bool IsWithinLimits(MailContent into, int depth)
    {
        if (!IsWithinDepth(into, depth))
        {
            return false;
        }

        if (++files > limits.MailFiles)
        {
            if (files == limits.MailFiles + 1)
            {
                into.Warn("mail-too-many-files", string.Create(CultureInfo.InvariantCulture, $"Only the first {limits.MailFiles} files were looked at."));
            }

            return false;
        }

        if (decoded > limits.MailDecodedBytes)
        {
            into.Warn("mail-too-large", string.Create(CultureInfo.InvariantCulture, $"The files unpack to more than {limits.MailDecodedBytes} bytes; the rest was not looked at."));
            return false;
        }

        return true;
    }
}
