// What a page costs on a bad line: bytes as a host sends them (gzip), requests, layout shift: weight.mjs SITE
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { check, launch, report, serve } from "./browser.mjs";
import { kinds } from "./pages.mjs";

const site = process.argv[2];
const server = await serve(site);
const browser = await launch();
const limits = { "index.html": 60_000, people: 40_000 };
const figures = [];

/** Requests and layout shift of one visit on a narrow screen; without script, as most of those on bad lines read. */
async function visit(path, javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(server.base + path, { waitUntil: "load" });
  let shift = 0;
  if (javaScriptEnabled)
    shift = await page.evaluate(() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 50);
    }));
  await context.close();
  return { asked, shift };
}

async function gzipped(addresses) {
  let sum = 0;
  for (const address of addresses) {
    const path = decodeURIComponent(new URL(address).pathname).slice(1);
    sum += gzipSync(await readFile(join(site, path))).length;
  }
  return sum;
}

const tests = [];
for (const path of await kinds(site))
  tests.push([path, async () => {
    const { asked } = await visit(path, false);
    for (const address of asked) check(address.startsWith(server.base), `asks another host: ${address}`);
    const weight = await gzipped(asked);
    const limit = limits[path] ?? limits[path.split("/")[0]];
    if (limit) figures.push(`${path} ${(weight / 1000).toFixed(1)} kB`);
    check(!limit || weight <= limit, `${weight} bytes, at most ${limit}`);
    const { shift, asked: withScript } = await visit(path, true);
    for (const address of withScript) check(address.startsWith(server.base), `asks another host: ${address}`);
    check(shift < 0.001, `the layout shifts by ${shift}`);
  }]);
await report("weight and layout", tests);
console.log(`transferred without script: ${figures.join(", ")}`);
await browser.close();
server.close();
