using DolibarrAgent.Desk;

namespace DolibarrAgent.ReplayTool;

/// <remarks>The page for a browser, open until somebody closes it.</remarks>
internal sealed partial class Execution
{
    private async Task<Report> DeskAsync(Request.Desk request, CancellationToken cancel)
    {
        if (Settling(out var settling) is { } fault)
        {
            return new Report.Stopped([fault]);
        }
        var options = new DeskOptions(terminal.Variables, Options(settling), reviews)
        {
            Folder = request.Path.Length == 0 ? null : request.Path,
            Port = request.Port,
            Language = LanguageOf(request),
        };
        var opened = await DeskServer.OpenAsync(options, cancel);
        if (opened is not DeskResult.Open { Server: var desk })
        {
            return new Report.Stopped([((DeskResult.Refused)opened).Problem]);
        }
        await using (desk)
        {
            try
            {
                do
                {
                    view.DeskLink(desk.NewLink());
                }
                while (await AnotherIsWantedAsync(cancel));
                await Task.Delay(Timeout.Infinite, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // That is how it is closed.
            }
        }
        return new Report.DeskClosed();
    }

    /// <summary>Whether somebody presses Enter; false where nobody ever will.</summary>
    private async Task<bool> AnotherIsWantedAsync(CancellationToken cancel) =>
        // A console's ReadLine cannot be cancelled; it is left behind, and ends with the process.
        await Task.Run(() => terminal.In.ReadLine(), CancellationToken.None).WaitAsync(cancel) is not null;
}
