// Every kind of page in every language by axe-core (WCAG 2.2 AA and good practice), light; and in the default language dark,
// at 320 px and with reduced motion, where nothing may be wider than the window: access.mjs SITE
import { axeSource, check, launch, report, serve } from "./browser.mjs";
import { kinds, languages } from "./pages.mjs";

const site = process.argv[2];
const axe = await axeSource();
const server = await serve(site);
const browser = await launch();
const views = [
  { name: "wide, light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "320 px, dark", viewport: { width: 320, height: 640 }, colorScheme: "dark", reducedMotion: "reduce" },
];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const tests = [];
for (const { name, ...options } of views) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  for (const language of options.reducedMotion ? [""] : await languages(site))
    for (const path of await kinds(site))
      tests.push([`${language}${path} (${name})`, async () => {
        await page.goto(server.base + language + path);
        await page.evaluate(axe);
        const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), tags);
        check(violations.length === 0, violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)} (${one.nodes.length})`).join("\n"));
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        check(width <= 0, `${width} px wider than the window`);
      }]);
}
await report("axe-core", tests);
await browser.close();
server.close();
