import { fileURLToPath } from "node:url";

/** The folder that holds the whole program, where package.json lies. */
export const projectFolder = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** The content that ships with the program. */
export const contentFolder = `${projectFolder}/content`;
