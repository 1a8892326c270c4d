using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DolibarrAgent.Samples;

/// <summary>The visible page of a sample: A4, in French, as a small supplier would print it.</summary>
internal sealed class SamplePage
{
    private readonly StringBuilder content = new();

    public static string Of(SampleInvoice invoice)
    {
        var page = new SamplePage();
        page.Write(invoice);
        return page.content.ToString();
    }

    private void Write(SampleInvoice invoice)
    {
        var title = invoice.TypeCode switch { "381" => "Avoir", "386" => "Facture d’acompte", _ => "Facture" };
        Bold(50, 780, 18, $"{title} {invoice.Number}");
        Plain(50, 756, $"Date : {Day(invoice.IssueDate)}");
        if (invoice.DueDate is { } due)
        {
            Plain(50, 741, $"Échéance : {Day(due)}");
        }

        Party(50, 705, invoice.Seller);
        Party(330, 705, invoice.Buyer);
        var y = Table(invoice, 590);
        Totals(invoice, y - 10);
        if (invoice.Iban is not null)
        {
            Plain(50, 80, $"Paiement par virement : {Grouped(invoice.Iban)}");
        }

        Plain(50, 60, "Facture électronique Factur-X : les mêmes données sont jointes à ce fichier (factur-x.xml).");
    }

    private void Party(int x, int y, SampleParty party)
    {
        Bold(x, y, 11, party.Name);
        Plain(x, y - 15, party.Street);
        Plain(x, y - 29, $"{party.Postcode} {party.City}, {party.Country}");
        Plain(x, y - 43, $"SIREN {party.Siren}");
        Plain(x, y - 57, $"TVA {party.VatId}");
    }

    private int Table(SampleInvoice invoice, int y)
    {
        Row(y, true, ["Désignation", "Quantité", "Prix unitaire", "TVA", "Montant HT"]);
        Rule(y - 5);
        foreach (var line in invoice.Lines.Take(24))
        {
            y -= 16;
            Row(y, false, [line.Name, Number(line.Quantity), Number(line.UnitPrice), $"{Number(line.VatRate)} %", Amount(line.Net)]);
        }

        if (invoice.Lines.Count > 24)
        {
            y -= 16;
            Plain(50, y, $"et {(invoice.Lines.Count - 24).ToString(CultureInfo.InvariantCulture)} autres lignes, voir le fichier joint");
        }

        Rule(y - 5);
        return y - 5;
    }

    private void Totals(SampleInvoice invoice, int y)
    {
        y -= 14;
        Row(y, false, ["", "", "Total HT", "", Amount(invoice.Net)]);
        foreach (var (rate, basis, vat) in invoice.VatByRate)
        {
            y -= 14;
            Row(y, false, ["", "", $"TVA {Number(rate)} % sur {Amount(basis)}", "", Amount(vat)]);
        }

        y -= 16;
        Row(y, true, ["", "", "Total TTC", "", $"{Amount(invoice.Gross)} {invoice.Currency}"]);
    }

    private void Row(int y, bool bold, IReadOnlyList<string> cells)
    {
        int[] columns = [50, 290, 350, 450, 490];
        for (var i = 0; i < cells.Count; i++)
        {
            Show(bold ? "F2" : "F1", bold ? 10 : 9, (columns[i], y), cells[i].Length > 48 ? cells[i][..45] + "..." : cells[i]);
        }
    }

    private void Plain(int x, int y, string text) => Show("F1", 10, (x, y), text);

    private void Bold(int x, int y, int size, string text) => Show("F2", size, (x, y), text);

    private void Show(string font, int size, (int X, int Y) at, string text)
    {
        if (text.Length > 0)
        {
            content.Append(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf {at.X} {at.Y} Td {PdfBody.Text(text)} Tj ET\n");
        }
    }

    private void Rule(int y) => content.Append(CultureInfo.InvariantCulture, $"0.5 w 50 {y} m 545 {y} l S\n");

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Grouped(string iban) => string.Join(' ', iban.Chunk(4).Select(c => new string(c)));
}
