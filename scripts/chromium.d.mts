export function findChromium(): Promise<string | null>;
export function findOrInstallChromium(): Promise<{ path: string } | { fault: string }>;
