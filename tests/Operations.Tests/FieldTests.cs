using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations.Tests;

public class FieldTests
{
    [Theory]
    [InlineData("phone", "+33 1 02 03 04 05", "+33102030405")]
    [InlineData("name", "Dupont  &  fils", "Dupont &amp; fils")]
    [InlineData("vatNumber", "FR40 303 265 045", "FR40303265045")]
    [InlineData("vatNumber", "FR40303265045", "fr40.303.265-045")]
    [InlineData("siren", "303265045", "303 265 045")]
    [InlineData("notePublic", "R&D <= 3\nnext", "R&amp;D &lt;= 3\r\nnext")]
    public void What_Dolibarr_spells_otherwise_is_not_a_difference(string field, string asked, string held) =>
        ThirdPartyFields.All.Differences(Fields.None.With(field, asked), Fields.None.With(field, held)).Should().BeEmpty();

    [Theory]
    [InlineData("name", "A < B", "A")]
    [InlineData("email", "a@b.example", "")]
    [InlineData("phone", "12", "125")]
    public void What_Dolibarr_stored_otherwise_is_a_difference_with_both_values(string field, string asked, string held) =>
        ThirdPartyFields.All.Differences(Fields.None.With(field, asked), Fields.None.With(field, held)).Should().ContainSingle().Which.Should().Be(new Difference(field, asked, held));

    [Theory]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", true)]
    [InlineData("de89370400440532013000", true)]
    [InlineData("FR7630006000011234567890188", false)]
    [InlineData("FR00", false)]
    [InlineData("", false)]
    public void An_IBAN_has_the_right_check_digits(string iban, bool right) =>
        BankAccountFields.All.Check(Fields.None.With("iban", iban), "op1.set").Any().Should().Be(!right);

    [Theory]
    [InlineData("siren", "303 265.045")]
    [InlineData("siren", "303265046")]
    [InlineData("siret", "303 265 045 00012")]
    [InlineData("vatNumber", "FR 40 303 265 045")]
    [InlineData("vatNumber", "CHE-123.456.789 MWST")]
    [InlineData("vatNumber", "US12345")]
    [InlineData("siren", "")]
    public void A_legal_id_of_the_right_form_is_taken_whatever_its_check_digit(string field, string value) =>
        ThirdPartyFields.All.Check(Fields.None.With(field, value), "op1.set").Should().BeEmpty();

    [Theory]
    [InlineData("siren", "123", "9 digits", "leave 'siren' out")]
    [InlineData("siren", "30326504500012", "9 digits", "It is a SIRET")]
    [InlineData("siret", "303265045", "14 digits", "It is a SIREN")]
    [InlineData("siret", "3032650450001", "14 digits", "leave 'siret' out")]
    [InlineData("vatNumber", "FR4030326504", "behind FR", "leave 'vatNumber' out")]
    [InlineData("vatNumber", "DE1234567890", "behind DE come 9 digits", "leave 'vatNumber' out")]
    [InlineData("vatNumber", "12", "4 to 20", "leave 'vatNumber' out")]
    [InlineData("vatNumber", "NEANT", "at least 4 of them digits", "leave 'vatNumber' out")]
    public void A_legal_id_of_another_form_is_refused_with_what_to_do(string field, string value, string said, string remedy) =>
        ThirdPartyFields.All.Check(Fields.None.With(field, value), "op1.set").Should().ContainSingle(p =>
            p.Code.Text == "wrong-legal-id" && p.Place == $"op1.set.{field}" && p.Message.Contains(said, StringComparison.Ordinal) && p.Remedy.Contains(remedy, StringComparison.Ordinal));

    [Fact]
    public void Amounts_are_compared_as_numbers() =>
        SupplierInvoiceFields.All.Differences(Fields.None.With("totalInclTax", "35.2"), Fields.None.With("totalInclTax", "35.20")).Should().BeEmpty();

    [Fact]
    public void An_email_is_kept_in_small_letters() =>
        ThirdPartyFields.All.Differences(Fields.None.With("email", "Anna@Dupont.Example"), Fields.None.With("email", "anna@dupont.example")).Should().BeEmpty();

    [Theory]
    [InlineData("http://Www.Dupont.Example/A", "www.dupont.example/A")]
    [InlineData("HTTPS://Dupont.FR", "HTTPS://dupont.fr")]
    [InlineData("Dupont.fr/Chez-Nous", "dupont.fr/Chez-Nous")]
    public void A_web_address_is_the_one_that_Dolibarr_makes_of_it(string sent, string stored) =>
        ThirdPartyFields.All.Differences(Fields.None.With("url", sent), Fields.None.With("url", stored)).Should().BeEmpty();

    [Fact]
    public void The_path_of_a_web_address_is_compared_as_it_is() =>
        ThirdPartyFields.All.Differences(Fields.None.With("url", "dupont.fr/A"), Fields.None.With("url", "dupont.fr/a")).Should().ContainSingle();

    [Fact]
    public void A_cent_is_a_difference() =>
        SupplierInvoiceFields.All.Differences(Fields.None.With("totalInclTax", "35.20"), Fields.None.With("totalInclTax", "35.21")).Should().ContainSingle();

    [Fact]
    public void A_number_that_each_target_draws_is_not_a_difference() =>
        SupplierInvoiceFields.All.Differences(Fields.None.With("number", "SI2611-0001"), Fields.None.With("number", "SI2611-0042")).Should().BeEmpty();

    [Fact]
    public void A_line_more_is_a_difference() =>
        SupplierInvoiceFields.All.Differences(Fields.None.With("lines", [Fields.None.With("quantity", "1")]), Fields.None.With("lines", Array.Empty<Fields>()))
            .Should().ContainSingle().Which.ToString().Should().Be("lines is '0 rows', not '1 row'");

    [Theory]
    [InlineData("no_such_field", "x", "unknown-field")]
    [InlineData("supplierCode", "SU1", "unknown-field")]
    [InlineData("email", "not-an-email", "wrong-form")]
    [InlineData("name", "a \"quoted\" name", "wrong-form")]
    [InlineData("name", "<b>x</b>", "wrong-form")]
    [InlineData("name", "two\nlines", "wrong-form")]
    [InlineData("name", "bell\u0007", "wrong-form")]
    [InlineData("notePublic", "<script>", "wrong-form")]
    public void What_Dolibarr_would_ignore_or_change_in_silence_is_refused(string field, string value, string code) =>
        ThirdPartyFields.All.Check(Fields.None.With(field, value), "op1.set").Should().ContainSingle().Which.Code.Text.Should().Be(code);

    [Theory]
    [InlineData("unitPrice", "12,5")]
    [InlineData("unitPrice", "1.123456")]
    [InlineData("unitPrice", "1e3")]
    [InlineData("quantity", "abc")]
    [InlineData("quantity", "1234567.89")]
    [InlineData("vatRate", "")]
    [InlineData("kind", "thing")]
    public void What_Dolibarr_would_store_as_another_number_is_refused(string field, string value) =>
        SupplierInvoiceLineFields.All.Check(Fields.None.With(field, value), "line").Should().ContainSingle().Which.Code.Text.Should().Be("wrong-form");

    [Theory]
    [InlineData("quantity", "1234567")]
    [InlineData("quantity", "0.5999")]
    [InlineData("quantity", "12345670")]
    [InlineData("unitPrice", "-0.00001")]
    public void Numbers_that_Dolibarr_keeps_are_let_through(string field, string value) =>
        SupplierInvoiceLineFields.All.Check(Fields.None.With(field, value), "line").Should().BeEmpty();

    [Theory]
    [InlineData("20/11/2026")]
    [InlineData("2026-02-30")]
    [InlineData("")]
    public void A_date_that_is_none_is_refused(string date) =>
        SupplierInvoiceFields.All.Check(Fields.None.With("date", date), "op2.set").Should().ContainSingle().Which.Remedy.Should().Contain("YYYY-MM-DD");

    [Fact]
    public void A_text_that_the_database_would_not_take_is_refused() =>
        ThirdPartyFields.All.Check(Fields.None.With("name", new string('x', 129)), "op1.set").Should().ContainSingle().Which.Code.Text.Should().Be("too-long");
}
