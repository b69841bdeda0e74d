import { z } from "zod";

import { absolute } from "#app/paths";

import { endpoints, shapes, type Endpoint } from "./endpoints";

/** JSON Schema as zod writes it, and pieces of a description made of it. */
type Json = Readonly<Record<string, unknown>>;

/**
 * The description of the API as OpenAPI 3.1. All that it says of parameters and answers comes from
 * the schemas that the handlers are typed by, so the two cannot come to differ.
 */
export function openApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Hindsight",
      version: "1",
      summary: "Public incidents and outages, and the factors that contributed to them.",
      description:
        "Open to all, without a key, and nothing is changed by it. A value that a parameter cannot have counts as not given. Lists go on with `cursor`, which neither repeats nor skips results when incidents are published in between. What is read has an ETag; problems come as application/problem+json.",
      license: { name: "CC BY 4.0 (content)", identifier: "CC-BY-4.0" },
    },
    servers: [{ url: absolute("/").replace(/\/$/, "") }],
    paths: Object.fromEntries(
      endpoints.map((endpoint) => [endpoint.path, { [endpoint.method]: operation(endpoint) }]),
    ),
    components: { schemas: componentSchemas() },
  };
}

function operation(endpoint: Endpoint) {
  return {
    operationId: endpoint.id,
    summary: endpoint.title,
    description: endpoint.about,
    "x-example": endpoint.example,
    parameters: [
      ...Object.entries(endpoint.pathParameters).map(([name, schema]) =>
        parameter("path", name, schema),
      ),
      ...Object.entries(endpoint.queryParameters).map(([name, schema]) =>
        parameter("query", name, schema),
      ),
    ],
    ...(endpoint.question && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: reference(endpoint.question) } },
      },
    }),
    responses: {
      ...answers(endpoint),
      ...Object.fromEntries(
        Object.entries(endpoint.problems).map(([status, description]) => [
          status,
          Number(status) < 400 ? { description } : problemResponse(description),
        ]),
      ),
      default: problemResponse("Something else that is wrong, in words."),
    },
  };
}

function answers({ method, answer }: Endpoint) {
  const content = { "application/json": { schema: reference(answer) } };
  // What is made from what was sent is for nobody to keep, so there is nothing to compare it with.
  if (method === "post") return { 200: { description: "What was found.", content } };
  return {
    200: {
      description: "What was asked for.",
      headers: { ETag: { schema: { type: "string" } } },
      content,
    },
    304: { description: "It is still what `If-None-Match` names." },
  };
}

function problemResponse(description: string) {
  return { description, content: { "application/problem+json": { schema: reference("Problem") } } };
}

function parameter(place: "path" | "query", name: string, described: z.ZodType) {
  const { description, ...schema } = jsonSchema(described, "input");
  const isList = schema.type === "array";
  return {
    name,
    in: place,
    required: place === "path",
    ...(typeof description === "string" && { description }),
    ...(isList && { style: "form", explode: true }),
    schema,
  };
}

function reference(name: keyof typeof shapes) {
  return { $ref: `#/components/schemas/${name}` };
}

function componentSchemas(): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      jsonSchema(shape, name === "LanguageQuestion" ? "input" : "output"),
    ]),
  );
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    // What a transform gives cannot be told; `override` takes it out where other choices remain.
    unrepresentable: "any",
    override: ({ jsonSchema: own }) => {
      const choices = own.anyOf?.filter((choice) => Object.keys(choice).length > 0);
      if (!choices || choices.length === own.anyOf?.length) return;
      delete own.anyOf;
      Object.assign(own, choices.length === 1 ? choices[0] : { anyOf: choices });
    },
  });
  return made;
}
