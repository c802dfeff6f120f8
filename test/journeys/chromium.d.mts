/** The browser's path, the environment it needs, and where it came from in words. */
export function findChromium(): Promise<{ executablePath: string; env: Record<string, string>; from: string }>
