using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Intake;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// Reads, checks and fits mails with a large Factur-X, one after the other, and says what part of it is not parsing of PDF
/// and XML. Each mail is read whole, then its PDF is opened alone, its XML parsed alone, and what nobody can do without is
/// done alone: base64. All in turn, so that a slow moment meets all of them. Processor time, of all
/// threads: what one core takes, whatever else the machine does.
/// </summary>
internal sealed class IntakeBenchmark(TextWriter output)
{
    private const int Different = 8;
    private const int WarmUps = 40;

    private readonly CheckContext context = new(new DateOnly(2026, 11, 23));
    private readonly LargeMail[] mails = [.. Enumerable.Range(1, Different).Select(LargeMail.Make)];

    /// <summary>Gives the result's line.</summary>
    public string Run(int times, CancellationToken cancel)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            One(mails[i % Different], new Spent[4], cancel);
        }

        var rounds = new List<double[]>();
        var sums = new Spent[4];
        for (var i = 0; i < times; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var round = new Spent[4];
            One(mails[i % Different], round, cancel);
            rounds.Add([.. round.Select(s => s.Processor.TotalMilliseconds)]);
            for (var part = 0; part < sums.Length; part++)
            {
                sums[part] += round[part];
            }
        }

        return Tell(times, sums, rounds);
    }

    private void One(LargeMail mail, Spent[] spent, CancellationToken cancel)
    {
        spent[0] += Spent.On(() => ReadAndFit(mail.Bytes, cancel));
        spent[1] += Spent.On(() => Kept(PdfAttachments.Take(mail.Pdf, ReadLimits.Default).Files.Count));
        spent[2] += Spent.On(() => Kept(XmlTree.Read(mail.Xml, ReadLimits.Default).Root is null ? 0 : 1));
        spent[3] += Spent.On(() => Floor(mail));
    }

    private void ReadAndFit(byte[] mail, CancellationToken cancel)
    {
        var invoice = DocumentReader.Read("mail.eml", mail, ReadLimits.Default, cancel).Invoices.Single();
        if (!PreparedInvoice.Of(invoice, context, VatRounding.PerLine).Fit.Exact)
        {
            throw new BenchmarkException("A sample does not fit.");
        }
    }

    private static void Floor(LargeMail mail)
    {
        var decoded = GC.AllocateUninitializedArray<byte>(Base64.GetMaxDecodedFromUtf8Length(mail.Base64.Length));
        Base64.DecodeFromUtf8(mail.Base64, decoded, out _, out var written);
        Kept(decoded[0] + written);
    }

    private string Tell(int times, Spent[] sums, List<double[]> rounds)
    {
        var table = new Table("a mail", "processor ms", "median", "share", "wall ms");
        Row("read and fitted", 0);
        Row("of it: the PDF", 1);
        Row("of it: the XML", 2);
        var outside = sums[0].Processor - sums[1].Processor - sums[2].Processor;
        table.Add("of it: all else", Ms(outside / times), Ms(TimeSpan.FromMilliseconds(rounds.Select(r => r[0] - r[1] - r[2]).Median())), Share(outside), "");
        Row("base64 alone", 3);
        table.WriteTo(output);
        return string.Create(CultureInfo.InvariantCulture,
            $"intake: {times / sums[0].Processor.TotalSeconds:0} mails of {mails[0].Bytes.Length / 1e6:0.0} MB a second on one core, {outside / sums[0].Processor:0.0%} outside PDF and XML; with only base64 it would be {sums[3].Processor / (sums[1].Processor + sums[2].Processor + sums[3].Processor):0.0%}");

        void Row(string what, int part) => table.Add(what, Ms(sums[part].Processor / times), Ms(TimeSpan.FromMilliseconds(rounds.Select(r => r[part]).Median())), Share(sums[part].Processor), Ms(sums[part].Wall / times));

        string Share(TimeSpan time) => (time / sums[0].Processor).ToString("0.0%", CultureInfo.InvariantCulture);
    }

    private static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);

    // So that nothing is left out for being of no use.
    private static void Kept(int value) => kept = value;

    private static volatile int kept;

    private readonly record struct Spent(TimeSpan Processor, TimeSpan Wall)
    {
        public static Spent On(Action work)
        {
            var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            work();
            return new(Environment.CpuUsage.TotalTime - before, watch.Elapsed);
        }

        public static Spent operator +(Spent one, Spent other) => new(one.Processor + other.Processor, one.Wall + other.Wall);
    }
}
