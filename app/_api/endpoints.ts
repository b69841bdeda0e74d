import type { z } from "zod";

import { Slug } from "#knowledge/text/slug";

import { listParameters } from "./parameters";
import {
  ClassesAnswer,
  FactorsAnswer,
  IncidentAnswer,
  IncidentsAnswer,
  LanguageAnswer,
  LanguageQuestion,
  Problem,
  SearchAnswer,
} from "./shapes";

/** An address of the API, as its description tells of it. */
export interface Endpoint {
  /** With `{name}` where a parameter stands. */
  readonly path: string;
  /** How it is asked. */
  readonly method: "get" | "post";
  /** Names the operation for generated clients. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly pathParameters: Readonly<Record<string, z.ZodType>>;
  readonly queryParameters: Readonly<Record<string, z.ZodType>>;
  /** The name of what is sent among `shapes`; null where nothing is. */
  readonly question: keyof typeof shapes | null;
  /** The name of its answer among `shapes`. */
  readonly answer: keyof typeof shapes;
  /** The statuses other than 200 and 304 that it may have, with what they mean. */
  readonly problems: Readonly<Record<number, string>>;
  /** A path that shows what it is for; where something is sent, what to send. */
  readonly example: string;
}

/** The shapes of all answers, under the names that the description gives them. */
export const shapes = {
  Search: SearchAnswer,
  Incidents: IncidentsAnswer,
  Incident: IncidentAnswer,
  Factors: FactorsAnswer,
  Classes: ClassesAnswer,
  LanguageQuestion,
  Language: LanguageAnswer,
  Problem,
} as const;

const listProblems = { 400: "The cursor is none that we have given." } as const;

const list = {
  method: "get",
  question: null,
  pathParameters: {},
  queryParameters: listParameters,
  problems: listProblems,
} as const;

export const endpoints: readonly Endpoint[] = [
  {
    ...list,
    path: "/api/v1/search",
    id: "search",
    title: "Search",
    about:
      "The incidents that a query finds, each with the factors that match, and for every filter how many one gets by choosing it. The same as the search page.",
    answer: "Search",
    example: "/api/v1/search?class=staged-rollout-gap&role=amplifier&limit=5",
  },
  {
    ...list,
    path: "/api/v1/incidents",
    id: "listIncidents",
    title: "Incidents",
    about:
      "The incidents that a query finds, without factors; all of them, newest first, without one.",
    answer: "Incidents",
    example: "/api/v1/incidents?org=cloudflare&from=2020",
  },
  {
    path: "/api/v1/incidents/{slug}",
    method: "get",
    question: null,
    id: "readIncident",
    title: "One incident",
    about:
      "The whole document of an incident: times, impact, timeline, factors, claims, sources, and the story as Markdown.",
    pathParameters: { slug: Slug.describe("The incident's name in its address.") },
    queryParameters: {},
    answer: "Incident",
    problems: {
      308: "The incident has another slug now; the answer leads there.",
      404: "There is no such incident.",
      410: "The incident was withdrawn.",
    },
    example: "/api/v1/incidents/cloudflare-2025-11-bot-management",
  },
  {
    ...list,
    path: "/api/v1/factors",
    id: "listFactors",
    title: "Factors",
    about:
      "The contributing factors that match a query, incident by incident in the query's order: those of the classes and families asked for, in the roles and standings asked for; with words alone, those that hold one of them. A query that asks none of this matches no factor. An answer may hold fewer than `limit`: only `next` says whether it was the last.",
    answer: "Factors",
    example: "/api/v1/factors?class=retry-storm&role=amplifier",
  },
  {
    path: "/api/v1/classes",
    method: "get",
    question: null,
    id: "listClasses",
    title: "Failure classes",
    about: "The whole taxonomy: families and classes in their order, what each means and is not.",
    pathParameters: {},
    queryParameters: {},
    answer: "Classes",
    problems: {},
    example: "/api/v1/classes",
  },
  {
    path: "/api/v1/language",
    method: "post",
    id: "checkLanguage",
    title: "Blameless language",
    about:
      "Points out words of a text that assign blame, each with the reason and two ways to rephrase. The same text always gets the same findings. Nothing that is sent is stored, and no session is needed.",
    pathParameters: {},
    queryParameters: {},
    question: "LanguageQuestion",
    answer: "Language",
    problems: {
      400: "The body is no JSON.",
      413: "The text is longer than 100 kB.",
      415: "The body does not say that it is JSON.",
      422: "The text is missing, or there is no such section.",
      429: "So much text came from this client lately that it has to wait; `Retry-After` says how long.",
      503: "Too many texts wait to be judged, or this one takes too long; `Retry-After` says when to send it again.",
    },
    example: '{"text": "The operator forgot the valve.", "section": "story"}',
  },
];
