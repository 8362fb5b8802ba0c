// Holds a site's entities against FollowTheMoney's own model: check.mjs FILE
//
// First the model is tried: each line of broken.jsonl is an entity with one thing wrong, which must be found.
import { readFile } from "node:fs/promises";
import { faults } from "./model.mjs";

const lines = async (file) => (await readFile(file, "utf8")).split("\n").filter(Boolean).map((line) => JSON.parse(line));
const failed = [];

const sound = await lines(new URL("sound.jsonl", import.meta.url));
for (const fault of faults(sound)) failed.push(`sound.jsonl: ${fault}`);
for (const { wrong, ...entity } of await lines(new URL("broken.jsonl", import.meta.url))) {
  const found = faults([...sound.filter((other) => other.id !== entity.id || wrong === "stands twice"), entity]);
  if (!found.some((fault) => fault === `${entity.id}: ${wrong}`))
    failed.push(`broken.jsonl: "${wrong}" was not found, but: ${found.join("; ") || "nothing"}`);
}

const [file] = process.argv.slice(2);
const entities = await lines(file);
if (entities.length === 0) failed.push(`${file} has no entity`);
for (const fault of faults(entities)) failed.push(fault);

const count = {};
for (const { schema } of entities) count[schema] = (count[schema] ?? 0) + 1;
for (const line of failed.slice(0, 40)) console.log(`FAILED ${line}`);
console.log(`${file}: ${Object.entries(count).map(([schema, number]) => `${number} ${schema}`).join(", ")}; ${failed.length} failed`);
if (failed.length) process.exitCode = 1;
