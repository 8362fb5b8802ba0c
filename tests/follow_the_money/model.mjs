// What FollowTheMoney's own model says of entities, as lines "ENTITY: what is wrong".
import { createRequire } from "node:module";

const require = createRequire(new URL("../npm/package.json", import.meta.url));
const { Model, defaultModel } = require("@opensanctions/followthemoney");
const model = new Model(defaultModel);

/** "2021", "2021-02", "2021-02-16", "2021-02-16T21" and so on, as the type says; the day must be one of the calendar. */
function isDate(value) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}(?::\d{2}(?::\d{2})?)?)?)?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = "01", day = "01"] = match;
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${year}-${month}-${day}`);
}

function isAddress(value) {
  try {
    return ["http:", "https:"].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** What keeps the value from being one of the property, or nothing. */
function faultOf(property, value, schemata) {
  if (typeof value !== "string" || value.trim() === "") return "is not a text that says something";
  if ([...value].length > property.maxLength) return `is longer than ${property.maxLength} characters`;
  const { type } = property;
  if (type.isEntity) {
    if (!schemata.has(value)) return "is no entity of the file";
    const schema = schemata.get(value);
    const range = property.getRange();
    return schema.isA(range) ? "" : `is a ${schema.name}, which is no ${range.name}`;
  }
  if (type.values.size && !type.values.has(value)) return `is no ${type.label.toLowerCase()} that the model knows`;
  if (type.name === "date" && !isDate(value)) return "is no date";
  if (type.name === "url" && !isAddress(value)) return "is no address of the web";
  return "";
}

function* faultsOf(entity, schema, schemata) {
  if (schema.abstract) yield `${schema.name} is abstract`;
  if (schema.deprecated) yield `${schema.name} is deprecated`;
  const given = entity.properties ?? {};
  for (const [name, values] of Object.entries(given)) {
    if (!schema.hasProperty(name)) {
      yield `${schema.name} has no property ${name}`;
      continue;
    }
    const property = schema.getProperty(name);
    if (property.stub) yield `${name} is the other side of a reference and cannot be set`;
    if (property.deprecated) yield `${name} is deprecated`;
    if (!Array.isArray(values) || values.length === 0) {
      yield `${name} is not a list of values`;
      continue;
    }
    if (new Set(values).size !== values.length) yield `${name} says something twice`;
    for (const value of values) {
      const fault = faultOf(property, value, schemata);
      if (fault) yield `${name} ${JSON.stringify(value)} ${fault}`;
    }
  }
  const needed = new Set([schema, ...schema.getParents()].flatMap((one) => one.required));
  for (const name of needed) if (!given[name]?.length) yield `${schema.name} needs ${name}`;
  if (!schema.isEdge) return;
  for (const name of [schema.edge.source, schema.edge.target])
    if (!needed.has(name) && !given[name]?.length) yield `an edge without its ${name}`;
}

/** Every fault of a file's entities; `entities` are as parsed. */
export function faults(entities) {
  const found = [];
  const schemata = new Map();
  for (const entity of entities) {
    if (!/^[0-9a-f]{40}$/.test(entity.id)) found.push(`${entity.id}: no identifier of forty hexadecimal digits`);
    if (schemata.has(entity.id)) found.push(`${entity.id}: stands twice`);
    try {
      schemata.set(entity.id, model.getSchema(entity.schema));
    } catch {
      found.push(`${entity.id}: ${entity.schema} is no schema of the model`);
    }
  }
  for (const entity of entities) {
    const schema = schemata.get(entity.id);
    if (!schema) continue;
    try {
      model.getEntity(entity);
    } catch (error) {
      found.push(`${entity.id}: the library refuses it: ${error.message}`);
    }
    for (const fault of faultsOf(entity, schema, schemata)) found.push(`${entity.id}: ${fault}`);
  }
  return found;
}
