// Debian's Chromium on a built site: the ways that a reader can come to it, and one line an outcome.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../npm/package.json", import.meta.url));
export const { chromium } = require("playwright-core");
export const axeSource = () => readFile(require.resolve("axe-core/axe.min.js"), "utf8");

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".csv": "text/csv; charset=utf-8", ".xml": "application/rss+xml",
  ".atom": "application/atom+xml", ".ics": "text/calendar", ".zip": "application/zip",
};

/** Serves the folder below `prefix` of a free port on loopback, as a static host does. */
export async function serve(folder, prefix = "/") {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    try {
      let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
      if (!path.startsWith(prefix)) throw new Error("outside");
      if (path.endsWith("/")) path += "index.html";
      const file = normalize(join(root, path.slice(prefix.length)));
      if (!file.startsWith(root) || !(await stat(file)).isFile()) throw new Error("no file");
      const ending = file.slice(file.lastIndexOf("."));
      response.writeHead(200, { "content-type": types[ending] ?? "application/octet-stream" });
      response.end(await readFile(file));
    } catch {
      response.writeHead(404, { "content-type": "text/html" });
      response.end(await readFile(join(root, "404.html")).catch(() => ""));
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    // A sandbox of its own does not start as root in a container; the pages are ours and load nothing from elsewhere.
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
  });
}

/** The three ways: with script, without, and from a file (with script). */
export async function ways(folder) {
  const server = await serve(folder, "/list/");
  return {
    ways: [
      { name: "script", base: server.base, script: true },
      { name: "no script", base: server.base, script: false },
      { name: "file", base: pathToFileURL(resolve(folder)).href + "/", script: true },
    ],
    close: server.close,
  };
}

/** A page in the way given, with no request to any other host and no error in the console: `leave` says so. */
export async function visit(browser, way, path, options = {}) {
  const context = await browser.newContext({ javaScriptEnabled: way.script, viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  page.strange = [];
  page.on("request", (request) => request.url().startsWith(way.base) || page.strange.push(`request of ${request.url()}`));
  page.on("pageerror", (error) => page.strange.push(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && page.strange.push(`console: ${message.text()}`));
  page.on("dialog", (dialog) => page.strange.push(`dialog: ${dialog.message()}`));
  await page.goto(way.base + path);
  return page;
}

export async function leave(page) {
  const strange = page.strange.filter((what) => !what.includes("favicon"));
  await page.context().close();
  check(strange.length === 0, strange.slice(0, 3).join("; "));
}

/** The people that links lead to, each once, in the order of the page. */
export const idsIn = async (links) =>
  [...new Set((await links.evaluateAll((all) => all.map((link) => /people\/([^/#]+)\.html/.exec(link.getAttribute("href"))?.[1]))).filter(Boolean))];

/** Every task in every way: tasks by name, each a function of the way. */
export async function reportTasks(title, all, tasks) {
  const tests = [];
  for (const way of all) for (const [name, run] of Object.entries(tasks)) tests.push([`${name} (${way.name})`, () => run(way)]);
  await report(title, tests);
}

/** Says what differs; a check that fails ends its test. */
export function check(condition, what) {
  if (!condition) throw new Error(what);
}

/** Runs named tests one after the other; prints those that fail and one line of figures; sets the exit code. */
export async function report(title, tests) {
  const failed = [];
  let count = 0;
  for (const [name, run] of tests) {
    count += 1;
    try {
      await run();
    } catch (error) {
      failed.push(`${name}: ${String(error.message ?? error).split("\n").slice(0, 6).join("\n    ")}`);
    }
  }
  for (const line of failed) console.log(`FAILED ${line}`);
  console.log(`${title}: ${count} checks, ${failed.length} failed`);
  if (failed.length) process.exitCode = 1;
}
