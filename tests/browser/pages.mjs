// One page of every kind of a built site, found by what stands there: kinds.mjs of a site that grows.
import { readdir } from "node:fs/promises";
import { join } from "node:path";

async function first(folder, name) {
  try {
    const files = (await readdir(join(folder, name))).filter((file) => file.endsWith(".html")).sort();
    return files.length ? `${name}/${files[0]}` : null;
  } catch {
    return null;
  }
}

/** Paths below a language's folder: every page of the top, and one of each folder. `most` bounds the person's page. */
export async function kinds(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const top = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html")).map((entry) => entry.name);
  const others = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || ["assets", "data", "feeds"].includes(entry.name) || /^[a-z]{2}$/.test(entry.name)) continue;
    const page = await first(folder, entry.name);
    if (page) others.push(page);
    // What stands below one of these: the changes of a version, further pages of a list.
    const below = (await readdir(join(folder, entry.name), { withFileTypes: true })).filter((inner) => inner.isDirectory()).map((inner) => inner.name).sort();
    const inner = below.length ? await first(folder, `${entry.name}/${below.at(-1)}`) : null;
    if (inner) others.push(inner);
  }
  return [...top.sort(), ...others.sort()];
}

export async function languages(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const others = entries.filter((entry) => entry.isDirectory() && /^[a-z]{2}$/.test(entry.name)).map((entry) => entry.name + "/");
  return ["", ...others.sort()];
}
