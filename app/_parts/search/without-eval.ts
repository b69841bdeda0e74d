import { z } from "zod";

// In a browser zod would try whether it may compile code, which the page's policy refuses and
// reports. This must be imported before the first schema is made.
if ("document" in globalThis) z.config({ jitless: true });
