/** Seconds as a person says them: "40 seconds", "15 minutes". */
export function inSpan(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
