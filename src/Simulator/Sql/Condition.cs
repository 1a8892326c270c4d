namespace DolibarrAgent.Simulator;

/// <summary>A filter after it was read: criteria held together by AND and OR.</summary>
internal abstract record Condition
{
    private Condition()
    {
    }

    public sealed record All(Condition Left, Condition Right) : Condition;

    public sealed record Any(Condition Left, Condition Right) : Condition;

    /// <param name="Column">The column, with its alias as it was written.</param>
    /// <param name="Operator"><c>=</c>, <c>&lt;&gt;</c>, <c>IN</c>, <c>LIKE</c>, …</param>
    /// <param name="Operand">What it is compared with.</param>
    public sealed record Criterion(string Column, string Operator, SqlOperand Operand) : Condition
    {
        /// <summary>Where the column stands in the statement.</summary>
        public int At { get; init; }
    }

    public IEnumerable<Criterion> Criteria => this switch
    {
        All all => all.Left.Criteria.Concat(all.Right.Criteria),
        Any any => any.Left.Criteria.Concat(any.Right.Criteria),
        Criterion criterion => [criterion],
        _ => [],
    };
}
