import { describe, expect, test } from "vitest";

import { endpoints, shapes as described } from "#app/_api/endpoints";
import { listParameters } from "#app/_api/parameters";
import { openApi } from "#app/_api/openapi";

import { describedApi } from "./described-api";

describe("the description of the API for people", () => {
  const { endpoints: told, parameters, shapes } = describedApi(openApi());

  test("tells of every endpoint, with what it takes and answers", () => {
    expect(
      told.map(({ path, method, takes, question, answer }) => ({
        path,
        method,
        takes,
        question,
        answer,
      })),
    ).toEqual(
      endpoints.map(({ path, method, queryParameters, question, answer }) => ({
        path,
        method: method.toUpperCase(),
        question,
        takes: Object.keys(queryParameters).length > 0,
        answer,
      })),
    );
  });

  test("explains every parameter and says which values it takes", () => {
    expect(parameters.map(({ name }) => name)).toEqual(Object.keys(listParameters));
    expect(parameters.filter(({ about, form }) => about === "" || form === "anything")).toEqual([]);
    expect(parameters.find(({ name }) => name === "match")?.form).toBe(
      "all | any | factor; else all",
    );
    expect(parameters.find(({ name }) => name === "limit")?.form).toBe("integer; else 20");
  });

  test("names the fields of every answer, and of the rows within", () => {
    expect(shapes.map(({ name }) => name)).toEqual(Object.keys(described));
    const [search] = shapes;
    const forms = new Map(search?.fields.map(({ name, form }) => [name, form]));
    expect(forms.get("results[].factors[].number")).toBe("integer");
    expect(forms.get("results[].organization")).toBe("string, or list of string");
    expect(forms.get("facets.class")).toBe("integer by name");
    expect(forms.get("next")).toBe("string or null");
    expect([...forms.values()]).not.toContain("anything");
  });
});
