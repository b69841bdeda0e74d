import { z } from "zod";

/** One line of a table of fields or parameters. */
interface Field {
  readonly name: string;
  /** Which values it takes, in words. */
  readonly form: string;
  readonly about: string;
}

export interface DescribedEndpoint {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** `GET` or `POST`. */
  readonly method: string;
  readonly about: string;
  /** Whether it takes the parameters of the lists. */
  readonly takes: boolean;
  /** The name of what is sent among the shapes; null where nothing is. */
  readonly question: string | null;
  /** The name of its answer among the shapes. */
  readonly answer: string;
  readonly problems: readonly { readonly status: string; readonly meaning: string }[];
  /** A path to try it at, or what to send. */
  readonly example: string;
}

interface DescribedShape {
  readonly name: string;
  readonly about: string;
  readonly fields: readonly Field[];
}

/** The description as a page tells it. */
interface DescribedApi {
  readonly about: string;
  readonly endpoints: readonly DescribedEndpoint[];
  readonly parameters: readonly Field[];
  readonly shapes: readonly DescribedShape[];
}

const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  get items() {
    return Schema.optional();
  },
  get anyOf() {
    return z.array(Schema).optional();
  },
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  get propertyNames() {
    return Schema.optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), Schema]).optional();
  },
});
type Schema = z.infer<typeof Schema>;

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  description: z.string().default(""),
  schema: Schema,
});

const Content = z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) }));

const Description = z.object({
  info: z.object({ description: z.string() }),
  paths: z.record(
    z.string(),
    z.partialRecord(
      z.enum(["get", "post"]),
      z.object({
        operationId: z.string(),
        summary: z.string(),
        description: z.string(),
        parameters: z.array(Parameter),
        requestBody: z.object({ content: Content }).optional(),
        responses: z.record(
          z.string(),
          z.object({
            description: z.string(),
            content: Content.optional(),
          }),
        ),
        "x-example": z.string(),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
type Operation = NonNullable<z.infer<typeof Description>["paths"][string]["get"]>;

/** Reads an OpenAPI description for people. */
export function describedApi(description: unknown): DescribedApi {
  const { info, paths, components } = Description.parse(description);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const list = operations.find(({ operation }) => takesLists(operation));
  return {
    about: info.description,
    endpoints: operations.map(({ path, method, operation }) => ({
      id: operation.operationId,
      title: operation.summary,
      path,
      method: method.toUpperCase(),
      about: operation.description,
      takes: takesLists(operation),
      question: nameOf(operation.requestBody?.content),
      answer: nameOf(operation.responses["200"]?.content) ?? "",
      problems: Object.entries(operation.responses)
        .filter(([status]) => !["200", "304", "default"].includes(status))
        .map(([status, response]) => ({ status, meaning: response.description })),
      example: operation["x-example"],
    })),
    parameters: (list?.operation.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      form: formOf(parameter.schema),
      about: parameter.description,
    })),
    shapes: Object.entries(components.schemas).map(([name, schema]) => ({
      name,
      about: schema.description ?? "",
      fields: fieldsOf(schema),
    })),
  };
}

function takesLists({ parameters }: Operation): boolean {
  return parameters.some((parameter) => parameter.in === "query");
}

/** The name of the shape that a body has. */
function nameOf(content: z.infer<typeof Content> | undefined): string | null {
  return content?.["application/json"]?.schema.$ref.split("/").at(-1) ?? null;
}

/** The fields of an object, those of objects within it behind their names. */
function fieldsOf(schema: Schema, before = ""): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const within = field.items?.properties ? field.items : field;
    const name = `${before}${key}`;
    const inner = fieldsOf(within, `${name}${within === field ? "" : "[]"}.`);
    return [{ name, form: formOf(field), about: aboutOf(field) }, ...inner];
  });
}

function aboutOf(schema: Schema): string {
  return schema.description ?? schema.items?.description ?? "";
}

/** What a value of a schema is, in words. */
function formOf(schema: Schema): string {
  const usual = typeof schema.default === "string" || typeof schema.default === "number";
  return usual ? `${kindOf(schema)}; else ${String(schema.default)}` : kindOf(schema);
}

function kindOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(", or ");
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === "array") return `list of ${schema.items ? kindOf(schema.items) : "anything"}`;
  if (schema.type === "object") return objectKind(schema);
  return [schema.type ?? "anything"].flat().join(" or ");
}

function objectKind({ properties, additionalProperties }: Schema): string {
  if (properties || typeof additionalProperties !== "object") return "object";
  return `${kindOf(additionalProperties)} by name`;
}
