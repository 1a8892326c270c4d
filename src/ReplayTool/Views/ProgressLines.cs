using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>A line for each operation, its end on the same line where nothing came between.</summary>
internal sealed class ProgressLines(TextWriter errors) : IReplayProgress
{
    private string? open;

    public void Sending(Operation operation, int attempt)
    {
        Close();
        errors.Write($"{Line(operation)}{(attempt == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (try {attempt})"))} …");
        errors.Flush();
        open = operation.Id;
    }

    public void Waiting(Operation operation, DateTimeOffset until)
    {
        Close();
        errors.WriteLine($"{Line(operation)}: no answer came, and it may still be done. Asking until {Moments.ShownOfToday(until)}.");
    }

    public void Ended(ReplayedOperation operation)
    {
        if (open != operation.Operation.Id)
        {
            Close();
            errors.Write($"{Line(operation.Operation)} …");
        }
        open = null;
        errors.WriteLine($" {operation.Outcome}");
    }

    public void Beginning(LoadedChangeset loaded, int number, int of)
    {
        Close();
        errors.WriteLine(Sentence.Of(
            $"{Visible.Of(string.Create(CultureInfo.InvariantCulture, $"{number}/{of}"))} {Visible.Of(loaded.Changeset.Title)}"));
    }

    public void Away(string sentence)
    {
        Close();
        errors.WriteLine(Visible.Of(sentence));
    }

    private void Close()
    {
        if (open is not null)
        {
            errors.WriteLine();
        }
        open = null;
    }

    private static VisibleText Line(Operation operation) => Visible.Of($"{operation.Id} {operation.Do} {operation.Resource}");
}
