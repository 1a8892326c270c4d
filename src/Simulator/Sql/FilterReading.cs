namespace DolibarrAgent.Simulator;

/// <summary>What reading a filter gives.</summary>
internal abstract record FilterReading
{
    private FilterReading()
    {
    }

    /// <summary>A condition, and the statement that it makes.</summary>
    public sealed record Statement(Condition Condition, string Sql) : FilterReading;

    /// <summary>Dolibarr itself refuses it, with 400.</summary>
    public sealed record NoFilter(string Fault) : FilterReading;

    /// <summary>Dolibarr lets it through and PostgreSQL refuses it.</summary>
    public sealed record Broken(SqlError Error) : FilterReading;
}
