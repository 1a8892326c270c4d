namespace DolibarrAgent.Changesets;

/// <summary>How an operation names an object, the same on every target: never by a number.</summary>
public abstract record Reference
{
    private Reference() { }

    /// <summary>The object that an earlier operation of this changeset creates.</summary>
    /// <param name="Operation">The id of that operation, <c>op1</c>.</param>
    public sealed record Created(string Operation) : Reference
    {
        public override string ToString() => Operation;
    }

    /// <summary>An object found by business keys. Every key must point to the same single object.</summary>
    /// <param name="Keys">Key names and values, <c>vatNumber</c> → <c>FR40303265045</c>; a key may itself be a reference.</param>
    public sealed record Found(Fields Keys) : Reference
    {
        public override string ToString() => string.Join(", ", Keys.Select(k => $"{k.Key} {Words(k.Value)}"));

        private static string Words(FieldValue value) => value switch
        {
            FieldValue.Text text => text.Value,
            FieldValue.To to => $"({to.Reference})",
            _ => "",
        };
    }
}
