// Checks every policy in a directory with @cloud-copilot/iam-policy, and prints how many seconds it took.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [, , peers, folder] = process.argv;
const { validateIdentityPolicy } = createRequire(path.join(peers, "x"))("@cloud-copilot/iam-policy");

const names = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json"));
const texts = names.map((name) => fs.readFileSync(path.join(folder, name), "utf8"));
const check = () => texts.forEach((text) => validateIdentityPolicy(JSON.parse(text)));
// Warm up, so that the just-in-time compiler has finished.
for (let round = 0; round < 4; round++) check();
const start = performance.now();
check();
console.log((performance.now() - start) / 1000);
