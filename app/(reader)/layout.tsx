import type { ReactNode } from "react";

// Public pages are rendered when asked for and kept by the page layer alone, the one place that
// knows when they are out of date.
export const dynamic = "force-dynamic";

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return children;
}
