using System;

namespace DolibarrAgent.Samples;

/// <summary>The samples that the demo and the tests share. The companies do not exist; their numbers have right check digits.</summary>
public static class SampleCatalogue
{
    /// <summary>A hosting company.</summary>
    public static SampleParty Dupont { get; } = new("Hébergeur Dupont SARL", "303265045", "FR40303265045")
    {
        Siret = "30326504500011",
        Street = "12 rue des Lilas",
        Postcode = "69003",
        City = "Lyon",
    };

    /// <summary>The company whose books are kept.</summary>
    public static SampleParty Client { get; } = new("Arcodange Exemple SAS", "424761419", "FR22424761419");

    /// <summary>The demo's invoice: 29.33 net, 5.87 VAT, 35.20 gross.</summary>
    public static SampleInvoice Hosting { get; } = new()
    {
        Number = "F-2026-1",
        IssueDate = new DateOnly(2026, 11, 20),
        DueDate = new DateOnly(2026, 12, 20),
        Seller = Dupont,
        Buyer = Client,
        Iban = "FR7630006000011234567890189",
        Lines =
        [
            new("VPS", 2, 10.50m, 20) { Unit = "MON" },
            new("Nom de domaine", 1, 8.33m, 20),
        ],
    };

    /// <summary>Several VAT rates, and lines whose VAT has to be rounded.</summary>
    public static SampleInvoice Mixed { get; } = Hosting with
    {
        Number = "F-2026-2",
        Lines =
        [
            new("Location de salle", 1, 133.33m, 20),
            new("Plateaux-repas", 7, 12.99m, 10),
            new("Livres", 3, 9.47m, 5.5m),
            new("Timbres", 12, 1.39m, 0),
        ],
    };
}
