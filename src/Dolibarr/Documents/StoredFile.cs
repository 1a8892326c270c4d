namespace DolibarrAgent.Dolibarr;

/// <summary>A file that hangs on an object.</summary>
/// <param name="Name">Its stored name; Dolibarr may have changed what was asked for.</param>
/// <param name="Size">Bytes.</param>
/// <param name="RelativePath">Where it is, for the download: <c>1/0/SI2611-0001/facture.pdf</c>. Moves when the invoice is validated.</param>
/// <param name="Md5">MD5 that Dolibarr took at upload, in lower-case hex; empty where it has none. Together with the size it shows an accident of an upload; what may have been forged is downloaded and hashed.</param>
public sealed record StoredFile(string Name, long Size, string RelativePath, string Md5);
