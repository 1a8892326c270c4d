namespace DolibarrAgent.Dolibarr;

/// <summary>What a signature is made for (the namespace of ssh-keygen, <c>-n</c>). One that was made for another purpose does not count.</summary>
public static class SignaturePurpose
{
    /// <summary>A person's, under the statement of a plan.</summary>
    public const string Statement = "dolibarr-changeset";

    /// <summary>A recorder's, under a changeset that it has finished.</summary>
    public const string Recorder = "dolibarr-recorder";
}
