using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadCategoryMembers
{
    [Get("/categories/{id}/objects?onlyids=1")]
    Task<HttpResponseMessage> ListAsync(long id, [AliasAs("type")] string kind, CancellationToken cancel);
}
