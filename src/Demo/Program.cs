using DolibarrAgent.Demo;

// The person's clock and folder are the demo's only inputs.
var folder = Directory.CreateTempSubdirectory("dolibarr-agent-demo-").FullName;
return await new MainJob(folder, Console.Out, canAnswer: !Console.IsInputRedirected && !Console.IsOutputRedirected).PlayAsync();
