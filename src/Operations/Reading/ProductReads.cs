using System.Collections.Concurrent;
using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Products of one target by ref, looked up together. What was found once is kept; what is missing is looked for again.</summary>
internal sealed class ProductReads
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Product>> known = new(StringComparer.Ordinal);
    private readonly Questions<string, ImmutableArray<Product>> byRef;

    public ProductReads(Products read, Rounds rounds) =>
        byRef = Questions.AllAtOnce<string, Product>(rounds, (refs, cancel) => read.FindByRefAsync(refs, cancel), product => product.Ref);

    public async Task<Answer<ImmutableArray<Product>>> ByRefAsync(string reference, CancellationToken cancel)
    {
        if (known.TryGetValue(reference, out var kept))
        {
            return new Answer<ImmutableArray<Product>>.Ok(kept);
        }
        var answer = await byRef.AskAsync(reference, cancel);
        if (answer is Answer<ImmutableArray<Product>>.Ok { Value: [var product] })
        {
            known[reference] = [product];
        }
        return answer;
    }
}
