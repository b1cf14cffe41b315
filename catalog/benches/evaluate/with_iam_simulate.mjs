// Decides requests with @cloud-copilot/iam-simulate, and prints how many seconds a decision took.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [, , peers, folder, principal, ...requests] = process.argv;
const { runSimulation } = createRequire(path.join(peers, "x"))("@cloud-copilot/iam-simulate");

const identityPolicies = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, policy: JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")) }));
const simulations = requests.map((text) => {
  const [action, resource] = text.split(" ");
  const contextVariables = { "aws:SecureTransport": "true", "aws:SourceIp": "203.0.113.7" };
  return {
    request: { principal, action, resource: { resource, accountId: "111122223333" }, contextVariables },
    identityPolicies,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
});
const decide = async (rounds) => {
  for (let round = 0; round < rounds; round++) {
    for (const simulation of simulations) await runSimulation(simulation, {});
  }
};
// Warm up, so that the just-in-time compiler has finished.
await decide(20);
const rounds = 20;
const start = performance.now();
await decide(rounds);
console.log((performance.now() - start) / 1000 / rounds / simulations.length);
