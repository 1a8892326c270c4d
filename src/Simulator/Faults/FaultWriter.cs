using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DolibarrAgent.Simulator;

/// <summary>Puts on the wire what a client gets under a <see cref="Fault"/>.</summary>
/// <param name="options">The clock on which a late answer is held, and whether pages keep to themselves what went wrong.</param>
/// <param name="stopping">The server's end, which no client is waited for.</param>
internal sealed class FaultWriter(SimulatorOptions options, CancellationToken stopping)
{
    private static readonly byte[] EndlessPart = Encoding.UTF8.GetBytes("[" + new string(' ', 65_535));

    /// <summary>The status that goes out, 0 when none does.</summary>
    public static int StatusSent(Fault? fault, Reply? own) => (fault, own) switch
    {
        (Fault.EffectThenTruncated, Reply.NothingDone) => 0,
        ({ StatusInstead: { } other }, _) => other,
        (_, null) => 0,
        _ => ReplyWriter.StatusOf(own),
    };

    /// <summary>Answers, or does not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="own">The resource's own answer; null when it was not asked.</param>
    public Task WriteAsync(HttpContext context, Fault fault, Reply? own)
    {
        switch (fault)
        {
            case Fault.Lost or Fault.EffectThenClose or Fault.CloseThenEffect:
                Wire.Close(context);
                return Task.CompletedTask;
            case Fault.EffectThenReset:
                Wire.Reset(context);
                return Task.CompletedTask;
            case Fault.EffectThenLate late:
                return HoldAsync(context, late.Held, own!);
            case Fault.EffectThenTruncated:
                return CutAsync(context, own!);
            case Fault.EffectThenEndless:
                return GoOnAsync(context);
            case Fault.EffectThenServerError or Fault.HalfThenServerError:
                return ReplyWriter.WriteAsync(context.Response, new Reply.Refused(StatusCodes.Status500InternalServerError, "", "Restler.php:415"));
            case Fault.DatabaseDown:
                return NotConnectedAsync(context.Response);
            case Fault.KeyUnread:
                return ReplyWriter.WriteAsync(context.Response, Authentication.UnknownKey);
            case Fault.EffectThenHtml:
                return PageAsync(context.Response, StatusCodes.Status200OK, "Welcome");
            case Fault.TooManyRequests busy:
                return LaterPleaseAsync(context.Response, busy.RetryAfter, response => PageAsync(response, StatusCodes.Status429TooManyRequests, "Too many requests"));
            case Fault.Unavailable down:
                return LaterPleaseAsync(context.Response, down.RetryAfter, response =>
                    ReplyWriter.WriteAsync(response, new Reply.Refused(StatusCodes.Status503ServiceUnavailable, "", "Restler.php:415", Stage.Setup)));
            case Fault.ProxyUnavailable down:
                return LaterPleaseAsync(context.Response, down.RetryAfter, response =>
                    PageAsync(response, StatusCodes.Status503ServiceUnavailable, "The server behind this proxy is not available"));
            case Fault.Redirect elsewhere:
                context.Response.StatusCode = (int)elsewhere.Status;
                context.Response.Headers.Location = elsewhere.To.AbsoluteUri;
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException(fault.Name);
        }
    }

    private async Task HoldAsync(HttpContext context, TimeSpan? held, Reply own)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await Task.Delay(held ?? Timeout.InfiniteTimeSpan, options.Clock, gone.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        await ReplyWriter.WriteAsync(context.Response, own);
    }

    private static async Task CutAsync(HttpContext context, Reply own)
    {
        var body = ReplyWriter.BodyOf(own);
        if (body.Length > 0)
        {
            var status = ReplyWriter.StatusOf(own);
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nContent-Type: {ReplyWriter.TypeOf(own)}\r\nContent-Length: {body.Length + 1}\r\n\r\n");
            await Wire.SendAsync(context, (byte[])[.. Encoding.ASCII.GetBytes(head), .. body.AsSpan(0, (body.Length + 1) / 2)]);
        }

        Wire.Close(context);
    }

    private async Task GoOnAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "application/json; charset=utf-8";
        try
        {
            while (!gone.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(EndlessPart, gone.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has left, or the server ends.
        }

        context.Abort();
    }

    private static Task LaterPleaseAsync(HttpResponse response, TimeSpan? retryAfter, Func<HttpResponse, Task> answer)
    {
        if (retryAfter is { } time)
        {
            response.Headers.RetryAfter = time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        }

        return answer(response);
    }

    /// <summary>The page that a real server shows (measured on 22.0.4), with the names of this one; in production it does not say why.</summary>
    private Task NotConnectedAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status202Accepted;
        response.ContentType = "text/html; charset=UTF-8";
        return response.WriteAsync(options.Production
            ? "This website or feature is currently temporarily not available or failed after a technical error.<br><br>This may be due to a maintenance operation. Current status of operation (2026-11-30T03:31:40Z) are on next line...<br><br>\nDolibarr has detected a technical error. You can read log file or set option $dolibarr_main_prod to '0' in your config file to get more information."
            : "DolibarrHasDetectedError.<br>\nInformationToHelpDiagnose:<br>\n<b>Date:</b> 20261130024230<br>\n<b>Dolibarr:</b> 22.0.4 - https://www.dolibarr.org<br>\n<b>PHP:</b> 8.2.36<br>\n"
            + "<b>DatabaseTypeManager:</b> pgsql<br>\n<b>RequestLastAccessInError:</b> ErrorNoRequestInError<br>\n<br>\n"
            + "<b>Message:</b> host=127.0.0.1, port=5432, user=erp, databasename=erp, Host, login or password incorrect<br>\n");
    }

    private static Task PageAsync(HttpResponse response, int status, string text)
    {
        response.StatusCode = status;
        response.ContentType = "text/html; charset=UTF-8";
        return response.WriteAsync($"<!DOCTYPE html>\n<html><head><title>{text}</title></head><body><h1>{text}</h1></body></html>\n");
    }
}
