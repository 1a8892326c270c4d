using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteObjects
{
    [Post("/{**route}")]
    Task<HttpResponseMessage> CreateAsync(string route, [Body(buffered: true)] ObjectBody body, CancellationToken cancel);

    [Put("/{**route}/{id}")]
    Task<HttpResponseMessage> UpdateAsync(string route, long id, [Body(buffered: true)] ObjectBody body, CancellationToken cancel);

    [Delete("/{**route}/{id}")]
    Task<HttpResponseMessage> DeleteAsync(string route, long id, CancellationToken cancel);
}
