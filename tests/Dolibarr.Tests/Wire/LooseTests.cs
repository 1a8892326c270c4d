using System.Globalization;
using System.Text.Json;
using CsCheck;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class LooseTests
{
    private static readonly DateOnly Day20 = new(2026, 11, 20);

    [Theory]
    [InlineData("42", 42)]
    [InlineData("\"42\"", 42)]
    [InlineData("\"1e+06\"", 1_000_000)]
    [InlineData("42.0", 42)]
    [InlineData("-1", -1)]
    public void A_whole_number_comes_as_a_number_or_as_a_string(string json, long number) =>
        JsonSerializer.Deserialize(json, Inbound.Default.NullableInt64).Should().Be(number);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("false")]
    public void No_number_comes_in_three_ways(string json) => JsonSerializer.Deserialize(json, Inbound.Default.NullableInt64).Should().BeNull();

    [Theory]
    [InlineData("\"12,5\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"1.5\"")]
    [InlineData("\" 1\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("1e40")]
    public void What_is_not_a_whole_number_is_not_made_into_one(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize(json, Inbound.Default.NullableInt64)).Should().Throw<JsonException>();

    [Theory]
    [InlineData("\"29.33000000\"", "29.33")]
    [InlineData("\"1e+06\"", "1000000")]
    [InlineData("\"2.5E-7\"", "0.00000025")]
    [InlineData("\"-50.00000000\"", "-50")]
    [InlineData("10.5", "10.5")]
    [InlineData("\"0.1\"", "0.1")]
    [InlineData("\"1000000000000.00000000\"", "1000000000000")]
    public void An_amount_keeps_its_digits_and_loses_its_trailing_zeros(string json, string plain) =>
        LineOf("qty", json).Quantity.ToString(CultureInfo.InvariantCulture).Should().Be(plain);

    [Fact]
    public void Every_decimal_survives_the_way_through_dolibarrs_strings() =>
        Gen.Decimal[-1_000_000_000m, 1_000_000_000m].Sample(amount =>
            LineOf("qty", $"\"{amount.ToString(CultureInfo.InvariantCulture)}\"").Quantity == amount);

    [Theory]
    [InlineData("\"1\"", true)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("\"0\"", false)]
    [InlineData("0", false)]
    [InlineData("null", false)]
    [InlineData("\"\"", false)]
    [InlineData("false", false)]
    public void A_yes_or_no_comes_in_many_ways(string json, bool yes) => InvoiceOf("paid", json).IsPaid.Should().Be(yes);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("\"0\"")]
    public void No_date_comes_in_four_ways(string json) => InvoiceOf("date", json).Date.Should().BeNull();

    [Theory]
    [InlineData("1795132800")]
    [InlineData("\"1795132800\"")]
    [InlineData("\"2026-11-20\"")]
    [InlineData("\"2026-11-20 00:00:00\"")]
    public void A_date_comes_as_seconds_or_as_a_text(string json) => InvoiceOf("date", json).Date.Should().Be(Day20);

    [Fact]
    public void A_date_is_the_servers_day_in_every_zone_up_to_twelve_hours_from_utc() =>
        Gen.Select(Gen.Int[-47_000, 47_000], Gen.Int[-11 * 4, 12 * 4]).Sample((dayOffset, quarters) =>
        {
            var day = new DateOnly(2026, 1, 1).AddDays(dayOffset / 2);
            var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromMinutes(15 * quarters));
            return InvoiceOf("date", midnight.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)).Date == day
                || midnight.ToUnixTimeSeconds() == 0;
        });

    [Theory]
    [InlineData("2026-11-20T00:00:00+01:00")]
    [InlineData("2026-07-14T00:00:00+02:00")]
    [InlineData("2026-11-20T00:00:00-05:00")]
    [InlineData("2026-11-20T00:00:00+12:00")]
    public void Midnight_in_paris_and_elsewhere_is_that_day(string midnight)
    {
        var moment = DateTimeOffset.Parse(midnight, CultureInfo.InvariantCulture);
        InvoiceOf("date", moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)).Date.Should().Be(DateOnly.FromDateTime(moment.Date));
    }

    [Theory]
    [InlineData("99999999999999")]
    [InlineData("\"20/11/2026\"")]
    [InlineData("1.5")]
    public void What_is_not_a_date_is_not_made_into_one(string json) =>
        FluentActions.Invoking(() => InvoiceOf("date", json)).Should().Throw<JsonException>();

    [Theory]
    [InlineData("null", "")]
    [InlineData("\"x\"", "x")]
    [InlineData("75002", "75002")]
    [InlineData("1.50", "1.50")]
    [InlineData("false", "")]
    public void A_text_comes_as_a_string_a_number_or_nothing(string json, string text) => InvoiceOf("label", json).Label.Should().Be(text);

    [Fact]
    public void A_member_that_comes_twice_is_not_an_answer() =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize("""{"iban": "A", "id": 1, "iban": "B"}""", Inbound.Default.ObjectWire))
            .Should().Throw<JsonException>();

    [Fact]
    public void A_member_that_is_read_must_be_there() =>
        FluentActions.Invoking(() => JsonSerializer
                .Deserialize("""{"id": 1, "name": "x", "status": 1, "client": 0}""", Inbound.Default.ObjectWire)!.ToObject(ThirdPartyFields.Resource))
            .Should().Throw<JsonException>().WithMessage("*fournisseur*");

    private static SupplierInvoiceLine LineOf(string member, string json) => JsonSerializer
        .Deserialize(Recording.Answer("invoice-create", "/supplierinvoices/1").With(("lines", $$"""
            [{"id": 1, "description": "", "qty": 1, "subprice": 1, "tva_tx": 0, "product_type": 0, "total_ht": 1, "total_tva": 0, "total_ttc": 1}]
            """)).Body.Replace($"\"{member}\":1", $"\"{member}\":{json}", StringComparison.Ordinal), Inbound.Default.SupplierInvoiceWire)!
        .ToSupplierInvoice()!.Lines[0];

    private static SupplierInvoice InvoiceOf(string member, string json)
    {
        var body = Recording.Answer("invoice-create", "/supplierinvoices/1").With((member, "\"PLACE\"")).Body;
        return JsonSerializer.Deserialize(body.Replace("\"PLACE\"", json, StringComparison.Ordinal), Inbound.Default.SupplierInvoiceWire)!.ToSupplierInvoice()!;
    }
}
