using System.Text;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What a real server has not: looking at the log, letting late calls take effect and starting afresh, under <c>/simulator/</c>, for anyone who can reach it.</summary>
internal static class ControlFace
{
    public static async Task WriteLogAsync(HttpContext context, RequestLog log)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(log.ToJson().ToJsonString()));
    }

    public static Task ReleaseAsync(HttpContext context, Pipeline pipeline)
    {
        var released = pipeline.ReleaseLate();
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(new JsonObject { ["released"] = released }.ToJsonString());
    }

    public static Task ResetAsync(HttpContext context, Pipeline pipeline)
    {
        pipeline.Reset();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
