using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// The only client of this program that is not Dolibarr's: to the model's endpoint and nowhere else, without redirects
/// and without a proxy of the environment. Each call of a model passes <see cref="ModelCalls"/>, where the bounds stand.
/// </summary>
internal static class ModelClient
{
    /// <summary>How long an endpoint may send nothing at all, not even the first word of an answer.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>A client for one turn's work, within that budget.</summary>
    public static HttpClient Open(ModelSettings settings, Budget budget, TimeProvider clock)
    {
        var wire = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
        return new HttpClient(new ModelCalls(settings, budget, clock) { InnerHandler = wire }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The kernel's connector over that client. It makes no second try and knows no timeout of its own: both are ours.</summary>
    public static IChatCompletionService Over(HttpClient client, ModelSettings settings) => new OpenAIChatCompletionService(
        settings.Name,
        new OpenAIClient(new ApiKeyCredential(settings.Reveal()), new OpenAIClientOptions
        {
            Endpoint = settings.Url,
            Transport = new HttpClientPipelineTransport(client),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        }));
}
