// What `checking-thread.ts` starts. Plain JavaScript, because a thread reads no TypeScript until this is done.
import { register } from "tsx/esm/api";

register();
await import("./check.thread.ts");
