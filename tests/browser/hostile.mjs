// A site of hostile text, looked at as a browser takes it: hostile.mjs HOSTILE_SITE GOOD_SITE
//
// No script of the record runs, no element, attribute or request comes from its text, on any page and in any feed.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { check, launch, report, serve } from "./browser.mjs";
import { kinds, languages } from "./pages.mjs";

const [hostile, good] = process.argv.slice(2);
const browser = await launch();

/** What a page is made of: elements, attributes, schemes of addresses, scripts, and whether something ran. */
const look = () => {
  const elements = new Set(), attributes = new Set(), schemes = new Set();
  let scripts = 0;
  for (const element of document.querySelectorAll("*")) {
    elements.add(element.localName);
    for (const { name, value } of element.attributes) {
      attributes.add(name);
      if (["href", "src", "action", "formaction", "xlink:href"].includes(name)) schemes.add(new URL(value, location.href).protocol);
    }
    if (element.localName === "script" && element.type !== "application/ld+json") scripts += 1;
  }
  return { elements: [...elements], attributes: [...attributes], schemes: [...schemes], scripts, hacked: "hacked" in globalThis };
};

/** Elements and attributes of a site without a hostile word: nothing else may stand in the other one. */
async function known() {
  const server = await serve(good);
  const page = await browser.newPage();
  const elements = new Set(["pre", "code", "strong", "em", "hr", "blockquote", "ul", "ol", "li", "h2", "h3", "h4", "h5", "h6", "p", "a", "br", "q", "details", "summary"]);
  const attributes = new Set(["start", "title", "dir"]);
  // The home page of every language: a draft says so in a notice of its own.
  const homes = (await languages(good)).map((language) => `${language}index.html`);
  for (const path of new Set([...(await kinds(good)), ...homes])) {
    await page.goto(server.base + path);
    const found = await page.evaluate(look);
    found.elements.forEach((name) => elements.add(name));
    found.attributes.forEach((name) => attributes.add(name));
  }
  await page.close();
  server.close();
  return { elements, attributes };
}

const allowed = await known();
const server = await serve(hostile);
const context = await browser.newContext();
const page = await context.newPage();
const strange = [];
page.on("dialog", (dialog) => { strange.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
page.on("request", (request) => request.url().startsWith(server.base) || request.url().startsWith("about:") || strange.push(`request of ${request.url()}`));
page.on("framenavigated", (frame) => frame === page.mainFrame() || strange.push("a frame"));

const tests = [];
const people = (await readdir(join(hostile, "people"))).map((file) => `people/${file}`);
for (const language of await languages(hostile))
  for (const path of new Set([...(await kinds(hostile)), ...(language === "" ? people : [])]))
    tests.push([language + path, async () => {
      strange.length = 0;
      await page.goto(server.base + language + path);
      const found = await page.evaluate(look);
      check(!found.hacked, "a script of the record ran");
      check(found.scripts <= (path === "list.html" ? 1 : 0), `${found.scripts} scripts`);
      for (const name of found.elements) check(allowed.elements.has(name), `an element <${name}>`);
      for (const name of found.attributes) check(allowed.attributes.has(name) && !/^on|^style$/.test(name), `an attribute ${name}`);
      for (const scheme of found.schemes) check(["http:", "https:", "mailto:"].includes(scheme), `an address with ${scheme}`);
      check(page.url() === server.base + language + path, `went to ${page.url()}`);
      check(strange.length === 0, strange.join("; "));
    }]);

// Feeds are shown by readers that may run what they find: an entry is set into a page without any policy.
for (const file of ["changes", "corrections", "status"])
  tests.push([`the entries of feeds/${file}.json`, async () => {
    const { items } = JSON.parse(await readFile(join(hostile, `feeds/${file}.json`), "utf8"));
    strange.length = 0;
    await page.goto("about:blank");
    await page.setContent(`<main>${items.map((item) => `<article>${item.content_html}</article>`).join("")}</main>`);
    const found = await page.evaluate(look);
    check(!found.hacked && strange.length === 0, `something ran: ${strange.join("; ")}`);
    for (const name of found.elements)
      check(["html", "head", "body", "main", "article", "p", "ul", "li", "strong", "a"].includes(name), `an element <${name}>`);
    check((await page.locator("article").count()) === items.length, "an entry ends another");
  }]);

await report("hostile text, thirty kinds", tests);
await browser.close();
server.close();
