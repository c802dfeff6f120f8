import type { Server } from 'node:http'

/** A server that appends what it receives to a file, a line each; `responses()` is what counts of it. */
export function createReceiver(
  path: string,
  mostBytes?: number,
): Promise<{
  server: Server
  responses(): { id: string; revision: number; answers: { question: string; value: unknown }[]; status: string }[]
  close(): void
}>
