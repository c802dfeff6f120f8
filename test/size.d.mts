export interface Measured {
  name: string
  bytes: number
  limit: number
}
export function measure(): Promise<Measured[]>
export function table(measured: Measured[]): string
