using System.Text.Json;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>Finds out what no call shows of suppliers' prices, by filters. What is shown is read by their description.</summary>
public sealed class SupplierPrices
{
    private static readonly Filter HoldsMore =
        Filter.AnyOf([Filter.IsSet(Column.VatCodeOfSupplierPrice), Filter.IsSet(Column.BarcodeOfSupplierPrice)]).Single();

    private readonly Caller caller;
    private readonly IReadProducts api;

    internal SupplierPrices(Caller caller, IReadProducts api) => (this.caller, this.api) = (caller, api);

    /// <summary>Whether a price has a barcode or a code of VAT: nobody can send what nobody sees, and not sent it would be gone.</summary>
    public Task<Answer<bool>> HoldsMoreAsync(long id, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.PurchasePricesAsync(0, Filter.Is(Column.IdOf(SupplierPriceFields.Resource.Api!), id).And(HoldsMore).Text, token),
        reply => reply.Read<JsonElement, bool>(
            Inbound.Default.JsonElement, found => new Answer<bool>.Ok(found.ValueKind != JsonValueKind.Array)),
        cancel);
}
