using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;

namespace DolibarrAgent.Samples;

/// <summary>Writes a sample as Factur-X EN 16931 (UN/CEFACT CII D16B).</summary>
public sealed class SampleXml
{
    private const string Rsm = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    private const string Ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    private const string Udt = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";

    private readonly XmlWriter xml;
    private readonly SampleInvoice invoice;

    private SampleXml(XmlWriter xml, SampleInvoice invoice) => (this.xml, this.invoice) = (xml, invoice);

    /// <summary>The XML, in UTF-8. The same sample gives the same bytes.</summary>
    public static byte[] Of(SampleInvoice invoice)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            new SampleXml(xml, invoice).Write();
        }

        return stream.ToArray();
    }

    private void Write()
    {
        xml.WriteStartElement("rsm", "CrossIndustryInvoice", Rsm);
        xml.WriteAttributeString("xmlns", "ram", null, Ram);
        xml.WriteAttributeString("xmlns", "udt", null, Udt);
        InRsm("ExchangedDocumentContext", () => In("GuidelineSpecifiedDocumentContextParameter", () => Text("ID", "urn:cen.eu:en16931:2017")));
        InRsm("ExchangedDocument", () =>
        {
            Text("ID", invoice.Number);
            Text("TypeCode", invoice.TypeCode);
            Day("IssueDateTime", invoice.IssueDate);
        });
        InRsm("SupplyChainTradeTransaction", () =>
        {
            for (var i = 0; i < invoice.Lines.Count; i++)
            {
                WriteLine(i + 1, invoice.Lines[i]);
            }

            In("ApplicableHeaderTradeAgreement", () =>
            {
                WriteParty("SellerTradeParty", invoice.Seller);
                WriteParty("BuyerTradeParty", invoice.Buyer);
            });
            In("ApplicableHeaderTradeDelivery", () => { });
            In("ApplicableHeaderTradeSettlement", WriteSettlement);
        });
        xml.WriteEndElement();
    }

    private void WriteLine(int number, SampleLine line) => In("IncludedSupplyChainTradeLineItem", () =>
    {
        In("AssociatedDocumentLineDocument", () => Text("LineID", number.ToString(CultureInfo.InvariantCulture)));
        In("SpecifiedTradeProduct", () =>
        {
            if (line.SellerItem is not null)
            {
                Text("SellerAssignedID", line.SellerItem);
            }

            Text("Name", line.Name);
        });
        In("SpecifiedLineTradeAgreement", () => In("NetPriceProductTradePrice", () => Text("ChargeAmount", Number(line.UnitPrice))));
        In("SpecifiedLineTradeDelivery", () => Text("BilledQuantity", Number(line.Quantity), ("unitCode", line.Unit)));
        In("SpecifiedLineTradeSettlement", () =>
        {
            WriteTax(line.VatRate, () => { });
            In("SpecifiedTradeSettlementLineMonetarySummation", () => Text("LineTotalAmount", Amount(line.Net)));
        });
    });

    private void WriteParty(string element, SampleParty party) => In(element, () =>
    {
        if (party.Siret is not null)
        {
            Text("GlobalID", party.Siret, ("schemeID", "0009"));
        }

        Text("Name", party.Name);
        In("SpecifiedLegalOrganization", () => Text("ID", party.Siren, ("schemeID", "0002")));
        In("PostalTradeAddress", () =>
        {
            Text("PostcodeCode", party.Postcode);
            Text("LineOne", party.Street);
            Text("CityName", party.City);
            Text("CountryID", party.Country);
        });
        In("SpecifiedTaxRegistration", () => Text("ID", party.VatId, ("schemeID", "VA")));
    });

    private void WriteSettlement()
    {
        Text("InvoiceCurrencyCode", invoice.Currency);
        if (invoice.Iban is not null)
        {
            In("SpecifiedTradeSettlementPaymentMeans", () =>
            {
                Text("TypeCode", "58");
                In("PayeePartyCreditorFinancialAccount", () => Text("IBANID", invoice.Iban));
            });
        }

        foreach (var (rate, basis, vat) in invoice.VatByRate)
        {
            WriteTax(rate, () => Text("CalculatedAmount", Amount(vat)), () => Text("BasisAmount", Amount(basis)));
        }

        if (invoice.DueDate is { } due)
        {
            In("SpecifiedTradePaymentTerms", () => Day("DueDateDateTime", due));
        }

        In("SpecifiedTradeSettlementHeaderMonetarySummation", () =>
        {
            Text("LineTotalAmount", Amount(invoice.Net));
            Text("TaxBasisTotalAmount", Amount(invoice.Net));
            Text("TaxTotalAmount", Amount(invoice.Vat), ("currencyID", invoice.Currency));
            Text("GrandTotalAmount", Amount(invoice.Gross));
            Text("DuePayableAmount", Amount(invoice.Gross));
        });
        if (invoice.Corrects is not null)
        {
            In("InvoiceReferencedDocument", () => Text("IssuerAssignedID", invoice.Corrects));
        }
    }

    private void WriteTax(decimal rate, Action amount, Action? basis = null) => In("ApplicableTradeTax", () =>
    {
        amount();
        Text("TypeCode", "VAT");
        if (rate == 0 && basis is not null)
        {
            Text("ExemptionReason", "Exempt");
        }

        basis?.Invoke();
        Text("CategoryCode", rate == 0 ? "E" : "S");
        Text("RateApplicablePercent", Amount(rate));
    });

    private void Day(string element, DateOnly day) => In(element, () =>
    {
        xml.WriteStartElement("udt", "DateTimeString", Udt);
        xml.WriteAttributeString("format", "102");
        xml.WriteString(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    });

    private void InRsm(string element, Action body)
    {
        xml.WriteStartElement("rsm", element, Rsm);
        body();
        xml.WriteEndElement();
    }

    private void In(string element, Action body)
    {
        xml.WriteStartElement("ram", element, Ram);
        body();
        xml.WriteEndElement();
    }

    private void Text(string element, string text, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement("ram", element, Ram);
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.00######", CultureInfo.InvariantCulture);
}
