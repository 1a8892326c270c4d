using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace DolibarrAgent.Fuzzing;

/// <summary>
/// Tries mutated inputs on one reader. <c>X_FUZZ</c> says how many (X is the project's prefix), <c>X_FUZZ_SEED</c> with
/// which random numbers, <c>X_FUZZ_ONLY</c> tries one again by its number. Each input is made from the seed and its own
/// number alone. A finding is written to <c>artifacts/fuzz</c>; while it runs, the number of the input that is being read stands
/// there too, for an input that ends the process can say nothing afterwards.
/// </summary>
internal sealed class FuzzRun(FuzzPlan plan, string prefix, string folder)
{
    private const int MostFindings = 5;

    // Not what a reading may take: beyond it the reader is taken to hang, and the run goes no further.
    private static readonly TimeSpan Abort = TimeSpan.FromMinutes(2);

    private readonly int seed = Number($"{prefix}_FUZZ_SEED") ?? 1;
    private readonly List<string> findings = [];
    private readonly List<string> slow = [];
    private (TimeSpan Time, int Input) slowest;
    private (long Bytes, int Input) largest;

    /// <summary>Tries them, gives a line of what was seen, and fails with the findings.</summary>
    public string Go(int few)
    {
        Directory.CreateDirectory(folder);
        var only = Number($"{prefix}_FUZZ_ONLY");
        var count = only is null ? Number($"{prefix}_FUZZ") ?? few : 1;
        using var place = new FileStream(Path.Combine(folder, $"{plan.Name}.now"), FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        for (var i = 0; i < count && findings.Count < MostFindings; i++)
        {
            One(only ?? i, place);
        }

        var line = string.Create(CultureInfo.InvariantCulture,
            $"{plan.Name,-16} {count,7} inputs from {plan.Seeds.Count,3} seeds, random seed {seed}: {findings.Count} findings; most processor time {slowest.Time.TotalMilliseconds:0} ms (input {slowest.Input}), most allocated {largest.Bytes / 1e6:0.0} MB (input {largest.Input}); {slow.Count} over a second{string.Concat(slow.Select(s => " " + s))}");
        Assert.True(findings.Count == 0, $"{line}\n{string.Join('\n', findings)}");
        return line;
    }

    private void One(int input, FileStream place)
    {
        place.Position = 0;
        place.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{prefix}_FUZZ_SEED={seed} {prefix}_FUZZ_ONLY={input}    \n")));
        var random = new Random(unchecked((seed * 1_000_003) + input));
        var (name, bytes) = plan.Seeds[random.Next(plan.Seeds.Count)];
        var mutated = plan.Mutate(bytes, random);
        var before = GC.GetTotalAllocatedBytes();
        var busy = Environment.CpuUsage.TotalTime;
        var reading = Task.Run(() => plan.Try(name, mutated));
        var ended = ((IAsyncResult)reading).AsyncWaitHandle.WaitOne(Abort);
        var (time, allocated) = (Environment.CpuUsage.TotalTime - busy, GC.GetTotalAllocatedBytes() - before);
        slowest = time > slowest.Time ? (time, input) : slowest;
        largest = allocated > largest.Bytes ? (allocated, input) : largest;
        if (time > TimeSpan.FromSeconds(1))
        {
            slow.Add(Keep(input, mutated, "slow"));
        }

        if (!ended)
        {
            findings.Add($"{Again(input, name)} hangs: {Keep(input, mutated, "hangs")}");
            throw new InvalidOperationException(string.Join('\n', findings));
        }

        if (reading.Exception is { } thrown)
        {
            findings.Add($"{Again(input, name)} throws: {Keep(input, mutated, "throws")}\n{thrown.InnerException}");
        }
        else if (allocated > plan.MostBytes && Peak(() => plan.Try(name, mutated)) is var peak && peak > plan.MostBytes)
        {
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"{Again(input, name)} holds {peak} bytes: {Keep(input, mutated, "large")}"));
        }
    }

    // Much that is allocated is given back at once: what is held is looked at in a second reading.
    private static long Peak(Action read)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reading = Task.Run(read);
        var peak = 0L;
        while (!((IAsyncResult)reading).AsyncWaitHandle.WaitOne(TimeSpan.FromMilliseconds(1)))
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        return peak;
    }

    private string Again(int input, string name) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_FUZZ_SEED={seed} {prefix}_FUZZ_ONLY={input} ({plan.Name}, from {name})");

    private string Keep(int input, byte[] bytes, string why)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{plan.Name}-{seed}-{input}-{why}.bin"));
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
