#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which Prisma would otherwise download from a host
// of its own. Prisma starts whatever PRISMA_SCHEMA_ENGINE_BINARY names, so this has to be an
// executable file; the work is TypeScript in server/schema-engine.
import { register } from "tsx/esm/api";

register();
const { answerPrisma } = await import("../server/schema-engine/answer-prisma.ts");
await answerPrisma(process.argv.slice(2));
