namespace DolibarrAgent.Intake;

/// <summary>The ways to split a line, the ones to prefer first.</summary>
internal enum SplitWay
{
    /// <summary>10.00 into 9.98 and 0.02: one extra line.</summary>
    InTwo,

    /// <summary>0.02 into 0.03 and −0.01, where the amount is too small for any other: one extra line.</summary>
    InTwoOfBothSigns,

    /// <summary>Two extra lines.</summary>
    InThree,
}
