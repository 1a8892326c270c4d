using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteCategoryMembers
{
    [Post("/categories/{id}/objects/{kind}/{member}")]
    Task<HttpResponseMessage> AddAsync(long id, string kind, long member, CancellationToken cancel);

    [Delete("/categories/{id}/objects/{kind}/{member}")]
    Task<HttpResponseMessage> RemoveAsync(long id, string kind, long member, CancellationToken cancel);
}
