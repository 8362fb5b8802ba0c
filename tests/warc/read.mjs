// Reads a WARC of ours with a reader that we did not write (warcio): read.mjs WARC FOLDER
//
// FOLDER is what the server gave, under the paths of the addresses: every response must have exactly those bytes, and every
// digest that a record names must be that of what the reader found in it.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../npm/package.json", import.meta.url));
const { WARCParser } = require("warcio");
const [file, folder] = process.argv.slice(2);
const sha256 = (bytes) => "sha256:" + createHash("sha256").update(bytes).digest("hex");
const failed = [];
const check = (condition, what) => condition || failed.push(what);

const types = {};
const served = new Set();
for await (const record of WARCParser.iterRecords(createReadStream(file), { keepHeadersCase: true, parseHttp: true })) {
  const { warcType: type, warcTargetURI: address } = record;
  const field = (name) => record.warcHeaders.headers.get(name);
  types[type] = (types[type] ?? 0) + 1;
  check(record.warcHeaders.protocol === "WARC/1.1", `${type} ${address}: the version is ${record.warcHeaders.protocol}`);
  check(/^<urn:uuid:[0-9a-f-]{36}>$/.test(field("WARC-Record-ID")), `${type} ${address}: no identifier`);
  check(!Number.isNaN(Date.parse(field("WARC-Date"))), `${type} ${address}: no moment`);
  const payload = await record.readFully(false);
  if (field("WARC-Payload-Digest")) check(field("WARC-Payload-Digest") === sha256(payload), `${type} ${address}: another payload than its digest says`);
  if (type === "response") {
    const path = new URL(address).pathname;
    served.add(path.slice(1));
    const bytes = await readFile(join(folder, path));
    check(record.httpHeaders.statusCode === 200, `${address}: status ${record.httpHeaders.statusCode}`);
    check(bytes.equals(payload), `${address}: other bytes than were sent`);
  }
}
for (const name of await readdir(folder)) if (name.endsWith(".html")) check(served.has(name), `${name} is not in the file`);
for (const type of ["warcinfo", "request", "response", "metadata", "resource"]) check(types[type] > 0, `no record of type ${type}`);
for (const line of failed) console.log(`FAILED ${line}`);
console.log(`${file}: ${Object.entries(types).map(([type, count]) => `${count} ${type}`).join(", ")}; ${failed.length} failed`);
if (failed.length) process.exitCode = 1;
