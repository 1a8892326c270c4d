using System.Runtime.CompilerServices;

namespace DolibarrAgent.Review.Tests;

/// <summary>What a person has looked at and found good, kept beside the test as <c>*.approved.txt</c>. With <c>UPDATE_APPROVED=1</c> it is rewritten.</summary>
internal static class Approved
{
    public static void Check(string name, string text, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Approved", $"{name}.approved.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        File.Exists(file).Should().BeTrue($"{file} is to be approved: run with UPDATE_APPROVED=1 and look at it");
        text.Should().Be(File.ReadAllText(file), $"{Path.GetFileName(file)} was approved");
    }
}
