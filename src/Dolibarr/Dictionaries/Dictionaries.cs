using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Reads the server's dictionaries of payment: the entries that are switched on. Refused with
/// <see cref="Codes.RightMissing"/> where the key has none of <see cref="RightsNeeded.ReadingDictionaries"/>:
/// which entries there are is then not known.
/// </summary>
public sealed class Dictionaries
{
    private readonly Caller caller;
    private readonly IReadDictionaries api;

    internal Dictionaries(Caller caller, IReadDictionaries api) => (this.caller, this.api) = (caller, api);

    /// <summary>The terms of payment, in the order in which the server offers them.</summary>
    public Task<Answer<ImmutableArray<PaymentTerms>>> PaymentTermsAsync(CancellationToken cancel) =>
        ListAsync(this.api.PaymentTermsAsync, Inbound.Default.PaymentTermsWireArray, wire => wire.ToPaymentTerms(), cancel);

    /// <summary>The means of payment, by code.</summary>
    public Task<Answer<ImmutableArray<PaymentMeans>>> PaymentMeansAsync(CancellationToken cancel) =>
        ListAsync(this.api.PaymentMeansAsync, Inbound.Default.PaymentMeansWireArray, wire => wire.ToPaymentMeans(), cancel);

    private Task<Answer<ImmutableArray<T>>> ListAsync<TWire, T>(
        Func<CancellationToken, Task<HttpResponseMessage>> send, JsonTypeInfo<TWire[]> shape, Func<TWire, T?> make, CancellationToken cancel)
        where TWire : class
        where T : class =>
        this.caller.SendAsync(
            send,
            reply => reply.Status == 403
                ? new Answer<ImmutableArray<T>>.Refused(new Problem(
                    Codes.RightMissing, "",
                    "The key's user may not read the terms and means of payment.",
                    $"Give it in its tab of permissions the right to {string.Join("; or to ", RightsNeeded.ReadingDictionaries)}."), reply.Status)
                : reply.Read<TWire[], ImmutableArray<T>>(shape, entries => new Answer<ImmutableArray<T>>.Ok([.. Loose.Each(entries).Select(make).OfType<T>()])),
            cancel);
}
