namespace DolibarrAgent.Intake;

/// <summary>The parties of a UBL document.</summary>
internal sealed class UblParties(Extraction facts)
{
    public Party Read(Element party, PartyTerms terms)
    {
        var legal = party["PartyLegalEntity"];
        var country = facts.Text(party["PostalAddress"]["Country"]["IdentificationCode"], terms.Country)
            ?? legal["RegistrationAddress"]["Country"]["IdentificationCode"].Text;
        var ids = new PartyIdentifiers { Country = country };
        ids.Add(legal["CompanyID"].Attribute("schemeID"), facts.Text(legal["CompanyID"], terms.LegalId));
        foreach (var id in party.All("PartyIdentification"))
        {
            ids.Add(id["ID"].Attribute("schemeID"), facts.Text(id["ID"], terms.Id));
        }

        foreach (var registration in party.All("PartyTaxScheme"))
        {
            var id = registration["CompanyID"];
            if (string.Equals(registration["TaxScheme"]["ID"].Text, "VAT", StringComparison.OrdinalIgnoreCase))
            {
                ids.VatIdAsWritten ??= facts.Text(id, terms.VatId);
            }
            else
            {
                ids.TaxNumber ??= facts.Text(id, terms.TaxNumber);
                ids.AddElsewhere(id.Attribute("schemeID") ?? "FC", id.Text);
            }
        }

        ids.AddElsewhere(party["EndpointID"].Attribute("schemeID") ?? "EM", facts.Text(party["EndpointID"], terms.Address));
        var tradingName = facts.Text(party["PartyName"]["Name"], terms.TradingName);
        return ids.ToParty() with
        {
            Name = facts.Text(legal["RegistrationName"], terms.Name) ?? tradingName,
            TradingName = tradingName,
            Address = ReadAddress(party),
        };
    }

    private static PostalAddress ReadAddress(Element party)
    {
        var address = party["PostalAddress"];
        var contact = party["Contact"];
        return new()
        {
            Street = [.. new[] { Street(address), address["AdditionalStreetName"].Text }.Concat(address.All("AddressLine").Select(line => line["Line"].Text)).OfType<string>()],
            Zip = address["PostalZone"].Text,
            Town = address["CityName"].Text,
            Phone = contact["Telephone"].Text,
            Email = contact["ElectronicMail"].Text,
        };
    }

    private static string? Street(Element address) => (address["StreetName"].Text, address["BuildingNumber"].Text) switch
    {
        ({ } street, { } number) => $"{street} {number}",
        var (street, _) => street,
    };
}
