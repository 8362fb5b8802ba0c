// Eleven things that people come for, each with script, without, and from a file: tasks.mjs SITE
//
// What must be found is read from the site's own downloads, so the tests hold for every list that has such people.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { check, idsIn, launch, leave, reportTasks, visit as come, ways } from "./browser.mjs";

const site = process.argv[2];
const read = (path) => readFile(join(site, path), "utf8");
const lines = (text) => text.trim().split("\n").map((line) => JSON.parse(line));

const people = lines(await read("data/people.jsonl"));
const versions = lines(await read("data/versions.jsonl"));
const newest = versions.at(-1).number;
const subject = people.find((person) => person.also.length > 0) ?? people[0];
const spelling = subject.also[0] ?? subject.name;
const released = people.filter((person) => person.amnesty.some((amnesty) => amnesty.decision === "granted"));
const helps = ["conviction_lifted", "case_closed", "freed", "reduced"];
/** A charge that was dropped, and led to no sentence, is no matter of an act. */
const stands = (one, assessed) =>
  one.charges.some((charge) => `${charge.law}:${charge.article}` === assessed.charge && (charge.live || charge.convicted));
/** Whose term an act reduces, in one of its readings at least, and nothing better. */
const isToBeReduced = (one) => one.amnesty.some((act) => {
  const says = act.assessed.filter((charge) => stands(one, charge))
    .flatMap((charge) => [charge.outcome, ...Object.values(charge.readings ?? {})]);
  return helps.find((outcome) => says.includes(outcome)) === "reduced";
});
const refused = people.filter((one) => isToBeReduced(one) && one.amnesty.some((amnesty) => amnesty.decision === "refused"));
const article = "405";
const charged = people.filter((person) => person.charges.some((charge) => charge.article.split(".")[0] === article));
const byRegion = new Map();
for (const person of charged) byRegion.set(person.region, [...(byRegion.get(person.region) ?? []), person]);
const [region, wanted] = [...byRegion].sort((a, b) => b[1].length - a[1].length)[0] ?? [null, []];

const { ways: all, close } = await ways(site);
const browser = await launch();

const visit = (way, path) => come(browser, way, path);
const person = (one) => `people/${one.id}.html`;
const ids = async (links) => (await idsIn(links)).sort();

/** The people whose rows can be seen now. */
const seen = (page) => ids(page.locator("main tbody tr:visible a[href*='people/']"));
const same = (found, expected, what) =>
  check(JSON.stringify(found) === JSON.stringify(expected.map((one) => one.id).sort()),
        `${what}: found ${found.join(" ")}, expected ${expected.map((one) => one.id).sort().join(" ")}`);

async function follow(page, link) {
  check((await link.count()) > 0, "a link is missing");
  await Promise.all([page.waitForLoadState("domcontentloaded"), link.first().click()]);
}

/** Whose term the law reduces, and to whom of them a court refused it. */
async function lawAndCourt(way) {
  check(refused.length > 0, "there is nobody to look for");
  const page = await visit(way, "list.html");
  if (way.script) {
    await page.locator("#find details summary").click();
    for (const [select, code] of [["#find-assessment", "reduced"], ["#find-amnesty", "refused"]])
      await page.locator(select).selectOption(await page.locator(`${select} option[data-code='${code}']`).getAttribute("value"));
    same(await seen(page), refused, "by two filters");
  } else {
    await follow(page, page.locator("main nav a[href$='#assessment']"));
    await follow(page, page.locator("main a[href='assessment/reduced.html']"));
    same(await seen(page), people.filter(isToBeReduced), "on the page of the assessment");
    same(await ids(page.locator("main tbody tr", { has: page.locator("a[href$='amnesty/refused.html']") }).locator("a[href*='people/']")),
         refused, "with the court's refusal beside");
    await follow(page, page.locator("main a[href$='method.html']"));
    check(page.url().endsWith("method.html"), `came to ${page.url()}`);
  }
  await leave(page);
}

const tasks = {
  "find a person by another spelling": async (way) => {
    let page = await visit(way, "list.html");
    if (way.script) {
      await page.locator("#find-name").fill(spelling);
      const found = await seen(page);
      check(found.includes(subject.id), `"${spelling}" does not find ${subject.id}`);
      check(found.length <= Math.max(3, people.length / 4), `"${spelling}" finds ${found.length} people`);
      check((await page.locator("#find-found").textContent()).includes(String(found.length)), "the number found is not said");
      await follow(page, page.locator(`main tbody tr:visible a[href$='${person(subject)}']`));
    } else {
      await follow(page, page.locator("main a[href='names.html']"));
      await follow(page, page.locator(`main a[href$='${person(subject)}']`, { hasText: spelling.split(" ").at(-1) }));
    }
    check(page.url().includes(person(subject)), `came to ${page.url()}`);
    check((await page.locator("main").textContent()).includes(spelling), "the page does not have the spelling");
    await leave(page);
  },

  "who was released by the amnesty": async (way) => {
    const page = await visit(way, "list.html");
    if (way.script) {
      await page.locator("#find details summary").click();
      await page.locator("#find-amnesty").selectOption(await page.locator("#find-amnesty option[data-code='granted']").getAttribute("value"));
      same(await seen(page), released, "by the filter");
    } else {
      await follow(page, page.locator("main nav a[href$='#amnesty']"));
      await follow(page, page.locator("main a[href='amnesty/granted.html']"));
      same(await seen(page), released, "on the page of the amnesty");
    }
    await leave(page);
    await lawAndCourt(way);
  },

  "everyone under one article in one region": async (way) => {
    check(wanted.length > 0, `nobody is charged under article ${article}`);
    const page = await visit(way, "list.html");
    if (way.script) {
      await page.locator("#find details summary").click();
      const value = async (select, code) => page.locator(`${select} option[data-code='${code}']`).getAttribute("value");
      const code = await page.locator("#find-article option").evaluateAll(
        (options, number) => options.map((option) => option.dataset.code ?? "").find((of) => of.split(/[:.]/).at(-1) === number), article);
      await page.locator("#find-article").selectOption(await value("#find-article", code));
      await page.locator("#find-region").selectOption(await value("#find-region", region));
      same(await seen(page), wanted, "by two filters");
    } else {
      await follow(page, page.locator("main nav a[href$='#article']"));
      await follow(page, page.locator(`main a[href^='charged/'][href$='${article}.html']`));
      const byArticle = await seen(page);
      same(byArticle, charged, "on the article's page");
      await page.goto(`${way.base}regions/${region}.html`);
      const both = (await ids(page.locator("main a[href*='people/']"))).filter((id) => byArticle.includes(id));
      same(both, wanted, "on both pages");
    }
    await leave(page);
  },

  "what changed in a version": async (way) => {
    const page = await visit(way, "changes.html");
    await follow(page, page.locator(`main a[href$='versions/${newest}.html']`));
    check((await page.locator("h1").textContent()).includes(String(newest)), "it is another version");
    const text = await page.locator("main").innerText();
    check(/Added:|Changed:|Removed:/.test(text), "changes are not told in words");
    const { current } = JSON.parse(await read(`data/versions/${String(newest).padStart(6, "0")}.json`)).headline.deprived;
    check(new RegExp(`=\\s*${current}\\b`).test(text), `the sum does not end in ${current}`);
    await leave(page);
  },

  "subscribe": async (way) => {
    const page = await visit(way, person(subject));
    const feeds = await page.locator("head link[rel='alternate'][type]").evaluateAll((links) => links.map((link) => [link.type, link.href]));
    for (const type of ["application/atom+xml", "application/rss+xml", "application/feed+json"]) {
      const own = feeds.find(([of, address]) => of === type && address.includes(`feeds/people/${subject.id}.`));
      check(own, `no ${type} of the person`);
      const text = await read(decodeURIComponent(own[1].slice(way.base.length)));
      check(text.includes(`person/${subject.id}/version/`), `${own[1]} has no entry of the person`);
    }
    await page.goto(way.base + "feeds.html");
    for (const path of ["feeds/changes.atom", "feeds/corrections.xml", "feeds/status.json", "feeds/hearings.ics", "feeds/feeds.opml"])
      check((await page.locator(`main a[href='${path}']`).count()) > 0, `the page of feeds does not have ${path}`);
    await leave(page);
  },

  "cite": async (way) => {
    const page = await visit(way, person(subject));
    const text = await page.locator("section[aria-labelledby='cite']").innerText();
    for (const sign of [`people/${subject.id}.html`, `ru/people/${subject.id}.html`, `kk/people/${subject.id}.html`])
      check(text.includes(sign), `no address ${sign}`);
    // The version that changed the page last, as its foot names it.
    const [, version] = /versions\/(\d+)\.html/.exec(await page.locator("body > footer a[href*='versions/']").getAttribute("href"));
    check(Number(version) >= 1 && Number(version) <= newest, `there is no version ${version}`);
    check((await page.locator(`section[aria-labelledby='cite'] a[href$='versions/${version}.html']`).count()) > 0, "the version has no link");
    check((text.match(new RegExp(`\\b${version}\\b`, "g")) ?? []).length >= 3, "the version is not pinned in three languages");
    await leave(page);
  },

  "download": async (way) => {
    const page = await visit(way, "downloads.html");
    const links = await page.locator("main a[href^='data/']").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const path of ["data/people.csv", "data/spreadsheet/people.csv", "data/people.jsonl", "data/datapackage.json", "data/list.sqlite", "data/site.zip"])
      check(links.includes(path), `no link to ${path}`);
    for (const path of links) check((await readFile(join(site, path))).length > 0, `${path} is empty`);
    check((await read("data/people.csv")).split("\r\n").length === people.length + 2, "the table has another number of people");
    await leave(page);
  },

  "print": async (way) => {
    const page = await visit(way, person(subject));
    await page.emulateMedia({ media: "print" });
    check(!(await page.locator("header nav").first().isVisible()), "the navigation is printed");
    check(await page.locator("h1").isVisible(), "the name is not printed");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    check(pdf.subarray(0, 5).toString() === "%PDF-", "no PDF");
    await leave(page);
  },

  "what is folded": async (way) => {
    const page = await visit(way, "sources.html");
    const id = await page.locator("details:not([open]) section.source").first().getAttribute("id");
    const inside = page.locator("#" + id);
    check(!(await inside.isVisible()), "what is folded can be seen");
    await page.emulateMedia({ media: "print" });
    check(await inside.isVisible(), "what is folded is not printed");
    await page.emulateMedia({ media: "screen" });
    await page.goto(way.base + "sources.html#" + id);
    check(await inside.isVisible(), "a link does not unfold what it leads to");
    await leave(page);
  },

  "change the language": async (way) => {
    const page = await visit(way, person(subject));
    for (const language of ["ru", "kk", "en"]) {
      await follow(page, page.locator(`header a[hreflang='${language}']`));
      const path = (language === "en" ? "" : language + "/") + person(subject);
      check(page.url() === way.base + path, `${language} leads to ${page.url()}`);
      check((await page.locator("html").getAttribute("lang")) === language, `the page does not say that it is ${language}`);
    }
    await leave(page);
  },

  "read a timeline with the keyboard": async (way) => {
    const page = await visit(way, person(subject));
    const focus = () => page.evaluate(() => {
      const on = document.activeElement;
      const box = on.getBoundingClientRect();
      const style = getComputedStyle(on);
      return { inTimeline: !!on.closest("section[aria-labelledby='timeline']"), tag: on.tagName, text: on.textContent.trim().slice(0, 60),
               ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
               inView: box.bottom > 0 && box.top < innerHeight && box.width > 0 };
    });
    await page.keyboard.press("Tab");
    check((await focus()).text.length > 0, "the first stop is nothing");
    await page.keyboard.press("Enter"); // past the navigation
    check(page.url().endsWith("#main"), "the first stop does not skip the navigation");
    let stops = 0, rows = 0, last = "";
    for (; stops < 400; stops += 1) {
      await page.keyboard.press("Tab");
      const at = await focus();
      if (at.tag === "BODY") break;
      check(at.ring, `no ring around "${at.text}"`);
      check(at.inView, `"${at.text}" has the focus and cannot be seen`);
      if (at.inTimeline) rows += 1;
      if (rows > 0 && !at.inTimeline) { last = at.text; break; }
    }
    check(rows > 0, "no link of the timeline has the focus at any stop");
    check(stops < 400, "the keyboard does not come out of the page");
    check((await page.locator("section[aria-labelledby='timeline'] li").count()) > 0, "the timeline is no list");
    await leave(page);
  },
};

await reportTasks("eleven tasks, three ways", all, tasks);
await browser.close();
close();
