// A list of several pages, with script, without, and from a file: long.mjs SITE
//
// The site is one of made-up people (tests/bench/made_up_list.py), more than two pages of them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { check, idsIn, launch, leave, reportTasks, visit as come, ways } from "./browser.mjs";

const site = process.argv[2];
const people = (await readFile(join(site, "data/people.jsonl"), "utf8")).trim().split("\n").map((line) => JSON.parse(line));
const { ways: all, close } = await ways(site);
const browser = await launch();

const visit = (way, path) => come(browser, way, path);
const rows = (page) => idsIn(page.locator("main tbody tr:visible a[href*='people/']"));
const found = (page) => page.locator("#find-found").textContent();
const said = (page, pattern) => page.waitForFunction((text) => new RegExp(text).test(document.getElementById("find-found").textContent), pattern);
const pagesOf = (page) => page.locator("main nav ul a[aria-current], main nav ul a[href*='/2.html'], main nav ul a[href*='/3.html']");

const same = (ids, expected, what) => {
  const wanted = expected.map((one) => one.id).sort().join(" ");
  check([...ids].sort().join(" ") === wanted, `${what}: ${ids.length} people, expected ${expected.length}`);
};

/** Everybody on the pages of a list, one after the other. */
async function walk(way, first) {
  const ids = [];
  const page = await visit(way, first);
  for (let number = 1; ; number += 1) {
    const here = await rows(page);
    check(here.length > 0 && here.length <= 250, `page ${number} has ${here.length} people`);
    ids.push(...here);
    const next = page.locator("main nav ul a", { hasText: new RegExp(`\\b${number + 1}$`) });
    if ((await next.count()) === 0) break;
    await Promise.all([page.waitForLoadState("domcontentloaded"), next.click()]);
    check(page.url().endsWith(`/${number + 1}.html`), `came to ${page.url()}`);
  }
  await leave(page);
  return ids;
}

const last = people.at(-1);
const region = people[0].region;

/** The only act of this list closes the case of some; nothing is better for the others. */
const isToBeClosed = (one) => one.amnesty.some((act) => act.assessed.some((charge) => charge.outcome === "case_closed"));

const tasks = {
  "the pages have everybody once": async (way) => {
    const ids = await walk(way, "list.html");
    check(new Set(ids).size === ids.length, "somebody stands twice");
    same(ids, people, "on all pages");
  },
  "the pages of a filter have everybody whom it fits": async (way) => {
    same(await walk(way, "sex/male.html"), people.filter((one) => one.sex === "male"), "men");
    same(await walk(way, "assessment/case_closed.html"), people.filter(isToBeClosed), "whose case the act closes");
  },
  "a name is found that stands on a later page": async (way) => {
    if (!way.script) return;
    const page = await visit(way, "list.html");
    await page.locator("#find-name").fill(last.name);
    await said(page, "^Shown: \\d+ of " + people.length);
    check((await rows(page)).includes(last.id), `"${last.name}" does not find ${last.id}`);
    check((await pagesOf(page).filter({ visible: true }).count()) === 0, "the way to other pages stands below what was found");
    await Promise.all([page.waitForURL(/people/), page.locator(`main tbody tr:visible a[href$='people/${last.id}.html']`).click()]);
    check(page.url().includes(`people/${last.id}.html`), `came to ${page.url()}`);
    await leave(page);
  },
  "a filter sees the whole list, and clearing it brings the page back": async (way) => {
    if (!way.script) return;
    const page = await visit(way, "list.html");
    const before = await rows(page);
    await page.locator("#find details summary").click();
    await page.locator("#find-region").selectOption(await page.locator(`#find-region option[data-code='${region}']`).getAttribute("value"));
    await said(page, "^Shown: \\d+ of");
    same(await rows(page), people.filter((one) => one.region === region), "in the region");
    await page.locator("#find-order").selectOption("name");
    const names = await page.locator("main tbody tr:visible th a").evaluateAll((links) => links.map((link) => link.textContent));
    check(names.join("|") === [...names].sort((a, b) => a.localeCompare(b, "en")).join("|"), "not in the order of names");
    await page.reload();
    await said(page, "^Shown: \\d+ of");
    same(await rows(page), people.filter((one) => one.region === region), "by the address alone");
    await page.locator("#find button[type='reset']").click();
    await page.waitForFunction(() => !document.getElementById("find-found").textContent);
    check(JSON.stringify(await rows(page)) === JSON.stringify(before), "the first page does not come back");
    await leave(page);
  },
  "what the law says can be asked of the whole list, and what the court did": async (way) => {
    if (!way.script) return;
    const page = await visit(way, "list.html");
    await page.locator("#find details summary").click();
    const choose = async (select, code) =>
      page.locator(select).selectOption(await page.locator(`${select} option[data-code='${code}']`).getAttribute("value"));
    const refused = people.filter((one) => one.amnesty.some((act) => act.decision === "refused"));
    const outcome = refused[0].amnesty[0].assessed[0].outcome;
    await choose("#find-amnesty", "refused");
    await choose("#find-assessment", outcome);
    await said(page, "^Shown: " + refused.length + " of");
    same(await rows(page), refused, "by both filters");
    await leave(page);
  },
  "more than can be shown is said": async (way) => {
    if (!way.script) return;
    const page = await visit(way, "list.html");
    await page.locator("#find details summary").click();
    await page.locator("#find-order").selectOption("since");
    await said(page, "^Shown: \\d+ of");
    check((await rows(page)).length === 500, "not the first 500");
    check(/500/.test(await found(page)), "it is not said that there are more");
    await leave(page);
  },
};

await reportTasks("a list of several pages, three ways", all, tasks);
await browser.close();
close();
