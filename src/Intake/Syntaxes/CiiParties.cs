namespace DolibarrAgent.Intake;

/// <summary>The parties of a CII document.</summary>
internal sealed class CiiParties(Extraction facts)
{
    public Party Read(Element party, PartyTerms terms)
    {
        var legal = party["SpecifiedLegalOrganization"];
        var country = facts.Text(party["PostalTradeAddress"]["CountryID"], terms.Country);
        var ids = new PartyIdentifiers { Country = country };
        ids.Add(legal["ID"].Attribute("schemeID"), facts.Text(legal["ID"], terms.LegalId));
        foreach (var id in party.All("GlobalID").Concat(party.All("ID")))
        {
            ids.Add(id.Attribute("schemeID"), facts.Text(id, terms.Id));
        }

        foreach (var registration in party.All("SpecifiedTaxRegistration"))
        {
            var id = registration["ID"];
            switch (id.Attribute("schemeID"))
            {
                case "VA":
                    ids.VatIdAsWritten ??= facts.Text(id, terms.VatId);
                    break;
                case "FC":
                    ids.TaxNumber ??= facts.Text(id, terms.TaxNumber);
                    ids.AddElsewhere("FC", id.Text);
                    break;
                case var other:
                    ids.Add(other, facts.Text(id, terms.Id));
                    break;
            }
        }

        var address = party["URIUniversalCommunication"]["URIID"];
        ids.AddElsewhere(address.Attribute("schemeID") ?? "EM", facts.Text(address, terms.Address));
        return ids.ToParty() with
        {
            Name = facts.Text(party["Name"], terms.Name),
            TradingName = facts.Text(legal["TradingBusinessName"], terms.TradingName),
            Address = ReadAddress(party),
        };
    }

    private static PostalAddress ReadAddress(Element party)
    {
        var address = party["PostalTradeAddress"];
        var contact = party["DefinedTradeContact"];
        return new()
        {
            Street = [.. new[] { address["LineOne"].Text, address["LineTwo"].Text, address["LineThree"].Text }.OfType<string>()],
            Zip = address["PostcodeCode"].Text,
            Town = address["CityName"].Text,
            Phone = contact["TelephoneUniversalCommunication"]["CompleteNumber"].Text,
            Email = contact["EmailURIUniversalCommunication"].Either("URIID", "CompleteNumber").Text,
        };
    }
}
