using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>All fields of a resource. Closed: Dolibarr silently takes any property, so nothing that is not here is sent.</summary>
public sealed class FieldSet
{
    private readonly ImmutableArray<Field> fields;

    public FieldSet(params ImmutableArray<Field> fields) => this.fields = fields;

    public ImmutableArray<Field> All => fields;

    public Field? this[string name] => fields.FirstOrDefault(rule => rule.Name == name);

    /// <summary>What is wrong with fields that an operation asks for. <paramref name="place"/> is <c>op2.set</c>.</summary>
    public IEnumerable<Problem> Check(Fields asked, string place)
    {
        foreach (var (name, value) in asked)
        {
            var at = $"{place}.{name}";
            if (this[name] is not { Settable: true } rule)
            {
                yield return new Problem(Codes.UnknownField, at, $"'{name}' is not a field that can be set here.", $"Use only: {string.Join(", ", fields.Where(r => r.Settable).Select(r => r.Name))}.");
                continue;
            }
            foreach (var problem in FieldForm.Check(rule, value, at))
            {
                yield return problem;
            }
        }
    }

    /// <summary>Where what is held differs from what is expected, in the fields that are expected. Fields drawn by each target are left out.</summary>
    public ImmutableArray<Difference> Differences(Fields expected, Fields held)
    {
        var differences = ImmutableArray.CreateBuilder<Difference>();
        foreach (var (name, value) in expected)
        {
            if (this[name] is { Drawn: false } rule)
            {
                Compare(rule, value, held[name], differences);
            }
        }
        return differences.ToImmutable();
    }

    /// <summary>What a field holds, as a person reads it and as a digest takes it: independent of how it happened to be spelled.</summary>
    public string Words(string name, FieldValue? value) => value switch
    {
        null => "",
        FieldValue.Text text => this[name] is { } rule ? Normal.Of(rule.Type, text.Value) : text.Value,
        FieldValue.Flag flag => flag.Value ? "yes" : "no",
        FieldValue.To to => to.Reference.ToString() ?? "",
        FieldValue.Rows rows => string.Join(" | ", rows.Items.Select(row => string.Join(", ", row.Select(f => $"{f.Key} {this[name]?.Row?.Words(f.Key, f.Value)}")))),
        _ => "",
    };

    private void Compare(Field rule, FieldValue expected, FieldValue? held, ImmutableArray<Difference>.Builder differences)
    {
        switch (expected)
        {
            // Which object is meant is settled by binding references, not by comparing their words.
            case FieldValue.To:
                return;
            case FieldValue.Rows rows:
                CompareRows(rule, rows.Items, held is FieldValue.Rows other ? other.Items : [], differences);
                return;
            default:
                var (wanted, found) = (Words(rule.Name, expected), Words(rule.Name, held));
                if (!string.Equals(wanted, found, StringComparison.Ordinal))
                {
                    differences.Add(new Difference(rule.Name, wanted, found));
                }
                return;
        }
    }

    private static void CompareRows(Field rule, ImmutableArray<Fields> expected, ImmutableArray<Fields> held, ImmutableArray<Difference>.Builder differences)
    {
        if (expected.Length != held.Length)
        {
            differences.Add(new Difference(rule.Name, Count(expected.Length), Count(held.Length)));
            return;
        }
        for (var i = 0; i < expected.Length; i++)
        {
            foreach (var difference in rule.Row!.Differences(expected[i], held[i]))
            {
                differences.Add(difference with { Field = string.Create(CultureInfo.InvariantCulture, $"{rule.Name}[{i + 1}].{difference.Field}") });
            }
        }
    }

    private static string Count(int rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "row" : "rows")}");
}

/// <summary>One field that is not as expected; both values in words.</summary>
public sealed record Difference(string Field, string Expected, string Found)
{
    public override string ToString() => $"{Field} is '{Found}', not '{Expected}'";
}
