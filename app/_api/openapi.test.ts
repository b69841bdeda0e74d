import { describe, expect, test } from "vitest";
import { z } from "zod";

import { queryParameters } from "#knowledge/search/query";

import { endpoints, shapes } from "./endpoints";
import { openApi } from "./openapi";

const description: unknown = JSON.parse(JSON.stringify(openApi()));

const Described = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith("/api/v1/"),
    z.partialRecord(
      z.enum(["get", "post"]),
      z.object({
        operationId: z.string(),
        parameters: z.array(
          z.object({
            name: z.string(),
            in: z.enum(["query", "path"]),
            required: z.boolean(),
            description: z.string().min(5),
            schema: z.looseObject({}),
          }),
        ),
        requestBody: z.looseObject({ required: z.literal(true) }).optional(),
        responses: z.looseObject({ 200: z.looseObject({}), default: z.looseObject({}) }),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
});

describe("the description of the API", () => {
  const { paths, components } = Described.parse(description);

  test("tells of every endpoint once", () => {
    const methods = Object.entries(paths).map(([path, on]) => [path, Object.keys(on)]);
    expect(methods).toEqual(endpoints.map(({ path, method }) => [path, [method]]));
    const ids = Object.values(paths).map(({ get, post }) => (get ?? post)?.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("names every parameter of the search page, the size of an answer, and the cursor", () => {
    for (const list of ["/api/v1/search", "/api/v1/incidents", "/api/v1/factors"]) {
      expect(paths[list]?.get?.parameters.map(({ name }) => name)).toEqual([
        ...queryParameters,
        "limit",
        "cursor",
      ]);
    }
  });

  test("names in its paths the parameters that it describes", () => {
    for (const [path, { get, post }] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = (get ?? post)?.parameters.filter((one) => one.in === "path") ?? [];
      expect(described.map(({ name }) => name)).toEqual(inPath);
      expect(described.every(({ required }) => required)).toBe(true);
    }
  });

  test("says what is sent where something is, and only there", () => {
    const told = Object.values(paths).flatMap((on) =>
      Object.entries(on).map(([method, { requestBody }]) => [method, requestBody !== undefined]),
    );
    expect(told).toEqual(told.map(([method]) => [method, method === "post"]));
    expect(told).toContainEqual(["post", true]);
  });

  test("refers only to what it holds", () => {
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(5);
    for (const [, reference = ""] of references) {
      expect(Object.keys(components.schemas)).toContain(
        reference.replace("#/components/schemas/", ""),
      );
    }
    expect(Object.keys(components.schemas)).toEqual(Object.keys(shapes));
  });

  test("leaves nothing open that a schema could tell", () => {
    // An empty schema allows anything: it is what a transform would leave behind.
    expect(JSON.stringify(components.schemas)).not.toContain("{}");
  });
});
