using System.Text;

namespace DolibarrAgent.Intake.Tests.Syntaxes;

/// <summary>A seller's legal ids, wherever a document puts them.</summary>
public sealed class PartyIdentifierTests
{
    [Theory]
    [InlineData("BE", """<cac:PartyIdentification><cbc:ID schemeID="9925">BE0239843188</cbc:ID></cac:PartyIdentification>""", "BE0239843188")]
    [InlineData("BE", """<cbc:EndpointID schemeID="0208">0239843188</cbc:EndpointID>""", "BE0239843188")]
    [InlineData("DE", """<cbc:EndpointID schemeID="9930">DE136695976</cbc:EndpointID>""", "DE136695976")]
    [InlineData("NL", """<cac:PartyLegalEntity><cbc:CompanyID schemeID="NL:VAT">NL123456789B01</cbc:CompanyID></cac:PartyLegalEntity>""", "NL123456789B01")]
    [InlineData("IT", """<cac:PartyLegalEntity><cbc:CompanyID schemeID="0211">IT01598570354</cbc:CompanyID></cac:PartyLegalEntity>""", "IT01598570354")]
    [InlineData("ES", """<cac:PartyIdentification><cbc:ID>ESB12345678</cbc:ID></cac:PartyIdentification>""", "ESB12345678")]
    [InlineData("DE", """<cac:PartyTaxScheme><cbc:CompanyID>DE136695976</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", "DE136695976")]
    [InlineData("de", """<cac:PartyTaxScheme><cbc:CompanyID>136 695 976</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", "DE136695976")]
    [InlineData("DE", """<cac:PartyTaxScheme><cbc:CompanyID>136 695 976</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", "DE136695976")]
    [InlineData("NL", """<cac:PartyTaxScheme><cbc:CompanyID>NL8200.98.395.B.01</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", "NL820098395B01")]
    [InlineData("DE", """<cac:PartyTaxScheme><cbc:CompanyID>DE0815</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", null)]
    [InlineData("DE", """<cac:PartyIdentification><cbc:ID schemeID="0088">4000001123452</cbc:ID></cac:PartyIdentification>""", null)]
    [InlineData("DE", """<cac:PartyIdentification><cbc:ID>FR40303265045</cbc:ID></cac:PartyIdentification>""", null)]
    [InlineData("DE", """<cbc:EndpointID schemeID="EM">DE136695976</cbc:EndpointID>""", null)]
    [InlineData("", """<cac:PartyTaxScheme><cbc:CompanyID>NEANT</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", null)]
    [InlineData("FR", """<cac:PartyTaxScheme><cbc:CompanyID>EXEMPT</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", null)]
    [InlineData("FR", """<cac:PartyTaxScheme><cbc:CompanyID>NONE</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", null)]
    [InlineData("FR", """<cac:PartyTaxScheme><cbc:CompanyID>art. 293 B</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>""", null)]
    public void A_VAT_number_is_found(string country, string inside, string? vat) => Ubl(country, inside).VatId.Should().Be(vat);

    [Theory]
    [InlineData("FR", "TVA FR40303265045", "FR40303265045")]
    [InlineData("FR", "TVAFR40303265045", "FR40303265045")]
    [InlineData("FR", "N° TVA : FR 40 303 265 045", "FR40303265045")]
    [InlineData("FR", "N° de TVA intracommunautaire FR40303265045", "FR40303265045")]
    [InlineData("FR", "Numéro de TVA : 40303265045", "FR40303265045")]
    [InlineData("DE", "USt-IdNr. DE 136 695 976", "DE136695976")]
    [InlineData("DE", "USt-IdNr.: 136695976", "DE136695976")]
    [InlineData("DE", "DE 136 695 976", "DE136695976")]
    [InlineData("NO", "NO 923 456 789 MVA", "NO923456789MVA")]
    [InlineData("NO", "VAT NO 923456789", "NO923456789")]
    [InlineData("GB", "VAT no. GB123456789", "GB123456789")]
    [InlineData("GB", "VAT Reg. No: 123456789", "GB123456789")]
    [InlineData("IT", "P.IVA IT01598570354", "IT01598570354")]
    [InlineData("FR", "TVA non applicable", null)]
    [InlineData("US", "VAT 123456789", null)]
    public void A_label_before_a_VAT_number_is_not_part_of_it(string country, string written, string? vat)
    {
        var seller = Ubl(country, $"<cac:PartyTaxScheme><cbc:CompanyID>{written}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>");
        (seller.VatId, seller.VatIdAsWritten).Should().Be((vat, written));
    }

    [Theory]
    [InlineData("""<cac:PartyLegalEntity><cbc:CompanyID>552100554</cbc:CompanyID></cac:PartyLegalEntity>""", "552100554", null)]
    [InlineData("""<cac:PartyLegalEntity><cbc:CompanyID>552 100 554 00013</cbc:CompanyID></cac:PartyLegalEntity>""", "552100554", "55210055400013")]
    [InlineData("""<cac:PartyIdentification><cbc:ID schemeID="FR:SIRET">55210055400013</cbc:ID></cac:PartyIdentification>""", "552100554", "55210055400013")]
    [InlineData("""<cac:PartyIdentification><cbc:ID schemeID="FR:SIRENE">552100554</cbc:ID></cac:PartyIdentification>""", "552100554", null)]
    [InlineData("""<cbc:EndpointID schemeID="0225">552100554_55210055400013</cbc:EndpointID>""", "552100554", "55210055400013")]
    [InlineData("""<cbc:EndpointID schemeID="0009">55210055400013</cbc:EndpointID>""", "552100554", "55210055400013")]
    [InlineData("""<cac:PartyIdentification><cbc:ID>123456789</cbc:ID></cac:PartyIdentification>""", null, null)]
    public void A_SIREN_and_a_SIRET_are_found(string inside, string? siren, string? siret)
    {
        var party = Ubl("FR", inside);
        (party.Siren, party.Siret).Should().Be((siren, siret));
    }

    [Theory]
    [InlineData("""<ram:GlobalID schemeID="0009">55210055400013</ram:GlobalID>""", "552100554", null)]
    [InlineData("""<ram:URIUniversalCommunication><ram:URIID schemeID="0225">552100554</ram:URIID></ram:URIUniversalCommunication>""", "552100554", null)]
    [InlineData("""<ram:SpecifiedTaxRegistration><ram:ID>FR14552100554</ram:ID></ram:SpecifiedTaxRegistration>""", "552100554", "FR14552100554")]
    public void The_same_in_CII(string inside, string siren, string? vat)
    {
        var xml = Encoding.UTF8.GetString(TestXml.Cii(TestXml.Line("10.00"), TestXml.Totals("10.00", "2.00")))
            .Replace("""<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR40303265045</ram:ID></ram:SpecifiedTaxRegistration>""", $"{inside}<ram:PostalTradeAddress><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>", StringComparison.Ordinal);
        var party = Read(xml).Seller;
        (party.Siren, party.VatId).Should().Be((siren, vat));
    }

    [Fact]
    public void The_buyer_and_where_a_seller_can_be_reached_are_read()
    {
        var facts = Read(Encoding.UTF8.GetString(TestUbl.Invoice(party: """<cac:Contact><cbc:Telephone>+33 1 02 03 04 05</cbc:Telephone><cbc:ElectronicMail>compta@dupont.example</cbc:ElectronicMail></cac:Contact>"""))
            .Replace("<cac:PostalAddress>", "<cac:PostalAddress><cbc:StreetName>3 rue Haute</cbc:StreetName><cbc:CityName>Brest</cbc:CityName><cbc:PostalZone>29200</cbc:PostalZone>", StringComparison.Ordinal));
        facts.Buyer!.Name.Should().Be("Arcodange Exemple SAS");
        facts.Seller.Address.Should().BeEquivalentTo(new { Street = (string[])["3 rue Haute"], Zip = "29200", Town = "Brest", Phone = "+33 1 02 03 04 05", Email = "compta@dupont.example" });
    }

    private static Party Ubl(string country, string inside)
    {
        var xml = Encoding.UTF8.GetString(TestUbl.Invoice());
        var (from, to) = (xml.IndexOf("<cac:AccountingSupplierParty>", StringComparison.Ordinal), xml.IndexOf("</cac:AccountingSupplierParty>", StringComparison.Ordinal));
        return Read($"""{xml[..from]}<cac:AccountingSupplierParty><cac:Party>{inside}<cac:PostalAddress><cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress></cac:Party>{xml[to..]}""").Seller;
    }

    private static InvoiceFacts Read(string xml) => TestXml.Read(Encoding.UTF8.GetBytes(xml), "test.xml").Invoices.Single().Facts;
}
