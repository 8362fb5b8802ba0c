// Pictures of every kind of page for people to look at: screenshots.mjs SITE FOLDER [LANGUAGE]
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch, serve } from "./browser.mjs";
import { kinds } from "./pages.mjs";

const [site, folder, language = ""] = process.argv.slice(2);
const root = language ? language + "/" : "";
await mkdir(folder, { recursive: true });
const server = await serve(site);
const browser = await launch();
let count = 0;
for (const colorScheme of ["light", "dark"])
  for (const width of [360, 768, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const path of await kinds(site)) {
      await page.goto(server.base + root + path);
      const name = `${path.replace(/\.html$/, "").replaceAll("/", "-")}-${width}-${colorScheme}.png`;
      // A list of thousands is a picture that nobody can look at.
      const height = Math.min(6000, await page.evaluate(() => document.documentElement.scrollHeight));
      await page.screenshot({ path: join(folder, name), fullPage: true, clip: { x: 0, y: 0, width, height } });
      count += 1;
    }
    await context.close();
  }
console.log(`${count} pictures in ${folder}`);
await browser.close();
server.close();
